import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';

import { GuardError } from '../lib/core/index.ts';
import { type Browser, ensureBrowsers } from './browsers.ts';
import { demoAlone } from './demo/alone.ts';
import { demoForPerson } from './demo/for-person.ts';

const usage = 'Usage: npm run demo [-- --firefox] or npm run demo -- --headless --shots DIR';

/** Builds with the project's own tools, quietly: only what goes wrong is shown. */
function build(environment: Readonly<Record<string, string>>, args: readonly string[]): void {
  const env = { ...process.env, ...environment };
  execFileSync('npx', ['wxt', 'build', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    headless: { type: 'boolean', default: false },
    shots: { type: 'string' },
    firefox: { type: 'boolean', default: false },
  },
});

/** Where nobody can look at a window, the demo plays by itself. */
const hasDisplay = [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
  (name) => name !== undefined && name !== '',
);
const alone = values.headless || values.shots !== undefined || !hasDisplay;

try {
  const browser: Browser = values.firefox ? 'firefox' : 'chromium';
  if (alone && values.firefox) throw new GuardError('demo/usage', 'Alone, the demo runs in Chromium.', usage);
  if (alone && !values.headless)
    console.error('There is no display here, so the demo plays by itself (as with --headless).');
  ensureBrowsers([browser]);
  console.error('Building the extension …');
  if (alone) {
    // The released build, unmodified: pages stand under a protocol's own https origin.
    build({}, ['-b', 'chrome']);
    const shots = values.shots === undefined ? null : resolve(values.shots);
    if (shots !== null) mkdirSync(shots, { recursive: true });
    process.exitCode = await demoAlone(shots);
  } else {
    build({ SLASHLIGHT_DEMO: '1' }, values.firefox ? ['-b', 'firefox', '--mv3'] : ['-b', 'chrome']);
    await demoForPerson(browser);
  }
} catch (error) {
  console.error(error instanceof GuardError ? `${error.message} ${error.remedy}` : error);
  process.exitCode = 1;
}

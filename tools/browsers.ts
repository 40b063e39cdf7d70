import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, getuid } from 'node:process';
import { pathToFileURL } from 'node:url';

export type Browser = 'chromium' | 'firefox';

/** Branded Chrome no longer loads unpacked extensions from its command line, so only Chromium builds are looked for. */
const programs: Record<
  Browser,
  { readonly variable: string; readonly names: readonly string[]; readonly debian: string }
> = {
  chromium: { variable: 'CHROMIUM', names: ['chromium', 'chromium-browser'], debian: 'chromium' },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], debian: 'firefox-esr' },
};

/** Where a browser is on this machine: the variable `CHROMIUM` or `FIREFOX` first, then PATH. Null when there is none. */
export function findBrowser(browser: Browser): string | null {
  const { variable, names } = programs[browser];
  const named = env[variable];
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  for (const name of names) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (isProgram(path)) return path;
    }
  }
  return null;
}

/** Path of a browser. Throws with the one line that says what to install when there is none: tests never skip. */
export function requireBrowser(browser: Browser): string {
  const path = findBrowser(browser);
  if (path === null) throw new Error(installHint([browser]));
  return path;
}

/** Installs what is missing from Debian's packages where that is possible (root and apt-get); otherwise throws a hint. */
export function ensureBrowsers(browsers: readonly Browser[]): void {
  const missing = browsers.filter((browser) => findBrowser(browser) === null);
  if (missing.length === 0) return;
  if (getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    throw new Error(installHint(missing));
  const packages = missing.map((browser) => programs[browser].debian);
  console.error(`Installing ${packages.join(', ')} from Debian's packages …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  const still = browsers.filter((browser) => findBrowser(browser) === null);
  if (still.length > 0) throw new Error(installHint(still));
}

function installHint(browsers: readonly Browser[]): string {
  const packages = browsers.map((browser) => programs[browser].debian).join(' ');
  const variables = browsers.map((browser) => programs[browser].variable).join(' or ');
  return `No ${browsers.join(' and no ')} found: install Debian's "${packages}", or name the program in ${variables}.`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not a program
  }
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  try {
    ensureBrowsers(['chromium', 'firefox']);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

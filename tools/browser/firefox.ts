import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { requireBrowser } from '../browsers.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import { built } from './built.ts';

/** Fixed, so that pages of the extension have an address that is known. */
const uuid = '5f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a11';

export type Firefox = {
  readonly bidi: Bidi;
  /** Opens a tab at an address; pages of ours are waited for by their content. */
  readonly open: (url: string) => Promise<string>;
  /** Runs an expression in a page and gives its value, which must be JSON. */
  readonly run: <T = unknown>(context: string, expression: string) => Promise<T>;
  /** The review window, once it stands. */
  readonly reviewWindow: () => Promise<string>;
  readonly contexts: () => Promise<{ readonly context: string; readonly url: string }[]>;
  /** Presses the button that says this, with a real pointer. */
  readonly press: (context: string, name: string) => Promise<void>;
  /** Installs the extension; once more, over itself, it is an update under open pages. */
  readonly install: () => Promise<void>;
  /** Ends the background as the browser does with an idle one; resolves when it has gone. */
  readonly suspend: () => Promise<void>;
  readonly page: (name: string) => string;
  readonly close: () => Promise<void>;
  /** Resolves when the program has gone. */
  readonly ended: Promise<void>;
};

/**
 * Starts a real Firefox with a fresh profile and the extension in it; https pages come from `pages`, by path.
 * Null for `pages` leaves the network as it is.
 */
export async function startFirefox(
  pages: Record<string, string> | null,
  prefs: Record<string, string | number | boolean> = {},
  extension = built('firefox-mv3'),
  { headless = true } = {},
): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'slashlight-firefox-'));
  writeFileSync(join(profile, 'user.js'), userPrefs(extension, prefs));
  const program = spawn(
    requireBrowser('firefox'),
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const bidi = await connectBidi(`${await bidiAddress(program)}/session`);
  if (pages !== null) await serve(bidi, pages);
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const install = async (): Promise<void> => {
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  };
  await install();
  const suspend = async (): Promise<void> => {
    const { contexts } = await bidi.send('browsingContext.getTree', { maxDepth: 0, 'moz:scope': 'chrome' });
    const { exceptionDetails } = await bidi.send('script.evaluate', {
      expression: `WebExtensionPolicy.getByHostname('${uuid}').extension
        .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      target: { context: contexts?.[0]?.context },
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  };
  return {
    bidi,
    install,
    suspend,
    ended,
    ...makePages(bidi),
    page: (name) => `moz-extension://${uuid}/${name}`,
    close: async () => {
      bidi.close();
      program.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function userPrefs(extension: string, prefs: Record<string, string | number | boolean>): string {
  const manifest: { browser_specific_settings: { gecko: { id: string } } } = JSON.parse(
    readFileSync(join(extension, 'manifest.json'), 'utf8'),
  );
  const all = {
    'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: uuid }),
    'datareporting.policy.dataSubmissionEnabled': false,
    ...prefs,
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function bidiAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    program.once('exit', () => reject(new Error(`Firefox ended before it was ready: ${said.slice(-500)}`)));
  });
}

async function serve(bidi: Bidi, pages: Record<string, string>): Promise<void> {
  await bidi.send('session.subscribe', { events: ['network.beforeRequestSent'] });
  await bidi.send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: [{ type: 'pattern', protocol: 'https' }],
  });
  bidi.on('network.beforeRequestSent', (event) => {
    if (!event.isBlocked) return;
    const { request, url } = event.request;
    const body = pages[new URL(url).pathname];
    const answer =
      body === undefined
        ? bidi.send('network.failRequest', { request })
        : bidi.send('network.provideResponse', {
            request,
            statusCode: 200,
            reasonPhrase: 'OK',
            headers: [{ name: 'content-type', value: { type: 'string', value: 'text/html' } }],
            body: { type: 'string', value: body },
          });
    answer.catch(() => undefined); // the page that asked is gone
  });
}

async function until<T>(find: () => Promise<T | null>, what: string): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await find();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} never came about`);
}

function makePages(bidi: Bidi): Pick<Firefox, 'open' | 'run' | 'reviewWindow' | 'contexts' | 'press'> {
  const contexts: Firefox['contexts'] = async () => {
    const { contexts: found } = await bidi.send('browsingContext.getTree', { maxDepth: 0 });
    return [...(found ?? [])];
  };
  const run = async <T = unknown>(context: string, expression: string): Promise<T> => {
    const wrapped = `(async () => JSON.stringify((await (${expression})) ?? null))()`;
    const { result, exceptionDetails } = await bidi.send('script.evaluate', {
      expression: wrapped,
      target: { context },
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    const value: T = JSON.parse(result?.value ?? 'null');
    return value;
  };
  return {
    contexts,
    run,
    open: async (url) => {
      const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
      const extension = url.startsWith('moz-extension:');
      // Waiting for a page of an extension to be complete never ends.
      await bidi.send('browsingContext.navigate', { context, url, wait: extension ? 'none' : 'complete' });
      const at = String(context);
      const there = `document.readyState === 'complete' && location.href.startsWith(${JSON.stringify(url)})`;
      await until(async () => ((await run(at, there).catch(() => false)) === true ? true : null), url);
      return at;
    },
    reviewWindow: () =>
      until(
        async () => (await contexts()).find(({ url }) => url.includes('/review.html'))?.context ?? null,
        'the review window',
      ),
    press: async (context, name) => {
      const button = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)})`;
      const place = `((one) => one && (({ x, y, width, height }) => ({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) }))(one.getBoundingClientRect()))(${button})`;
      const at = await until(
        () => run<{ x: number; y: number } | null>(context, place).catch(() => null),
        `the button "${name}"`,
      );
      const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } };
      await bidi.send('input.performActions', {
        context,
        actions: [
          {
            ...pointer,
            actions: [
              { type: 'pointerMove', ...at },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
  };
}

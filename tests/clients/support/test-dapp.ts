import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';

import { type File, readFolder } from './bundle.ts';
import { type Drive, depositOf } from './drive.ts';

/** MetaMask's own test dApp as it is published. */
const folder = fileURLToPath(new URL('../../../node_modules/@metamask/test-dapp/dist', import.meta.url));

/** ether.fi's pool: its `deposit()` is what the dApp's "Deposit" button calls at the contract in its address. */
export const pool = '0x308861A430be4cce5502d0A12724771Fc6DaF216';

/** Comments that make up most of its 17 MB, which every page would have to be given. */
const sourceMaps = /\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,[\w+/=]+/g;

/** Tells how a press of a button ended; the dApp itself only writes to the console, or rejects unheard. */
const listener = `
  window.endings = {};
  const end = (ending) => { if (window.pressed) endings[window.pressed] ??= ending; };
  addEventListener('unhandledrejection', ({ reason }) => {
    const { name, code, message } = reason ?? {};
    if (code === undefined) return; // what it could not load, which is its own affair
    end({ failure: { name, code, message, cause: null } });
  });
  const log = console.log;
  console.log = (...all) => {
    const hash = all[0]?.hash ?? all[0];
    if (/^0x[0-9a-f]{64}$/.test(hash)) end({ result: hash });
    log(...all);
  };`;

/**
 * Files of the dApp. `/index.html` is untouched but for a listener; in `/filled.html` the "Send" button has the deposit
 * in its fields, which otherwise hold an empty payment.
 */
export function testDappFiles(): Map<string, File> {
  const files = readFolder(folder);
  const page = readFileSync(`${folder}/index.html`, 'utf8').replace(
    '<head>',
    `<head><script>${listener}</script>`,
  );
  const code = readFileSync(`${folder}/main.js`, 'utf8').replaceAll(sourceMaps, '');
  files.set('/index.html', { type: 'text/html', body: page });
  files.set('/filled.html', { type: 'text/html', body: page.replace('main.js', 'filled.js') });
  files.set('/main.js', { type: 'text/javascript', body: code });
  files.set('/filled.js', { type: 'text/javascript', body: filled(code) });
  return files;
}

/** The program with other fields in the handler of the "Send" button. Throws where the handler looks different. */
function filled(code: string): string {
  const { to, value, data } = depositOf();
  const handler =
    /(sendButton\.onclick = async.{0,300}?to: \\')0x[0-9a-fA-F]{40}(\\',.{0,60}?value: \\')0x0\\',/;
  const changed = code.replace(handler, (_, before: string, between: string) => {
    return `${before}${to}${between}${value}\\', data: \\'${data}\\',`;
  });
  if (changed === code) throw new Error('the "Send" button of the test dApp is not where it was');
  return changed;
}

async function press(page: Page, button: string, name: string): Promise<void> {
  await page.evaluate(`window.pressed = ${JSON.stringify(name)}`);
  await page.locator(button).click();
}

/** Drives the dApp by its buttons; `deposits` is the one that sends the deposit. */
export function testDapp(deposits: '#sendButton' | '#depositButton'): Drive {
  return {
    connect: async (page) => {
      await page.locator('#connectButton').click();
      await page.locator('#sendButton:not([disabled])').waitFor();
    },
    chainId: async (page) => {
      await page.waitForFunction(`document.querySelector('#chainId').innerText !== ''`);
      return { result: Number(await page.locator('#chainId').innerText()) };
    },
    start: async (page, act, name) => {
      if (act === 'deposit') return press(page, deposits, name);
      if (act === 'transfer') return press(page, '#sendButton', name);
      await press(page, '#personalSign', name);
      await page.waitForFunction(`document.querySelector('#personalSignResult').innerText !== ''`);
      const result = await page.locator('#personalSignResult').innerText();
      await page.evaluate(`endings[${JSON.stringify(name)}] = { result: ${JSON.stringify(result)} }`);
    },
  };
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Firefox, startFirefox } from '../../tools/browser/firefox.ts';
import { deposit, pageSource, site } from './support/dapp.ts';
import { testSettings } from './support/settings.ts';

let folder: string;
let firefox: Firefox;
let popup: string;

/** A wallet's content script: takes what its in-page code would post, and answers at once what needs no person. */
const script = `
  addEventListener('message', ({ source, data }) => {
    if (source !== window || data?.target !== 'metamask-contentscript') return;
    const { name, data: { id, method } } = data.data;
    document.documentElement.dataset.saw = (document.documentElement.dataset.saw ?? '') + method + ' ';
    if (method === 'eth_chainId')
      postMessage({ target: 'metamask-inpage', data: { name, data: { jsonrpc: '2.0', id, result: '0x1' } } }, '*');
  }, true);`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slashlight-wallet-'));
  const wallet = join(folder, 'wallet');
  mkdirSync(wallet);
  const manifest = {
    manifest_version: 3,
    name: 'Stub wallet',
    version: '1',
    browser_specific_settings: { gecko: { id: 'stub@wallet.example' } },
    host_permissions: [`${site}/*`],
    content_scripts: [{ matches: [`${site}/*`], js: ['wallet.js'], run_at: 'document_start' }],
  };
  writeFileSync(join(wallet, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(wallet, 'wallet.js'), script);
  firefox = await startFirefox({ '/': pageSource({ wallet: null }) });
  await firefox.bidi.send('webExtension.install', { extensionData: { type: 'path', path: wallet } });
  popup = await firefox.open(firefox.page('popup.html'));
  const settings = JSON.stringify({ kind: 'settings/set', settings: testSettings });
  expect(await firefox.run(popup, `browser.runtime.sendMessage(${settings})`)).toEqual({ ok: true });
});

afterAll(async () => {
  await firefox.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a wallet in Firefox that listens to the page in capture, as early as we do', () => {
  it('got nothing before "Continue", or the toolbar says at once that it was gone round', async () => {
    const page = await firefox.open(`${site}/`);
    const request = { jsonrpc: '2.0', id: 7, ...deposit() };
    const message = { target: 'metamask-contentscript', data: { name: 'metamask-provider', data: request } };
    await firefox.run(page, `(postMessage(${JSON.stringify(message)}, '*'), true)`);
    await firefox.reviewWindow();
    const saw = (): Promise<string | null> =>
      firefox.run(page, 'document.documentElement.dataset.saw ?? null');
    const title = (): Promise<string> =>
      firefox.run(
        popup,
        `browser.tabs.query({ url: '${site}/*' }).then(([tab]) => browser.action.getTitle({ tabId: tab.id }))`,
      );
    const around = (await saw())?.includes('eth_sendTransaction') ?? false;
    if (around) await expect.poll(title).toContain('went around');
    else expect(await title()).not.toContain('went around');
  });
});

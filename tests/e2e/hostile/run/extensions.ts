import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { built } from '../../../../tools/browser/built.ts';
import { zone } from '../cases/case.ts';

const sources = fileURLToPath(new URL('../wallet', import.meta.url));

/** The id that Chromium gives to an extension with this key: content scripts run in the order of ids. */
export function chromiumId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return Array.from(digest, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join('');
}

/** Some key whose id sorts before or after another id. Nothing checks that it is a key: only its bytes are hashed. */
function keyBeside(side: 'below' | 'above', id: string): string {
  for (let n = 0; n < 100_000; n += 1) {
    const key = Buffer.from(`test wallet ${n}`.padEnd(294, '.')).toString('base64');
    if (side === 'below' ? chromiumId(key) < id : chromiumId(key) > id) return key;
  }
  throw new Error(`no id sorts ${side} ${id}`);
}

/** An extension to load, in a folder. */
export type Build = {
  readonly folder: string;
  /** Takes the folder away where it was made for this. */
  readonly remove: () => void;
};

export type WalletBuild = Build & {
  /** Only in Chromium, where a page can name the extension it wants to speak to. */
  readonly id: string;
};

type WalletOptions =
  | { readonly browser: 'chromium'; readonly side: 'below' | 'above'; readonly beside: string }
  | { readonly browser: 'firefox'; readonly capture: boolean };

/** Builds the test wallet: an extension with in-page code, a content script and a page that keeps what it saw. */
export function buildWallet(options: WalletOptions): WalletBuild {
  const folder = mkdtempSync(join(tmpdir(), 'slashlight-wallet-'));
  cpSync(sources, folder, { recursive: true });
  const key = options.browser === 'chromium' ? keyBeside(options.side, options.beside) : null;
  const id = key === null ? walletGeckoId : chromiumId(key);
  const matches = ['http://*/*', 'https://*/*'];
  const script = { matches, run_at: 'document_start', all_frames: true, match_origin_as_fallback: true };
  const manifest = {
    manifest_version: 3,
    name: 'Test wallet',
    version: '1',
    host_permissions: matches,
    content_scripts: [
      { ...script, js: ['relay.js'] },
      { ...script, js: ['provider.js'], world: 'MAIN' },
    ],
    ...(key === null
      ? { browser_specific_settings: { gecko: { id } } }
      : { key, externally_connectable: { matches: [`*://*.${zone}/*`] } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const fill = (file: string, name: string, value: string): void => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(name, value));
  };
  fill('provider.js', 'WALLET_ID', id);
  fill('relay.js', 'CAPTURE', String(options.browser === 'chromium' || options.capture));
  return { folder, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const walletGeckoId = 'wallet@wallet.example';

type Manifest = { content_scripts?: unknown; key?: string; permissions: string[] };

/** Slashlight as it was built; or a copy of it that never enters a page, to see what would happen without it. */
export function slashlight(build: 'chrome-mv3' | 'firefox-mv3', scripts: boolean): Build {
  const folder = built(build);
  if (scripts) return { folder, remove: () => undefined };
  const copy = mkdtempSync(join(tmpdir(), 'slashlight-bare-'));
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
  delete manifest.content_scripts;
  manifest.permissions = manifest.permissions.filter((name) => name !== 'scripting');
  writeFileSync(path, JSON.stringify(manifest));
  return { folder: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** Slashlight's own id in Chromium, as its key decides it. */
export function slashlightId(folder: string): string {
  const { key }: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (key === undefined) throw new Error('the build has no key');
  return chromiumId(key);
}

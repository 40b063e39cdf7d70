import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type InlineConfig, build } from 'vite';

/** A file of a site: served as it is, under its path. */
export type File = { readonly type: string; readonly body: string | Buffer };

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Left out of the installation (`overrides` in package.json): wallets that are not in the browser, and icons. */
const elsewhere =
  /^(@phosphor-icons\/webcomponents|@base-org\/account|@coinbase\/wallet-sdk|@gemini-wallet\/core|@metamask\/sdk|@safe-global\/[^/]+|@walletconnect\/ethereum-provider|cbw-sdk|porto)(\/.*)?$/;

const common: InlineConfig = {
  configFile: false,
  root: here('.'),
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: {
    alias: [
      { find: /^buffer$/, replacement: here('wallets/buffer.ts') },
      { find: elsewhere, replacement: here('support/absent.ts') },
    ],
  },
};

/** Bundles the pages into modules that share their chunks, as a site's own build would. */
export async function bundlePages(names: readonly string[]): Promise<Map<string, File>> {
  return bundled((outDir) => ({
    ...common,
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      chunkSizeWarningLimit: 100_000,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, here(`pages/${name}`)])),
        output: { entryFileNames: 'pages/[name].js' },
      },
    },
  }));
}

/** Bundles one wallet into a script without imports, which runs while the page is still being read. */
export async function bundleWallet(name: string): Promise<string> {
  const files = await bundled((outDir) => ({
    ...common,
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 100_000,
      lib: { entry: here(`wallets/${name}.ts`), formats: ['iife'], name, fileName: () => 'wallet.js' },
    },
  }));
  const file = files.get('/wallet.js');
  if (file === undefined) throw new Error(`${name} gave no script`);
  return String(file.body);
}

async function bundled(config: (outDir: string) => InlineConfig): Promise<Map<string, File>> {
  const outDir = mkdtempSync(join(tmpdir(), 'slashlight-clients-'));
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production'; // a test runner's "test" would half make it a development build
  try {
    await build(config(outDir));
    return readFolder(outDir);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Every file of a folder by its path from there. */
export function readFolder(folder: string): Map<string, File> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => extname(name) in types,
  );
  return new Map(
    names.map((name) => [
      `/${name}`,
      { type: types[extname(name)] ?? '', body: readFileSync(join(folder, name)) },
    ]),
  );
}

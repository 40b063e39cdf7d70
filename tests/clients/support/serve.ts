import type { BrowserContext } from 'playwright-core';

import { type File, bundlePages, bundleWallet } from './bundle.ts';
import { testDappFiles } from './test-dapp.ts';

/** What stands in a page: scripts in the order in which they run, and which wallet a library takes by EIP-6963. */
export const wallets = {
  metamask: { scripts: ['metamask'], name: 'MetaMask', rdns: 'io.metamask' },
  plain: { scripts: ['plain'], name: 'Plain', rdns: 'test.plain' },
  /** Rabby has taken `window.ethereum` for itself. */
  rabby: { scripts: ['metamask', 'rabby'], name: 'Rabby Wallet', rdns: 'io.rabby' },
  /** Rabby has taken `window.ethereum` and routes it to MetaMask, which it patches for that. */
  'rabby to metamask': { scripts: ['metamask', 'rabby'], name: 'MetaMask', rdns: 'io.metamask' },
} as const;
export type WalletId = keyof typeof wallets;

/** Pages as `pages/` has them. */
const pages = [
  'appkit.ts',
  'ethers-5.ts',
  'ethers-6.ts',
  'rainbowkit.tsx',
  'viem.ts',
  'wagmi.ts',
  'web3-1.ts',
  'web3-4.ts',
  'web3-onboard.ts',
];

export type Site = { readonly serve: (context: BrowserContext) => Promise<void> };

/**
 * Builds every page and every wallet and gives what serves them, below each https origin alike: `/<page>?wallet=<id>`
 * is a page with that wallet in it. Everything else is refused, so nothing leaves this machine.
 */
export async function buildSite(): Promise<Site> {
  const scripts = new Map<string, string>();
  for (const name of new Set(Object.values(wallets).flatMap(({ scripts: names }) => names)))
    scripts.set(name, await bundleWallet(name));
  const files = new Map([...(await bundlePages(pages)), ...testDappFiles()]);
  for (const name of pages) files.set(`/${name}`, { type: 'text/html', body: html(name) });
  files.set('/early', { type: 'text/html', body: early });

  const inPage = (wallet: string | null): string => {
    const names = Object.entries(wallets).find(([id]) => id === wallet)?.[1].scripts ?? [];
    const routes = wallet === 'rabby to metamask' ? 'window.rabbyRoutesTo = "io.metamask";' : '';
    return `<script>localStorage.clear();</script>${names.map((name) => `<script>${routes}${inline(scripts.get(name) ?? '')}</script>`).join('')}`;
  };
  const answer = (url: URL): File | undefined => {
    const file = files.get(url.pathname);
    if (file?.type !== 'text/html') return file;
    // A function, since "$" in the scripts would otherwise mean something.
    const body = String(file.body).replace('<head>', () => `<head>${inPage(url.searchParams.get('wallet'))}`);
    return { ...file, body };
  };
  return {
    serve: async (context) => {
      await context.routeWebSocket(/.*/, (socket) => socket.close());
      await context.route(/^https?:\/\//, (route) => {
        const file = answer(new URL(route.request().url()));
        return file === undefined
          ? route.abort()
          : route.fulfill({ contentType: `${file.type}; charset=utf-8`, body: file.body });
      });
    },
  };
}

function html(name: string): string {
  return `<!doctype html><html><head><title>dApp</title></head><body><script>
    const run = () => import('/pages/${name}.js');
    // Rabby says so when it knows where it routes to; pages ask it for something later than that.
    if (window.rabby === undefined) run(); else addEventListener('ethereum#initialized', run, { once: true });
  </script></body></html>`;
}

/** A page that takes the function while it is being read, when no message of any wallet can have arrived. */
const early = `<!doctype html><html><head><title>dApp</title></head><body><script>
  const { request } = window.ethereum;
  const endings = {};
  addEventListener('ethereum#initialized', () => { window.routed = true; });
  const start = (transaction) => void request({ method: 'eth_requestAccounts' })
    .then(([from]) => request({ method: 'eth_sendTransaction', params: [{ from, ...transaction }] }))
    .then((result) => { endings.first = { result }; }, ({ code }) => { endings.first = { failure: { code } }; });
  Object.assign(window, { start, endings });
</script></body></html>`;

/** A script's text may not hold what ends a script element. */
function inline(script: string): string {
  return script.replaceAll('</script', '<\\/script');
}

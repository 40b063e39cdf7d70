import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

import { sites } from './lib/protocols/index.ts';

/**
 * Fixes the Chromium id to abilnflillgjieicgkimbdmjicgcdlca. Chromium runs the content scripts of a document in the
 * order of extension ids, so an id that sorts early hears a page's message before a wallet does (design §2.9).
 * The key is public; no private half was kept.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtj9e2gTtsBxt+inMYVdW0Hr3PQPrTeqKo6l1vHgCpNlohX3fzBjyxWYT92pHyejnziSCxdgcgdlTDzpdnUrpkwlIhP0dv/ejyNgwxo2s1Nrox9IxVZ6a5aqcT1mFNix1w/w6GkMwv23EXh/mTqAsTNz/y5mRZsSgFjdGKZUuSVYl6h15GKrx33mNoy3MPgZ6fVmjQRSmFmOTeRCWPfj83Koifdjth0M2s8/yksD3k3mZGaoHiasViZMObe9bqm3OrTSgyB/oSKFWqDkpsRH65Jhk/CBvK/GxcUK/UAZAS/1ChvAsXPoqyeohrODhticU5KqDMs1laTsUko6xzJweHwIDAQAB';

/** The demo build differs in one thing only: loopback pages count as a protected site. */
const demo = process.env.SLASHLIGHT_DEMO === '1';
const protectedSites = [...sites(), ...(demo ? ['http://127.0.0.1/*', 'http://localhost/*'] : [])];

/** Both scripts of a frame start their work and nothing else: what WXT puts around it would weigh a fifth of a kilobyte. */
const leanScripts: Plugin = {
  name: 'lean-content-scripts',
  enforce: 'pre',
  transform: (code, id) => {
    const script = /import definition from (\S+)/.exec(code)?.[1];
    return id.includes('content-script-main-world-entrypoint') && script !== undefined
      ? `import { main } from ${script}\nmain();`
      : null;
  },
};

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [leanScripts] }),
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${demo ? '-demo' : ''}`,
  manifest: ({ browser }) => ({
    name: 'Slashlight',
    description:
      'Before you sign a restaking deposit: who could slash it, how suddenly, and how fast you could leave.',
    // `activeTab` lets the popup name the site in front of the person, and offer to protect it, before we may enter it.
    permissions: ['storage', 'notifications', 'scripting', 'activeTab'],
    host_permissions: protectedSites,
    optional_host_permissions: ['*://*/*'],
    minimum_chrome_version: '119',
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src https: http://127.0.0.1:* http://localhost:*",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'slashlight@slashlight.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { key }),
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) {
        // Which sites are protected follows from the registry, never from a list typed a second time.
        script.matches = protectedSites;
        // The bridge is built like a page-world script, which spares it the polyfill, but it runs in its own world.
        if (script.js?.some((file) => file.endsWith('bridge.js')) === true) {
          Reflect.deleteProperty(script, 'world');
        }
      }
    },
  },
});

import { startFirefox } from '../../../../tools/browser/firefox.ts';
import { testSettings } from '../../support/settings.ts';
import type { Driver } from './driver.ts';
import { buildWallet, slashlight, walletGeckoId } from './extensions.ts';

const geckoId = 'slashlight@slashlight.example';
const ourId = '5f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a11';
const theirId = '5f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a12';

/** Firefox with a test wallet that listens to page messages in capture, or not. */
export async function driveFirefox(capture: boolean, scripts: boolean, proxy: number): Promise<Driver> {
  const ours = slashlight('firefox-mv3', scripts);
  const wallet = buildWallet({ browser: 'firefox', capture });
  const prefs = {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: ourId, [walletGeckoId]: theirId }),
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy,
    'dom.security.https_first': false,
    'dom.disable_open_during_load': false,
    'dom.popup_maximum': 1_000,
    // Tabs are opened behind each other: their timers run as in front.
    'dom.min_background_timeout_value': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
    'dom.ipc.processPrelaunch.enabled': true,
    'toolkit.cosmeticAnimations.enabled': false,
    'browser.sessionstore.resume_from_crash': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
  };
  const firefox = await startFirefox(null, prefs, ours.folder);
  await firefox.bidi.send('webExtension.install', { extensionData: { type: 'path', path: wallet.folder } });
  const desk = await firefox.open(firefox.page('popup.html'));
  const seen = await firefox.open(`moz-extension://${theirId}/seen.html`);
  const settings = JSON.stringify({ kind: 'settings/set', settings: testSettings });
  await firefox.run(desk, `browser.runtime.sendMessage(${settings})`);

  let gone = false;
  return {
    open: async (url) => {
      const { context } = await firefox.bidi.send('browsingContext.create', {
        type: 'tab',
        background: true,
      });
      // An attack may well leave its own page before it has loaded.
      void firefox.bidi
        .send('browsingContext.navigate', { context, url, wait: 'none' })
        .catch(() => undefined);
    },
    inWallet: (code) => soon(firefox.run(seen, code)),
    inSlashlight: (code) =>
      gone ? Promise.reject(new Error('the extension is gone')) : soon(firefox.run(desk, code)),
    inReview: async (code) => {
      const page = (await firefox.contexts()).find(({ url }) => url.includes('/review.html'));
      return page === undefined ? null : soon(firefox.run(page.context, code));
    },
    closeTabs: async () => {
      const others = (await firefox.contexts()).filter(({ context }) => context !== desk && context !== seen);
      await Promise.all(
        others.map(({ context }) =>
          soon(firefox.bidi.send('browsingContext.close', { context })).catch(() => undefined),
        ),
      );
    },
    killWorker: () => firefox.suspend(),
    removeExtension: async () => {
      gone = true;
      await soon(firefox.bidi.send('webExtension.uninstall', { extension: geckoId })).catch(() => undefined);
    },
    close: async () => {
      await firefox.close();
      wallet.remove();
      ours.remove();
    },
  };
}

/** What belongs to a page or an extension that goes away meanwhile may never be answered. */
function soon<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('the browser does not answer')), 8_000).unref();
    }),
  ]);
}

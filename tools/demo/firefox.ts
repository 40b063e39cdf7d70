import { built } from '../browser/built.ts';
import { startFirefox } from '../browser/firefox.ts';

/** Opens the demo in a Firefox of its own profile and waits until the person closes it. */
export async function openFirefoxDemo(url: string, chainUrl: string, ready: () => void): Promise<void> {
  const firefox = await startFirefox(null, {}, built('firefox-mv3-demo'), { headless: false });
  const options = await firefox.open(firefox.page('options.html'));
  const reply = await firefox.run<{ ok: boolean }>(
    options,
    `browser.runtime.sendMessage({ kind: 'settings/get' }).then(({ settings }) =>
      browser.runtime.sendMessage({ kind: 'settings/set', settings: { ...settings, nodes: { 1: [${JSON.stringify(chainUrl)}] } } }))`,
  );
  if (!reply.ok) throw new Error('The options page refused the local node.');
  await firefox.open(url);
  ready();
  await firefox.ended;
}

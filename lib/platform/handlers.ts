import type { Settings } from '../messages/index.ts';
import { noticeAround, signTab } from './badge.ts';
import { deleteChecks, recentChecks, recentLines } from './checks-store.ts';
import type { Holder } from './holding/holder.ts';
import { siteName } from './holding/view.ts';
import { deleteLearnt } from './learnt-store.ts';
import { activeTab, gapsOf, signOf } from './page-states.ts';
import type { Handlers } from './router.ts';
import { deleteSettings, loadSettings, saveSettings } from './settings-store.ts';
import type { Judging } from './start-background.ts';

export type HandlerParts = {
  readonly holder: Holder;
  readonly judging: Pick<Judging, 'probe' | 'builtInNodes' | 'chains' | 'nodesChanged'>;
  readonly sitesChanged: (off: readonly string[]) => void;
};

/** One handler for each kind of message: thin, the work is done elsewhere. */
export function makeHandlers({ holder, judging, sitesChanged }: HandlerParts): Handlers {
  return {
    'hold/ask': (message, asker) => holder.ask(message, asker),
    'hold/cancel': async ({ id }, asker) => {
      await holder.cancel(id, asker);
      return { ok: true };
    },
    'page/gap': async ({ gap }, { tabId, frameId, topOrigin }) => {
      // A frame that came late does not make the whole page late; every other reason speaks for the page.
      if (frameId !== 0 && gap === 'late-script') return { ok: true };
      // Signed by all reasons at once: a milder one that is noticed later does not wipe out a worse one.
      const all = await gapsOf(tabId);
      await signTab(tabId, signOf(all.includes(gap) ? all : [gap]));
      if (gap === 'went-around' || gap === 'perhaps-around')
        await noticeAround(siteName(topOrigin), gap === 'went-around');
      return { ok: true };
    },
    'review/open': (message, windowId) => holder.open(windowId ?? message.windowId),
    'review/answer': (message, windowId) =>
      windowId === null ? Promise.resolve({ ok: false, why: 'ended' }) : holder.answer(message, windowId),
    'review/retry': async ({ requestId }) => ({ ok: await holder.retry(requestId) }),
    'popup/status': () => status(holder),
    'popup/show-review': async () => ({ ok: await holder.showReview() }),
    'site/switch': async ({ host, on }) => {
      const { settings } = await loadSettings();
      const others = settings.sitesOff.filter((site) => site !== host);
      const sitesOff = on ? others : [...others, host];
      return saved({ ...settings, sitesOff }, sitesChanged);
    },
    'settings/get': async () => {
      const { settings, damaged } = await loadSettings();
      return { settings, damaged, builtInNodes: judging.builtInNodes, chains: judging.chains };
    },
    'settings/set': async ({ settings }) => {
      const result = await saved(settings, sitesChanged);
      if (result.ok) judging.nodesChanged((await loadSettings()).settings);
      return result;
    },
    'nodes/probe': ({ chainId, url }) => judging.probe(chainId, url),
    'data/delete': async ({ what }) => {
      if (what !== 'settings') await deleteChecks();
      if (what === 'all') await deleteLearnt();
      if (what !== 'checks') {
        await deleteSettings();
        sitesChanged([]);
      }
      return { ok: true };
    },
  };
}

async function saved(
  settings: unknown,
  sitesChanged: (off: Settings['sitesOff']) => void,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }> {
  const result = await saveSettings(settings);
  if (!result.ok) return { ok: false, why: result.why };
  sitesChanged(result.loaded.settings.sitesOff);
  return { ok: true };
}

async function status(holder: Holder): ReturnType<Handlers['popup/status']> {
  const { settings, damaged } = await loadSettings();
  const [tab, held, checks, lines] = await Promise.all([
    activeTab(settings.sitesOff),
    holder.status(),
    recentChecks(),
    recentLines(),
  ]);
  return { ...tab, ...held, checks, lines, settingsDamaged: damaged };
}

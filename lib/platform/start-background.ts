import { browser } from 'wxt/browser';

import type { Held } from '../decide/index.ts';
import type { CheckedView, NodeProbe, ReviewUpdate, Settings, SettingsReply } from '../messages/index.ts';
import { deliver, stillWaits } from './asking-page.ts';
import { signAttention, signTab } from './badge.ts';
import { rememberCheck, rememberLine } from './checks-store.ts';
import { makeHandlers } from './handlers.ts';
import { heldStore } from './held-store.ts';
import type { HoldingDeps } from './holding/deps.ts';
import { type Holder, makeHolder } from './holding/holder.ts';
import { watchGrantedSites } from './granted-sites.ts';
import { signOpenTabs } from './page-states.ts';
import { reviewWindows } from './review-windows.ts';
import { route } from './router.ts';
import { type LoadedSettings, loadSettings } from './settings-store.ts';
import { watchSimulation } from './simulation-watch.ts';
import { makeTabWatch } from './tab-watch.ts';

/** What the background does not know by itself: how to find, read and judge. */
export type Judging = {
  readonly triage: HoldingDeps['triage'];
  /** Reads and judges one held request. The settings are those in force when it starts. */
  readonly check: (
    held: Held,
    settings: LoadedSettings,
    onUpdate: (view: CheckedView) => void,
    signal: AbortSignal,
  ) => Promise<CheckedView>;
  readonly probe: (chainId: number, url: string) => Promise<NodeProbe>;
  /** The person chose other settings: their nodes may be new. */
  readonly nodesChanged: (settings: Settings) => void;
  readonly builtInNodes: Settings['nodes'];
  /** Names of the chains that the registry speaks of, by chain id. */
  readonly chains: SettingsReply['chains'];
};

/** Starts the background. Every listener is registered before the first await: an event that wakes the worker is heard. */
export function startBackground(judging: Judging): void {
  const watch = makeTabWatch((tabId) => void holder.tabLoading(tabId));
  const holder: Holder = makeHolder(depsOf(judging, watch.requests));
  const ready = holder.start();
  const handlers = makeHandlers({ holder, judging, sitesChanged: watch.sites });

  browser.runtime.onMessage.addListener((message: unknown, sender) => route(handlers, message, sender));
  browser.windows.onRemoved.addListener((windowId) => void holder.windowClosed(windowId));
  browser.tabs.onRemoved.addListener((tabId) => void holder.tabClosed(tabId));
  browser.runtime.onInstalled.addListener(signTabs);
  browser.notifications.onClicked.addListener(() => void holder.showReview());
  watchGrantedSites(signTabs);
  watchSimulation();
  void ready.then(loadSettings).then(({ settings }) => watch.sites(settings.sitesOff));
}

/** Says on each open tab how it stands. */
function signTabs(): void {
  void loadSettings().then(({ settings }) => signOpenTabs(settings.sitesOff));
}

function depsOf(judging: Judging, watch: (on: boolean) => void): HoldingDeps {
  return {
    store: heldStore,
    windows: reviewWindows,
    triage: judging.triage,
    check: async (held, onUpdate, signal) => judging.check(held, await loadSettings(), onUpdate, signal),
    deliver,
    stillWaits,
    push: (windowId, view) => {
      const update: ReviewUpdate = { kind: 'review/update', windowId, view };
      browser.runtime.sendMessage(update).catch(() => undefined); // no page listens yet: it asks when it opens
    },
    attention: (needed) => void signAttention(needed),
    siteOff,
    passedOff: (tabId) => void signTab(tabId, 'off'),
    remember: (row) => void rememberCheck(row),
    line: (site, text) => void rememberLine({ at: Date.now(), site, text }),
    watch,
    now: Date.now,
    later: (work, ms) => void setTimeout(work, ms),
  };
}

/** Whether the person switched Slashlight off for the site of an origin. */
async function siteOff(topOrigin: string): Promise<boolean> {
  const { settings } = await loadSettings();
  return URL.canParse(topOrigin) && settings.sitesOff.includes(new URL(topOrigin).host);
}

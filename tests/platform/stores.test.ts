import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { Held } from '../../lib/decide/index.ts';
import type { CheckRow } from '../../lib/messages/index.ts';
import { deleteChecks, recentChecks, rememberCheck } from '../../lib/platform/checks-store.ts';
import { heldStore } from '../../lib/platform/held-store.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));

const held: Held = {
  id: '3f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a11',
  state: 'asked',
  decision: null,
  tabId: 1,
  frameId: 0,
  documentId: null,
  origin: 'https://a.example',
  topOrigin: 'https://a.example',
  incognito: false,
  method: 'eth_sendTransaction',
  params: '[]',
  hash: 'h',
  account: null,
  chainId: '0x1',
  via: 'wrapper',
  realm: 'own',
  askedAt: 1,
  expiresAt: 2,
  repeats: 0,
};

const row: CheckRow = {
  at: 1,
  site: 'a.example',
  titles: [],
  level: 'ok',
  word: 'Within limits',
  outcome: 'continued',
};

beforeEach(() => fakeBrowser.reset());

describe('held requests in the session store', () => {
  it('come back with the state they were marked with last', async () => {
    await heldStore.add(held);
    const decided: Held = { ...held, state: 'answered', decision: 'deny' };
    await heldStore.mark(decided);
    await heldStore.setMeta({ windowId: 7, backs: [{ hash: 'h', at: 1, count: 2 }] });
    expect(await heldStore.load()).toEqual({
      held: [decided],
      meta: { windowId: 7, backs: [{ hash: 'h', at: 1, count: 2 }] },
    });
    await heldStore.drop(held.id);
    expect((await heldStore.load()).held).toEqual([]);
  });

  it('do not come back allowed, nor at all, where the store was damaged', async () => {
    await heldStore.add({ ...held, state: 'answered', decision: 'allow' });
    await fakeBrowser.storage.session.set({ [`mark:${held.id}`]: { state: 'answered', decision: 'yes' } });
    expect((await heldStore.load()).held).toEqual([held]);
    await fakeBrowser.storage.session.set({ [`held:${held.id}`]: { ...held, origin: 5 }, 'held-meta': 'x' });
    expect(await heldStore.load()).toEqual({ held: [], meta: { windowId: null, backs: [] } });
  });
});

describe('the list of recent checks', () => {
  it('keeps the last twenty, newest first', async () => {
    for (let at = 1; at <= 25; at += 1) await rememberCheck({ ...row, at });
    const checks = await recentChecks();
    expect(checks.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
    await deleteChecks();
    expect(await recentChecks()).toEqual([]);
  });

  it('leaves out what it cannot read', async () => {
    await fakeBrowser.storage.local.set({ checks: [row, { ...row, level: 'fine' }, null, 7] });
    expect(await recentChecks()).toEqual([row]);
    await fakeBrowser.storage.local.set({ checks: 'damaged' });
    expect(await recentChecks()).toEqual([]);
  });
});

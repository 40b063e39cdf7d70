import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import {
  checkSettings,
  loadSettings,
  readSettings,
  saveSettings,
} from '../../lib/platform/settings-store.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));

const good = {
  version: 1,
  limits: {
    preset: 'balanced',
    yours: { maxExit: '1555200', maxSingleAvs: null },
    unknownPolicy: 'ask',
    untracedPolicy: 'strict',
  },
  guesses: { pAvs: 0.02, mcPaths: 50_000 },
  nodes: { '1': ['https://node.example', 'http://127.0.0.1:8545'] },
  sitesOff: ['app.example'],
};

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the balanced preset, the built-in nodes and every site on in an empty store', async () => {
    const { settings, damaged } = await loadSettings();
    expect(damaged).toBe(false);
    expect(settings.limits.preset).toBe('balanced');
    expect(settings.limits.yours).toEqual({});
    expect([settings.nodes, settings.sitesOff]).toEqual([{}, []]);
  });

  it('come back as they were stored', async () => {
    expect((await saveSettings(good)).ok).toBe(true);
    const { settings, limits, damaged } = await loadSettings();
    expect(settings).toEqual(good);
    expect(limits.values.maxExit).toBe(1_555_200n);
    expect(limits.values.maxSingleAvs).toBeNull();
    expect(damaged).toBe(false);
  });

  it('keep whether requests are tried, and a store from before that choice does not try them', () => {
    expect(readSettings({ ...good, simulate: true }).settings.simulate).toBe(true);
    expect(readSettings(good).settings.simulate).toBeUndefined();
    const checked = checkSettings({ ...readSettings(good).settings, simulate: true });
    expect(checked.ok && checked.loaded.settings.simulate).toBe(true);
    expect(checkSettings({ ...readSettings(good).settings, simulate: 'yes' }).ok).toBe(false);
  });

  it('of a version without guesses and with fewer limits still hold, and the rest is the preset’s', () => {
    const old = {
      version: 1,
      limits: { schemaVersion: 1, preset: 'conservative', values: { maxExit: '86400' } },
      nodes: {},
      sitesOff: [],
    };
    const { settings, limits, damaged } = readSettings(old);
    expect([damaged, settings.guesses]).toEqual([false, {}]);
    expect(limits.values).toMatchObject({ maxExit: 86_400n, minMonthsLive: 24n, minBridgeVerifiers: 2n });
  });

  it('keep whole limits, and say so, where only the guesses are damaged', () => {
    const checked = checkSettings(good);
    if (!checked.ok || typeof checked.stored !== 'object') throw new Error('good settings were refused');
    const { settings, damaged } = readSettings({ ...checked.stored, guesses: { pAvs: 7 } });
    expect([damaged, settings.guesses, settings.limits]).toEqual([true, {}, good.limits]);
  });

  it.each([
    ['not an object', 'x'],
    ['null', null],
    ['a list', []],
    ['another version', { ...good, version: 2, limits: { schemaVersion: 9 } }],
    ['damaged limits', { version: 1, limits: { preset: 'reckless' }, nodes: {}, sitesOff: [] }],
    ['limits of another shape', { version: 1, limits: 7, nodes: {}, sitesOff: [] }],
  ])('fall back to the careful preset, and say so, where the store is %s', (_, stored) => {
    const { settings, limits, damaged } = readSettings(stored);
    expect(damaged).toBe(true);
    expect(settings.limits.preset).toBe('conservative');
    expect(limits.preset).toBe('conservative');
    expect(settings.sitesOff).toEqual([]);
  });

  it('keep whole limits, and say so, where only the nodes or sites are damaged', () => {
    const checked = checkSettings(good);
    if (!checked.ok || typeof checked.stored !== 'object') throw new Error('good settings were refused');
    const { settings, damaged } = readSettings({ ...checked.stored, nodes: { '1': ['ftp://x'] } });
    expect(damaged).toBe(true);
    expect(settings.limits).toEqual(good.limits);
    expect(settings.nodes).toEqual({});
  });

  it.each([
    ['a node without https', { ...good, nodes: { '1': ['http://node.example'] } }],
    ['a node with a password', { ...good, nodes: { '1': ['https://a:b@node.example'] } }],
    ['a script for a node', { ...good, nodes: { '1': ['javascript:alert(1)'] } }],
    ['a chain that is none', { ...good, nodes: { '0x1': [] } }],
    ['an unknown preset', { ...good, limits: { ...good.limits, preset: 'none' } }],
    ['an unknown limit', { ...good, limits: { ...good.limits, yours: { maxFun: '1' } } }],
    ['a limit that is no number', { ...good, limits: { ...good.limits, yours: { maxExit: 'soon' } } }],
    ['a negative limit', { ...good, limits: { ...good.limits, yours: { maxExit: '-1' } } }],
    ['a chance above one', { ...good, guesses: { pAvs: 1.5 } }],
    ['a guess that is a text', { ...good, guesses: { pAvs: '0.5' } }],
    ['a count with a part', { ...good, guesses: { mcPaths: 1.5 } }],
    ['more draws than the engine takes', { ...good, guesses: { mcPaths: 1e9 } }],
    ['an unknown guess', { ...good, guesses: { pFun: 0.5 } }],
    ['something more', { ...good, more: 1 }],
    ['nothing', undefined],
  ])('are refused with %s, and the store stays as it was', async (_, value) => {
    await saveSettings(good);
    const refused = await saveSettings(value);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.why).not.toBe('');
    expect((await loadSettings()).settings).toEqual(good);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cases } from './cases/index.ts';
import { open, type RunName } from './cases/open.ts';
import { driveChromium } from './run/chromium.ts';
import type { Driver } from './run/driver.ts';
import { driveFirefox } from './run/firefox.ts';
import { type Pages, servePages } from './run/pages.ts';
import { type Result, runCases, runControl, type Verdict } from './run/run.ts';
import { tableOf } from './run/table.ts';

/** A busy machine takes its time; nothing in here is decided by it. */
const longMs = 1_500_000;
const kept: readonly Verdict[] = ['held', 'refused', 'shown'];
const broken: readonly Verdict[] = ['LEAK', 'MORE', 'LOST'];

type Run = {
  readonly name: RunName | 'chromium-without' | 'firefox-without';
  readonly start: (proxy: number) => Promise<Driver>;
};

const runs: { readonly chromium: readonly Run[]; readonly firefox: readonly Run[] } = {
  chromium: [
    { name: 'chromium-below', start: (proxy) => driveChromium('below', true, proxy) },
    { name: 'chromium-above', start: (proxy) => driveChromium('above', true, proxy) },
    { name: 'chromium-without', start: (proxy) => driveChromium('below', false, proxy) },
  ],
  firefox: [
    { name: 'firefox-bubble', start: (proxy) => driveFirefox(false, true, proxy) },
    { name: 'firefox-capture', start: (proxy) => driveFirefox(true, true, proxy) },
    { name: 'firefox-without', start: (proxy) => driveFirefox(false, false, proxy) },
  ],
};

const results = new Map<string, Map<string, Result>>();

beforeAll(async () => {
  const pages = await servePages(cases);
  await Promise.all([runAll('chromium', pages), runAll('firefox', pages)]);
  await pages.close();
}, longMs);

afterAll(() => console.log(tableOf(cases, results)));

async function runAll(browser: 'chromium' | 'firefox', pages: Pages): Promise<void> {
  for (const { name, start } of runs[browser]) {
    const found = new Map<string, Result>();
    results.set(name, found);
    const list = cases.filter(({ only }) => only === undefined || only === browser);
    const driver = await start(pages.port);
    try {
      const run = name.endsWith('without') ? runControl : runCases;
      await run(driver, list, (result) => found.set(result.id, result));
    } finally {
      await driver.close();
    }
  }
}

describe.each(Object.entries(runs))('in %s', (browser, list) => {
  const here = cases.filter(({ only }) => only === undefined || only === browser);

  describe.each(list.filter(({ name }) => !name.endsWith('without')))('$name', ({ name }) => {
    it.each(here)('$id: a page that $does is not signed unseen', ({ id, tame }) => {
      const result = results.get(name)?.get(id);
      const known = Object.hasOwn(open, id) ? open[id] : undefined; // "constructor" is a case, too
      const usual: readonly Verdict[] = tame === undefined ? kept : [...kept, 'unreached'];
      const races = known?.sometimes === true ? usual : [];
      const wanted = known?.runs.some((run) => run === name) === true ? [...broken, ...races] : usual;
      expect(wanted, result?.detail).toContain(result?.verdict);
    });
  });

  it.each(here)('$id reaches the wallet without Slashlight', ({ id, tame }) => {
    const result = results.get(`${browser}-without`)?.get(id);
    expect(result?.verdict, result?.detail).toBe(tame === undefined ? 'LEAK' : 'unreached');
  });
});

it('tries at least sixty ways, each under a name of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(Object.keys(open).filter((id) => !cases.some((one) => one.id === id))).toEqual([]);
});

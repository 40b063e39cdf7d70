import { existsSync } from 'node:fs';

import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { requireBrowser } from '../../tools/browsers.ts';
import {
  type Chromium,
  noReviewWindow,
  reviewWindow,
  reviewWindows,
  startChromium,
} from '../e2e/support/chromium.ts';
import { goBack, goOn } from '../e2e/support/review.ts';
import { prepare } from '../e2e/support/settings.ts';
import { type Row, absent, rows } from './rows.ts';
import { type Act, depositOf, ending, endingNow, reached } from './support/drive.ts';
import { type WalletId, buildSite, wallets } from './support/serve.ts';
import { type Result, emptyResult, inWords, printResults } from './support/table.ts';
import { type Reached, hash, signature } from './wallets/chain.ts';

/** A site on the list that belongs to no protocol: a payment there to somebody unknown is nobody's business. */
const aggregator = 'https://app.uniswap.org';

const results: Result[] = [];

let guarded: Chromium;
let bare: Browser;
let bareContext: BrowserContext;

beforeAll(async () => {
  const site = await buildSite();
  guarded = await startChromium();
  await prepare(guarded);
  await site.serve(guarded.context);
  bare = await chromium.launch({ executablePath: requireBrowser('chromium'), args: ['--no-sandbox'] });
  bareContext = await bare.newContext();
  bareContext.setDefaultTimeout(15_000);
  await site.serve(bareContext);
});

afterEach(async () => {
  for (const window of reviewWindows(guarded)) await goBack(window);
  // A test that failed leaves pages, and what they still ask for would disturb the next one.
  for (const page of guarded.context.pages()) if (page.url().startsWith('https:')) await page.close();
  await noReviewWindow(guarded);
});

afterAll(async () => {
  await guarded.close();
  await bare.close();
  printResults(results, (library) => rows.find(({ name }) => name === library)?.packages ?? []);
  for (const { name, why } of absent) console.log(`${name}: not testable here: ${why}`);
});

/** Opens a page with a wallet in it and connects as its library does. */
async function open(
  context: BrowserContext,
  origin: string,
  path: string,
  row: Row,
  id: WalletId,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}${path}&wallet=${id}`);
  await row.drive.connect(page, wallets[id].name);
  return page;
}

/** One act from its start to its end. */
async function act(page: Page, row: Row, what: Act): Promise<unknown> {
  await row.drive.start(page, what, what);
  return ending(page, what);
}

type Unrelated = Readonly<Record<'chainId' | 'signed' | 'sent', unknown>> & {
  readonly saw: readonly Reached[];
};

/** What is none of our business: its answers, and what the wallet was asked for. */
async function unrelated(context: BrowserContext, row: Row, id: WalletId): Promise<Unrelated> {
  const page = await open(context, aggregator, row.path(wallets[id].rdns), row, id);
  const chainId = await row.drive.chainId(page);
  const signed = await act(page, row, 'sign');
  const sent = await act(page, row, 'transfer');
  const saw = await reached(page);
  await page.close();
  return { chainId, signed, sent, saw };
}

/** The deposit without the extension: what the wallet is asked for then. */
async function unguarded(row: Row, id: WalletId): Promise<Reached[]> {
  const page = await open(bareContext, row.site, row.depositPath ?? row.path(wallets[id].rdns), row, id);
  expect(await act(page, row, 'deposit')).toEqual({ result: hash });
  const saw = await reached(page);
  await page.close();
  expect(saw).toHaveLength(1);
  return saw;
}

/** The fields that the page gave, as the wallet got them; addresses in whatever letters the library writes them. */
function fieldsOf(request: Reached | undefined): object {
  return lowerCase(Array.isArray(request?.params) ? request.params[0] : null);
}

function lowerCase(value: unknown): object {
  return JSON.parse(JSON.stringify(value).toLowerCase());
}

describe.each(rows)('$name', (row) => {
  it.each(row.wallets)('with %s: held, refused in its own manner, forwarded as it was', async (id) => {
    const result = emptyResult(row.name, id);
    results.push(result);

    if (row.depositOnly !== true) {
      const [usual, ours] = await Promise.all([
        unrelated(bareContext, row, id),
        unrelated(guarded.context, row, id),
      ]);
      expect(usual).toMatchObject({
        chainId: { result: 1 },
        signed: { result: signature },
        sent: { result: hash },
      });
      expect(usual.saw.map(({ method }) => method)).toEqual(['personal_sign', 'eth_sendTransaction']);
      expect(ours).toEqual(usual);
      expect(reviewWindows(guarded)).toEqual([]);
    }
    result.unrelated = row.depositOnly ? 'see the row above' : 'unchanged';

    const [asked, page] = await Promise.all([
      unguarded(row, id),
      open(guarded.context, row.site, row.depositPath ?? row.path(wallets[id].rdns), row, id),
    ]);
    expect(fieldsOf(asked[0])).toMatchObject(lowerCase(row.deposits));
    await row.drive.start(page, 'deposit', 'first');
    const first = await reviewWindow(guarded);
    expect(await endingNow(page, 'first')).toBeNull();
    expect(await reached(page)).toEqual([]);
    result.held = 'yes';
    await goBack(first);
    expect(await ending(page, 'first')).toMatchObject({ failure: row.refused });
    expect(await reached(page)).toEqual([]);
    result.refused = inWords(row.refused);
    await noReviewWindow(guarded);

    await row.drive.start(page, 'deposit', 'second');
    const second = await reviewWindow(guarded);
    expect(await reached(page)).toEqual([]);
    await goOn(second);
    expect(await ending(page, 'second')).toEqual({ result: hash });
    expect(await reached(page)).toEqual(asked);
    result.forwarded = 'hash, same request';
    await page.close();
  });
});

/** The window with a question in it that nobody has answered; null once the request has ended. */
async function question(page: Page): Promise<Page | null> {
  while ((await endingNow(page, 'first')) === null) {
    const [window] = reviewWindows(guarded);
    const anyway = window?.getByRole('button', { name: 'Continue anyway…' });
    if (window !== undefined && (await anyway?.isVisible().catch(() => false))) return window;
    await page.waitForTimeout(50);
  }
  return null;
}

describe('a function taken before Rabby had chosen where it routes to', () => {
  it('is held at each step of the relay, until the last "Continue", and reaches MetaMask once', async () => {
    const result = {
      ...emptyResult('none, function taken early', 'rabby to metamask'),
      refused: '-',
      unrelated: '-',
    };
    results.push(result);
    const page = await guarded.context.newPage();
    await page.goto(`${rows[0]?.site}/early?wallet=rabby to metamask`);
    await page.waitForFunction('window.routed');
    await page.evaluate(`start(${JSON.stringify(depositOf())})`);
    let questions = 0;
    for (let window = await question(page); window !== null; window = await question(page)) {
      questions += 1;
      expect(await reached(page)).toEqual([]);
      await goOn(window);
    }
    expect(questions).toBeGreaterThan(0);
    result.held = 'yes';
    expect(await ending(page, 'first')).toEqual({ result: hash });
    expect(await reached(page)).toMatchObject([{ by: 'metamask', method: 'eth_sendTransaction' }]);
    result.forwarded = `hash, same request; asked ${questions} times`;
    await page.close();
  });
});

describe('what is not driven here', () => {
  it.each(absent)('$name is not installed, and the table says why', ({ package: name, why }) => {
    expect(existsSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url))).toBe(false);
    expect(why).not.toBe('');
  });
});

import { join } from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';

import { assessDocument } from '../assess/document.ts';
import { built } from '../browser/built.ts';
import { chooseNodes, openOwnPage, startChromium } from '../browser/chromium.ts';
import type { Variant, WorldName } from '../chain/world-types.ts';
import { DEMO_ACCOUNT, startChain } from '../chain/world.ts';
import { demoDeposits } from './deposits.ts';
import { demoPages } from './pages.ts';

const widths = [420, 320] as const;
const schemes = ['light', 'dark'] as const;

type Scene = {
  readonly name: 'within' | 'near' | 'over' | 'unknown';
  readonly world: WorldName;
  readonly variant: Variant;
  /** A protocol's own site, which the demo dApp stands under. */
  readonly origin: string;
  readonly protocol: RegExp;
  /** How the person answers. */
  readonly answer: 'continue' | 'back';
};

const renzo = { world: 'renzo', origin: 'https://app.renzoprotocol.com', protocol: /Renzo/ } as const;

/**
 * A position of one's own within limits. A token near them, since nobody can promise how long its validators take
 * to leave. The same over a limit, where the figure is typed. And one that cannot be read: the person goes back.
 */
const scenes: readonly Scene[] = [
  {
    name: 'within',
    world: 'eigenlayer-direct',
    variant: 'within',
    origin: 'https://app.eigenlayer.xyz',
    protocol: /EigenLayer/,
    answer: 'continue',
  },
  { ...renzo, name: 'near', variant: 'within', answer: 'continue' },
  { ...renzo, name: 'over', variant: 'over', answer: 'continue' },
  { ...renzo, name: 'unknown', variant: 'unknown', answer: 'back' },
];

/**
 * Makes the whole deposit without a person, once a scene, and prints each assessment as JSON.
 *
 * @param shots - where to put pictures; null for none
 * @returns exit code: 1 where the wallet saw the request before "Continue", or not after it
 */
export async function demoAlone(shots: string | null): Promise<number> {
  const { context, stop } = await startChromium({ extensions: [built('chrome-mv3')] });
  let wrong = 0;
  try {
    for (const scene of scenes) wrong += await play(context, scene, shots);
    if (shots !== null) await shootOwnPages(context, shots);
  } finally {
    await stop();
  }
  console.error(
    wrong === 0
      ? 'The wallet saw nothing before "Continue".'
      : `${wrong} of ${scenes.length} scenes went wrong.`,
  );
  return wrong === 0 ? 0 : 1;
}

/** One scene on a chain of its own. Returns 1 where it went wrong. */
async function play(context: BrowserContext, scene: Scene, shots: string | null): Promise<number> {
  const { name, world, variant, answer, protocol } = scene;
  const chain = await startChain({ world, variant });
  try {
    await chooseNodes(context, [chain.url]);
    const page = await openDapp(context, scene.origin, chain.url);
    const opened = context.waitForEvent('page', (one) => one.url().includes('review.html'));
    await page.getByRole('button', { name: protocol }).click();
    const review = await opened;
    await review.locator('h1:not(.static-main h1)').first().waitFor();
    await review
      .getByRole('button', { name: /^Continue|^Try again|^Read again/ })
      .first()
      .waitFor({ timeout: 30_000 });
    if (shots !== null) await shoot(review, join(shots, name));
    const early = await seen(page);
    if (answer === 'back') await review.getByRole('button', { name: 'Go back' }).click();
    else await goOn(review);
    const expected = answer === 'continue' ? 1 : 0;
    await page
      .locator('#page', { hasText: answer === 'continue' ? 'sent' : 'refused' })
      .waitFor({ timeout: 15_000 });
    const late = await seen(page);
    await print(scene, chain.url);
    console.error(`${name}: the wallet saw ${early} before the answer, ${late} after "${answer}".`);
    await page.close();
    return early === 0 && late === expected ? 0 : 1;
  } finally {
    await chain.stop();
  }
}

/** The demo dApp under the protocol's own https origin; nothing leaves this machine. */
async function openDapp(context: BrowserContext, origin: string, chainUrl: string): Promise<Page> {
  const answerTo = demoPages(chainUrl, demoDeposits(DEMO_ACCOUNT));
  await context.unroute(`${origin}/**`);
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const { status, type, body } = await answerTo(pathname, route.request().postData() ?? '');
    await route.fulfill({ status, contentType: type, body });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  return page;
}

/** "Continue" as a person gives it: types the figure where the window demands one, and waits for the input guard. */
async function goOn(review: Page): Promise<void> {
  await review.bringToFront();
  const anyway = review.getByRole('button', { name: /^Continue anyway/ });
  if (await anyway.isVisible()) {
    await anyway.click();
    const field = review.getByRole('textbox');
    await field.fill(await review.locator('label strong').innerText());
  }
  // Each press before the guard has run out does nothing, so press until the window goes.
  for (let attempt = 0; attempt < 20 && !review.isClosed(); attempt += 1) {
    await review.waitForTimeout(400).catch(() => undefined);
    await review
      .getByRole('button', { name: /^Continue$/ })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
  }
}

async function shoot(review: Page, path: string): Promise<void> {
  for (const colorScheme of schemes) {
    await review.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await review.setViewportSize({ width, height: 640 });
      await review.waitForTimeout(800); // the input guard draws "Continue" as not ready for 700 ms
      await review.screenshot({ path: `${path}-${colorScheme}-${width}.png` });
    }
  }
  await review.setViewportSize({ width: 420, height: 640 });
}

async function shootOwnPages(context: BrowserContext, shots: string): Promise<void> {
  for (const [name, width, height] of [
    ['popup', 360, 560],
    ['options', 1000, 800],
  ] as const) {
    const page = await openOwnPage(context, `${name}.html`);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`) });
    }
    await page.close();
  }
}

async function seen(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(globalThis, 'demoWalletSaw').length);
}

/** The same check without a browser, as `npm run assess` gives it. */
async function print({ name, origin, protocol }: Scene, chainUrl: string): Promise<void> {
  const deposit = demoDeposits(DEMO_ACCOUNT).find(({ label }) => protocol.test(label));
  if (deposit === undefined) throw new Error('no deposit to assess');
  const { to, value, data } = deposit;
  const params = [{ from: DEMO_ACCOUNT, to, value, data }];
  const { document } = await assessDocument({
    request: { method: 'eth_sendTransaction', params },
    origin,
    chainId: 1,
    account: DEMO_ACCOUNT,
    rpc: { 1: [chainUrl] },
    limits: { preset: 'balanced' },
  });
  console.log(JSON.stringify({ scene: name, ...document }));
}

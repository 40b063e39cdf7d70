import type { Case } from '../cases/case.ts';
import { decideAll } from './decide.ts';
import type { Driver, HeldRequest } from './driver.ts';
import { addressOf, leavingNonce } from './pages.ts';
import { type Account, accountOf, flush, look, type Look, lookUntil } from './watch.ts';

/** How a way ended. The first four keep the promise, the others break it. */
export type Verdict =
  | 'held' // the wallet saw nothing before "Continue", and after it what was judged, once
  | 'refused' // the wallet saw nothing, and the page was told so
  | 'shown' // the wallet may have seen it, and the toolbar said that the page is not protected
  | 'unreached' // the control: nothing arrived, as the case says it would
  | 'LEAK' // the wallet saw it unseen
  | 'MORE' // after one "Continue" the wallet saw more than that
  | 'OTHER' // after "Continue" the wallet saw something else than what was judged
  | 'LOST' // after "Continue" the wallet saw nothing
  | 'SILENT'; // nothing happened at all: the case does not work, or the request hangs

export type Result = { readonly id: string; readonly verdict: Verdict; readonly detail: string };

const atOnce = 8;
const patienceMs = 25_000;

/** Runs every case, several at a time; those that do something to the extension come last, one by one. */
export async function runCases(
  driver: Driver,
  cases: readonly Case[],
  onResult: (result: Result) => void,
): Promise<void> {
  const plain = cases.filter(({ life }) => life === undefined);
  for (let at = 0; at < plain.length; at += atOnce)
    for (const result of await runBatch(driver, plain.slice(at, at + atOnce))) onResult(result);
  for (const one of cases.filter(({ life }) => life !== undefined))
    for (const result of await runBatch(driver, [one])) onResult(result);
}

/** Runs the same list without Slashlight in the pages: which of them reach the wallet? */
export async function runControl(
  driver: Driver,
  cases: readonly Case[],
  onResult: (result: Result) => void,
): Promise<void> {
  const most = atOnce + 4;
  for (let at = 0; at < cases.length; at += most) {
    const batch = cases.slice(at, at + most);
    await openAll(driver, batch);
    const last = await lookUntil(
      driver,
      (now) => batch.every((one) => hasReached(accountOf(one.id, now), one)),
      patienceMs,
    );
    for (const one of batch) {
      const account = accountOf(one.id, last);
      const verdict = account.saw.length > 0 ? 'LEAK' : one.tame === undefined ? 'SILENT' : 'unreached';
      onResult({ id: one.id, verdict, detail: detailOf(account) });
    }
    await driver.closeTabs();
  }
}

async function openAll(driver: Driver, batch: readonly Case[]): Promise<void> {
  await Promise.all(batch.map((one) => driver.open(addressOf(one))));
}

async function runBatch(driver: Driver, batch: readonly Case[]): Promise<readonly Result[]> {
  await openAll(driver, batch);
  const accounts = (now: Look): readonly Account[] => batch.map(({ id }) => accountOf(id, now));
  const settled = await lookUntil(
    driver,
    (now) => accounts(now).every((account, index) => hasSettled(account, batch[index])),
    patienceMs,
  );
  await flush(
    driver,
    accounts(settled).flatMap(({ tabs }) => tabs),
  );
  for (const { life } of batch) {
    if (life === undefined) continue;
    await live(driver, life);
    await lookUntil(
      driver,
      (now) => accounts(now).every((account, index) => hasSettled(account, batch[index])),
      patienceMs,
    );
  }
  // A word about the page may still be on its way to the toolbar.
  const before = accounts(
    await lookUntil(
      driver,
      (now) => accounts(now).every(({ saw, warned }) => saw.length === 0 || warned),
      1_500,
    ),
  );
  const allowed = before.flatMap(toContinue);
  const continued = new Set(
    await decideAll(
      driver,
      allowed.map(({ id }) => id),
    ),
  );
  const waitsFor = (index: number): boolean =>
    before[index] !== undefined && toContinue(before[index]).some(({ id }) => continued.has(id));
  const arrived = await lookUntil(
    driver,
    (now) =>
      accounts(now).every(
        ({ saw }, index) => !waitsFor(index) || saw.length > 0 || batch[index]?.after === 'may-end',
      ),
    5_000,
  );
  await flush(
    driver,
    accounts(arrived).flatMap(({ tabs }) => tabs),
  );
  const after = accounts(await look(driver));
  await driver.closeTabs();
  await lookUntil(driver, ({ standing }) => standing.held.length === 0, 5_000);
  return batch.flatMap((one, index) => {
    const [was, is] = [before[index], after[index]];
    return was === undefined || is === undefined ? [] : [judge(one, was, is, waitsFor(index))];
  });
}

/** The one request of a page that is continued: the first, of those that no document has left. */
function toContinue({ saw, held }: Account): readonly HeldRequest[] {
  return saw.length > 0 ? [] : held.filter(({ params }) => !params.includes(leavingNonce)).slice(0, 1);
}

function hasReached(account: Account, one: Case): boolean {
  return account.saw.length > 0 || (one.tame !== undefined && account.done);
}

function hasSettled({ saw, held, ends, done }: Account, one: Case | undefined): boolean {
  const waitsToEnd = held.some(({ params }) => params.includes(leavingNonce));
  if (one?.leaves === true && saw.length === 0 && waitsToEnd) return false;
  return done && (saw.length > 0 || held.length > 0 || ends.length > 0 || one?.tame !== undefined);
}

async function live(driver: Driver, life: NonNullable<Case['life']>): Promise<void> {
  if (life === 'kill-worker') await driver.killWorker();
  if (life === 'kill-worker-often') for (let n = 0; n < 4; n += 1) await driver.killWorker();
  if (life === 'remove-extension') await driver.removeExtension();
}

function judge(one: Case, before: Account, after: Account, continued: boolean): Result {
  const verdict = ((): Verdict => {
    if (before.saw.length > 0) return before.warned ? 'shown' : 'LEAK';
    if (before.held.length === 0) {
      if (after.saw.length > 0) return after.warned ? 'shown' : 'LEAK';
      if (before.ends.length > 0) return 'refused';
      if (before.warned) return 'shown';
      return one.tame === undefined ? 'SILENT' : 'unreached';
    }
    if (after.saw.length > 1 || (after.saw.length > 0 && !continued)) return after.warned ? 'shown' : 'MORE';
    if (after.saw.length === 0) return one.after === 'may-end' ? 'held' : 'LOST';
    return isWhatWasJudged(before, after) ? 'held' : 'OTHER';
  })();
  return { id: one.id, verdict, detail: detailOf(verdict === 'held' ? before : after) };
}

/** Whether what arrived through the wallet's own functions is, word for word, what was held. */
function isWhatWasJudged(before: Account, after: Account): boolean {
  const judged = before.held.map(({ method, params }) => `${method} ${params}`);
  return after.saw.every(
    ({ how, method, params }) =>
      !/^(request|send|sendAsync|requestBatch)$/.test(how ?? '') || judged.includes(`${method} ${params}`),
  );
}

function detailOf({ saw, held, warned, ends, done, notes }: Account): string {
  const parts = [
    ...saw.map(({ how, method }) => `saw ${method} by ${how}`),
    ...held.map(({ method, via, realm }) => `held ${method} (${via}, ${realm})`),
    ...ends.map(({ end }) => (end?.ok === true ? 'ended well' : `ended ${end?.code}`)),
    ...(warned ? ['toolbar warns'] : []),
    ...(done ? [] : ['not done']),
    ...notes,
  ];
  return [...new Set(parts)].join('; ');
}

import type { Findings } from '../../lib/exposure/findings.ts';
import { asideReads } from '../../lib/exposure/asides.ts';
import { findingsOf } from '../../lib/exposure/assemble.ts';
import { compilePlan } from '../../lib/exposure/compile.ts';
import { WIDE_CAPS } from '../../lib/exposure/plan.ts';
import type { Ask, Raw, Request } from '../../lib/exposure/request.ts';
import { stakeReading } from '../../lib/exposure/snapshot-parts.ts';
import { type Walk, walk } from '../../lib/exposure/walk.ts';
import { word } from '../../lib/exposure/words.ts';
import type { Deposit } from '../../lib/detect/index.ts';
import { stakeById, type StakeRecord } from '../../lib/protocols/index.ts';

const PERSON = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';

export const ETH = 10n ** 18n;
export const ok = (...words: readonly (bigint | number)[]): Raw => ({
  status: 'ok',
  data: words.map(word).join(''),
});
export const reverted: Raw = { status: 'failed', reason: 'reverted' };

/** One ETH into a stake; nothing but the fields a reading looks at is meant. */
export function depositInto(stake: string): Deposit {
  return {
    protocol: stake,
    kind: 'deposit',
    chainId: 1,
    contract: '0x858646372CC42E1A627fcE94aa7A7033e7CF075A',
    contractName: 'made for this test',
    signature: 'deposit()',
    asset: 'native',
    assetSymbol: null,
    amount: ETH,
    amountUnit: 'assets',
    shares: null,
    receiver: PERSON,
    caller: PERSON,
    gives: null,
    token: null,
    strategy: null,
    operator: null,
    withdrawal: null,
    data: '0x',
    via: [],
    stake,
  };
}

/** Answers by the name of a read of the record; a function is given the request. */
export type Answered = Readonly<Record<string, Raw | ((request: Request) => Raw)>>;

/** What a reading of a stake finds where the named reads answer as given, and every other read as `rest` says, or nought. */
export async function readingOf(
  stake: string,
  answered: Answered,
  change: Partial<StakeRecord> = {},
  rest: (request: Request) => Raw = () => ok(0, 0, 0, 0),
  deposit: Deposit = depositInto(stake),
): Promise<{ findings: Findings; walked: Walk }> {
  const bundled = stakeById(stake);
  if (bundled === null) throw new RangeError(stake);
  const record = { ...bundled, ...change };
  const plan = compilePlan(record, { reads: asideReads(record, deposit) });
  const ask: Ask = (requests) =>
    Promise.resolve(
      requests.map((request) => {
        const step = plan.steps.find(
          ({ name, op, data, target }) =>
            name in answered &&
            op === request.kind &&
            (target.kind !== 'fixed' || target.address.toLowerCase() === request.to.toLowerCase()) &&
            (request.kind !== 'call' || request.data.slice(0, 10) === data.slice(0, 10)),
        );
        const raw = step === undefined ? undefined : answered[step.name];
        return typeof raw === 'function' ? raw(request) : (raw ?? rest(request));
      }),
    );
  const walked = await walk(plan, ask, WIDE_CAPS);
  const block = { number: 25_000_000n, timestamp: 1_790_000_000n, parentHash: '0x11', chainId: 1n } as const;
  return { findings: findingsOf(stakeReading(record, deposit, plan, walked, block)), walked };
}

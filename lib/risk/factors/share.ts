import { WAD } from '../../core/index.ts';
import type { PoolAnswer, StakeAnswer, WadRange } from '../answer.ts';
import type { Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, poolIn, stakeIn } from '../facts.ts';
import type { FactorValue, How } from '../figure.ts';
import type { Sum } from '../stake/claims.ts';
import type { StakeStudy } from '../stake/stake.ts';
import { exitBlocks } from '../stake/tally.ts';
import { ENDLESS } from '../stake/warning.ts';
import { amounts, sumSteps } from './line-steps.ts';
import { poolHow } from './pool-how.ts';
import { missingFigure } from './readings.ts';
import { resultStep } from './result.ts';
import { poolStudy, severalStep, wadRange, worstStudy } from './studies.ts';

/** What every share of a stake is a share of. */
export function wholeInputs(facts: Facts, { whole, snapshot, tally }: StakeStudy): How['inputs'] {
  return [
    input(facts, 'total', whole.known ? exactAmount(whole.named) : 'not known', 'totalWei'),
    input(facts, 'idle', exactAmount(snapshot.assets?.idle ?? 0n), 'idleWei'),
    input(facts, 'untraced', exactAmount(whole.untraced)),
    input(facts, 'operators', String(tally.operators.size)),
  ];
}

function delay(blocks: bigint | null): string {
  return blocks === null ? 'not known' : `${blocks} blocks`;
}

/** What stands behind the upper end of the way out, where no read gives it: whatever looks that far rests on it too. */
export function assumedInputs({ exposure }: Facts): How['inputs'] {
  if (exposure === null || !exposure.exitUpperEndIsAssumed || exposure.exitAssumption === null) return [];
  const { text, source, asOf } = exposure.exitAssumption;
  const from = asOf === '' ? `assumption: ${source}` : `assumption, ${asOf}: ${source}`;
  return [{ name: 'longest way out', value: text, source: from, block: null }];
}

/** How far a reach looks ahead, in blocks (§3.2). */
function horizonInputs(facts: Facts, { snapshot, exit }: StakeStudy, sum: Sum): How['inputs'] {
  if (sum === 'now' || sum === 'redistributable') return [];
  const { low, high } = exitBlocks(exit, snapshot.blockSeconds);
  const atOnce = sum === 'noNotice' || sum === 'theftNoNotice';
  const ahead = atOnce ? [0n, 0n] : [low, high];
  const [least, most] = ahead.map((value) => (value >= ENDLESS ? 'endless' : String(value)));
  return [
    input(facts, 'looks ahead', least === most ? `${least} blocks` : `${least} to ${most} blocks`),
    ...(atOnce || exit.hi === null ? [] : assumedInputs(facts)),
    input(
      facts,
      'allocation configuration delay',
      delay(snapshot.configurationDelay),
      'allocationConfigurationDelayBlocks',
    ),
    input(facts, 'deallocation delay', delay(snapshot.deallocationDelay), 'deallocationDelayBlocks'),
  ];
}

/** What a sum is divided by. */
export function dividing({ whole }: StakeStudy): string {
  const total = exactAmount(whole.total);
  return whole.disagree ? `${total} (low), ${exactAmount(whole.named)} (high)` : total;
}

/** The sum over operators, step by step, in ETH value and exact. */
function shareHow(facts: Facts, sum: Sum, formula: string): How {
  const one = worstStudy(facts, sum);
  if (one === null) return { formula, inputs: [], steps: [] };
  const { whole, tally } = one;
  const { lo, hi } = tally.sums[sum];
  return {
    formula,
    inputs: [...wholeInputs(facts, one), ...horizonInputs(facts, one, sum)],
    steps: [
      ...severalStep(facts),
      ...sumSteps(one, sum),
      `untraced: 0 to ${exactAmount(whole.untraced)}`,
      whole.known
        ? `(${amounts({ lo, hi: hi + whole.untraced })}) / ${dividing(one)}`
        : 'total not known: 0 to 100 %',
    ],
  };
}

type ShareId =
  | 'slashableNow'
  | 'noNotice'
  | 'beforeExit'
  | 'theftNoNotice'
  | 'redistributableNow'
  | 'theftBeforeExit';

/** The same under the labelled bound, where the model gives one. */
function listedOf({ listed }: StakeAnswer, id: ShareId): WadRange | null {
  if (listed === undefined || id === 'redistributableNow' || id === 'theftBeforeExit') return null;
  return listed[id];
}

function listedStep(listed: FactorValue | null): readonly string[] {
  return listed === null ? [] : [`with what is untraced at the listed operators ${resultStep(listed)}`];
}

/**
 * What a vault's curator can promise in the next block: no delay is written in its contracts, so up to all of it;
 * nothing where nobody can slash. Who holds that right no view tells. Of a bare pool the model says nothing.
 */
function poolNoNotice(facts: Facts, pool: PoolAnswer): Found {
  const formula = 'promised today, and all that can be promised in the next block';
  const snapshot = poolStudy(facts)?.snapshot;
  if (snapshot === undefined || snapshot.joining === null)
    return { value: missingFigure(facts, 'wad'), how: { formula, inputs: [], steps: [] } };
  const none = snapshot.slasher === 'none';
  const value: FactorValue = {
    kind: 'range',
    unit: 'wad',
    lo: BigInt(pool.slashableNow.loWad),
    hi: none ? 0n : WAD,
  };
  const step = none ? 'nobody can slash: 0' : 'promises need no waiting time: up to 100 %';
  const inputs = [input(facts, 'slasher', snapshot.slasher)];
  return { value, how: { formula, inputs, steps: [step, resultStep(value)] } };
}

/** A factor that is one of the model's sums, strict and under the labelled bound. */
export function assessShare(facts: Facts, id: ShareId, sum: Sum, formula: string): Found {
  const [stake, pool] = [stakeIn(facts), poolIn(facts)];
  if (pool !== null && id === 'slashableNow') {
    const value = wadRange(pool.slashableNow);
    return { value, how: poolHow(facts, value, null) };
  }
  if (pool !== null && id === 'noNotice') return poolNoNotice(facts, pool);
  const how = shareHow(facts, sum, formula);
  if (stake === null) return { value: missingFigure(facts, 'wad'), how };
  const value = wadRange(stake[id]);
  const range = listedOf(stake, id);
  const listed = range === null ? null : wadRange(range);
  return { value, listed, how: { ...how, steps: [...how.steps, resultStep(value), ...listedStep(listed)] } };
}

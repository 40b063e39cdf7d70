import { mulDivUp, type Reading, unknown, WAD } from '../../core/index.ts';
import type { Cover } from '../../protocols/index.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, poolIn, reasonIn } from '../facts.ts';
import { coverRatio as ratio } from '../formulas/index.ts';
import type { How } from '../figure.ts';
import { readingOf, readInput, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';
import { poolStudy, worstStudy } from './studies.ts';

const FORMULA = 'what cover for slashing by a service could pay, over what all services could take today';

type Loss = { readonly lo: bigint; readonly hi: bigint };

/** What could be slashed today of all the stake, in wei; null where the total is not known. */
function lossOf(facts: Facts): Loss | null {
  const [stake, pool] = [worstStudy(facts, 'now'), poolStudy(facts)];
  if (stake !== null && stake.whole.known) {
    const { lo, hi } = stake.tally.sums.now;
    return { lo, hi: hi + stake.whole.untraced };
  }
  const answer = poolIn(facts);
  if (pool === null || answer === null) return null;
  const held = pool.snapshot.pool ?? 0n;
  const { loWad, hiWad } = answer.slashableNow;
  return { lo: (held * BigInt(loWad)) / WAD, hi: mulDivUp(held, BigInt(hiWad), WAD) };
}

function coverInput({ product, perils, asOf, source }: Cover): How['inputs'][number] {
  const says = perils.length === 0 ? 'names no peril' : `names ${perils.join(', ')}`;
  return { name: product, value: says, source: `bundled, ${asOf}: ${source}`, block: null };
}

/** What a cover that names the peril holds, against the loss: the larger the loss, the smaller the part. */
function named(loss: Loss, available: Reading<bigint>, inputs: How['inputs']): Found {
  const all = [...inputs, readInput('available', available, exactAmount)];
  // No loss is covered in full, whatever there is.
  const wei = available.status === 'known' ? available.value : 0n;
  if (available.status === 'unknown' && loss.hi > 0n)
    return unknownFound('wad', available.reason, {
      formula: FORMULA,
      inputs: all,
      steps: ['available: not known'],
    });
  const [lo, hi] = [loss.hi, loss.lo].map((lossPoolWei) =>
    ratio({ lossPoolWei, availableWei: wei, perilNamed: true }),
  );
  const value = { kind: 'range', unit: 'wad', lo: lo ?? null, hi: hi ?? null } as const;
  const steps = [
    `low: ${exactAmount(wei)} / ${exactAmount(loss.hi)}, at most 100 %`,
    `high: ${exactAmount(wei)} / ${exactAmount(loss.lo)}, at most 100 %`,
    resultStep(value),
  ];
  return { value, how: { formula: FORMULA, inputs: all, steps } };
}

function assess(facts: Facts): Found {
  const track = facts.exposure?.track ?? null;
  if (track === null) {
    const inputs = [{ name: 'published cover', value: 'not known', source: 'no record', block: null }];
    const steps = ['nobody looked for cover: not known'];
    return unknownFound('wad', 'no-source', { formula: FORMULA, inputs, steps });
  }
  const covers = track.covers.map(coverInput);
  const none = { name: 'published cover', value: 'none found', source: 'bundled record', block: null };
  const inputs = covers.length === 0 ? [none] : covers;
  if (!track.covers.some(({ perils }) => perils.includes('service-slashing'))) {
    const value = { kind: 'range', unit: 'wad', lo: 0n, hi: 0n } as const;
    const steps = ['no cover names slashing by a service', resultStep(value)];
    return { value, how: { formula: FORMULA, inputs, steps } };
  }
  const loss = lossOf(facts);
  if (loss === null) {
    const steps = ['what could be taken is not known'];
    return unknownFound('wad', reasonIn(facts), { formula: FORMULA, inputs, steps });
  }
  const at = input(facts, 'could be taken today', `${exactAmount(loss.lo)} to ${exactAmount(loss.hi)}`);
  const available = facts.exposure === null ? unknown('no-source') : readingOf(facts, 'coverAvailableWei');
  return named(loss, available, [...inputs, at]);
}

/** The peril is slashing by a service; cover for other perils pays nothing of it (§3.11). */
export const coverRatio = defineFactor({
  id: 'coverRatio',
  question: 'How much would cover pay if services slash all they can?',
  required: false,
  needs: 'request',
  assess,
});

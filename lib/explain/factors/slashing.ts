import { term } from '../glossary.ts';
import type { Sentence } from '../explanation.ts';
import { cover, loss, risk, say, words } from '../say.ts';
import { atLeast, atRisk, type FactorWords, type Range } from './factor-words.ts';
import type { Told } from '../told.ts';

/** "Up to 0.62 ETH (12.4%)", or the share alone where the deposit's value is not known; `none` where it is nothing. */
function lost(
  { hi }: Range,
  { deposit }: Told,
  none: string,
  tell: (what: Sentence) => Sentence,
): Sentence | null {
  if (hi === null) return null;
  if (hi === 0n) return words(none);
  return tell(deposit === null ? say`Up to ${risk(hi)}` : say`Up to ${loss(deposit, hi)} (${risk(hi)})`);
}

/** A share that one failure could take; `none` where it is nothing. */
function share(value: Range, none: string, tell: (share: Sentence) => Sentence): Sentence | null {
  return value.hi === 0n ? words(none) : atRisk(value, tell);
}

/** What can be slashed, today and later: the bounds of `facts/risk-model.md` §3.1 to §3.3. */
export const slashingWords = {
  slashableNow: {
    said: (value, told) =>
      lost(
        value,
        told,
        'Nothing can be slashed today.',
        (what) => say`${what} could be lost to ${term('slashing')}.`,
      ),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} can be slashed today.`,
  },
  noNotice: {
    said: (value, told) =>
      lost(
        value,
        told,
        'Nothing could be put at risk without notice.',
        (what) => say`${what} could become slashable without notice.`,
      ),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could become slashable without notice.`,
  },
  beforeExit: {
    said: (value, told) =>
      lost(
        value,
        told,
        'Nothing could be put at risk before you are out.',
        (what) => say`${what} could become slashable before you are out.`,
      ),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could become slashable before you leave.`,
  },
  singleAvs: {
    said: (value) =>
      share(
        value,
        'No service can slash any of it today.',
        (part) => say`One ${term('service')} could take ${part} on its own.`,
      ),
    unsure: (low, high) => say`One ${term('service')} could take somewhere from ${low} to ${high}.`,
  },
  singleOperator: {
    said: (value) =>
      share(
        value,
        'No operator could put any of it at risk without notice.',
        (part) => say`One ${term('operator')} could put ${part} at risk without notice.`,
      ),
    unsure: (_, high) => say`One ${term('operator')} could put up to ${high} at risk without notice.`,
  },
  theftNoNotice: {
    said: (value, told) =>
      lost(
        value,
        told,
        'Nothing could be taken without notice.',
        (what) => say`${what} could be taken without notice.`,
      ),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could be taken without notice.`,
  },
  scheduledPeak: {
    said: (value) =>
      share(
        value,
        'With what is announced, nothing could be slashed.',
        (part) => say`With what is announced, ${part} could be slashed.`,
      ),
    unsure: (low, high) => say`With what is announced, ${low} to ${high} could be slashed.`,
  },
  redistributableNow: {
    said: (value) =>
      share(
        value,
        'Nothing could be taken today.',
        (part) => say`Today, ${part} could be taken, not burned.`,
      ),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could be taken today.`,
  },
  theftBeforeExit: {
    said: (value) =>
      share(
        value,
        'Nothing could be taken before you are out.',
        (part) => say`Before you are out, ${part} could be taken.`,
      ),
    unsure: (low, high) => say`Before you are out, ${low} to ${high} could be taken.`,
  },
  singleSet: {
    said: (value) =>
      share(
        value,
        'No group of operators could lose any of it.',
        (part) => say`One group of operators could lose ${part} at once.`,
      ),
    unsure: (low, high) => say`One group of operators could lose ${low} to ${high} at once.`,
  },
  singleOperatorNow: {
    said: (value) =>
      share(
        value,
        'No operator could lose any of it today.',
        (part) => say`One ${term('operator')} could lose ${part} today.`,
      ),
    unsure: (low, high) => say`One ${term('operator')} could lose ${low} to ${high} today.`,
  },
  coverage: {
    said: (value) => atLeast(value, (least) => say`We could trace ${cover(least)} of the stake.`),
    unsure: (low, high) => say`We could trace ${low} to ${high} of the stake.`,
  },
  restakingDegree: {
    said: (value) => atRisk(value, (part) => say`This vault has promised ${part} of what it holds.`),
    unsure: (low, high) => say`This vault has promised ${low} to ${high} of what it holds.`,
  },
} satisfies Record<string, FactorWords>;

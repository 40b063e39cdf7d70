import { term } from '../glossary.ts';
import type { Sentence } from '../explanation.ts';
import { cover, loss, risk, say } from '../say.ts';
import { atLeast, atRisk, type FactorWords, type Range } from './factor-words.ts';
import type { Told } from '../told.ts';

/** "Up to 0.62 ETH (12.4%)", or the share alone where the deposit's value is not known. */
function lost({ hi }: Range, { deposit }: Told, tell: (what: Sentence) => Sentence): Sentence | null {
  if (hi === null) return null;
  return tell(deposit === null ? say`Up to ${risk(hi)}` : say`Up to ${loss(deposit, hi)} (${risk(hi)})`);
}

/** What can be slashed, today and later: the bounds of `facts/risk-model.md` §3.1 to §3.3. */
export const slashingWords = {
  slashableNow: {
    said: (value, told) => lost(value, told, (what) => say`${what} could be lost to ${term('slashing')}.`),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} can be slashed today.`,
  },
  noNotice: {
    said: (value, told) => lost(value, told, (what) => say`${what} could become slashable without notice.`),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could become slashable without notice.`,
  },
  beforeExit: {
    said: (value, told) =>
      lost(value, told, (what) => say`${what} could become slashable before you are out.`),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could become slashable before you leave.`,
  },
  singleAvs: {
    said: (value) => atRisk(value, (share) => say`One ${term('service')} could take ${share} on its own.`),
    unsure: (low, high) => say`One ${term('service')} could take somewhere from ${low} to ${high}.`,
  },
  singleOperator: {
    said: (value) =>
      atRisk(value, (share) => say`One ${term('operator')} could put ${share} at risk without notice.`),
    unsure: (_, high) => say`One ${term('operator')} could put up to ${high} at risk without notice.`,
  },
  theftNoNotice: {
    said: (value, told) => lost(value, told, (what) => say`${what} could be taken without notice.`),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could be taken without notice.`,
  },
  scheduledPeak: {
    said: (value) => atRisk(value, (share) => say`With what is announced, ${share} could be slashed.`),
    unsure: (low, high) => say`With what is announced, ${low} to ${high} could be slashed.`,
  },
  redistributableNow: {
    said: (value) => atRisk(value, (share) => say`Today, ${share} could be taken, not burned.`),
    unsure: (low, high) => say`Somewhere from ${low} to ${high} could be taken today.`,
  },
  theftBeforeExit: {
    said: (value) => atRisk(value, (share) => say`Before you are out, ${share} could be taken.`),
    unsure: (low, high) => say`Before you are out, ${low} to ${high} could be taken.`,
  },
  singleSet: {
    said: (value) => atRisk(value, (share) => say`One group of operators could lose ${share} at once.`),
    unsure: (low, high) => say`One group of operators could lose ${low} to ${high} at once.`,
  },
  singleOperatorNow: {
    said: (value) => atRisk(value, (share) => say`One ${term('operator')} could lose ${share} today.`),
    unsure: (low, high) => say`One ${term('operator')} could lose ${low} to ${high} today.`,
  },
  coverage: {
    said: (value) => atLeast(value, (least) => say`We could trace ${cover(least)} of the stake.`),
    unsure: (low, high) => say`We could trace ${low} to ${high} of the stake.`,
  },
  restakingDegree: {
    said: (value) => atRisk(value, (share) => say`This vault has promised ${share} of what it holds.`),
    unsure: (low, high) => say`This vault has promised ${low} to ${high} of what it holds.`,
  },
} satisfies Record<string, FactorWords>;

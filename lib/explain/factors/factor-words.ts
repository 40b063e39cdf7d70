import type { FactorValue } from '../../risk/index.ts';
import type { Sentence } from '../explanation.ts';
import { cover, risk, say } from '../say.ts';
import type { Told } from '../told.ts';

/** A value with at least one end that may be known. */
export type Range = Extract<FactorValue, { kind: 'range' }>;

/** What is said of one factor. */
export type FactorWords = {
  /** One sentence on a figure, at most twelve words where the deposit is left out; null: no figure to speak of. */
  readonly said: (value: Range, told: Told) => Sentence | null;
  /** The same where both ends are known and too far apart for the person's limit. */
  readonly unsure: (low: Sentence, high: Sentence, told: Told) => Sentence;
};

/** A share at risk in the middle of a sentence: "up to 12.4%", or "at least" where the upper end is not known. */
export function upTo({ lo, hi }: Range): Sentence | null {
  if (hi !== null) return say`up to ${risk(hi)}`;
  return lo === null || lo === 0n ? null : say`at least ${cover(lo)}`;
}

/** A sentence around a share at risk; null where no end of it is known. */
export function atRisk(value: Range, tell: (share: Sentence) => Sentence): Sentence | null {
  const share = upTo(value);
  return share === null ? null : tell(share);
}

/** A sentence on the lower end of a protection; null where it is not known. */
export function atLeast({ lo }: Range, tell: (least: bigint) => Sentence): Sentence | null {
  return lo === null ? null : tell(lo);
}

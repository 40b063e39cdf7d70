import type { Facts } from './facts.ts';
import type { FactorId, FactorValue, Figure, How } from './figure.ts';

/** What one factor finds. */
export type Found = {
  readonly value: FactorValue;
  readonly listed?: FactorValue | null;
  readonly upperEndAssumed?: boolean;
  /** Where these facts make a factor required that is not so by nature, such as the sell cost while redemption is off. */
  readonly required?: boolean;
  readonly how: How;
};

/** One question about a deposit, answered from facts alone. One file each in `factors/`. */
export type Factor = {
  readonly id: FactorId;
  /** What a person would ask. */
  readonly question: string;
  /** Whether an overall verdict needs it (§5). */
  readonly required: boolean;
  /** `snapshot`: a bare snapshot is enough; `request`: needs what stands around it. */
  readonly needs: 'snapshot' | 'request';
  assess(facts: Facts): Found;
};

/** A factor, checked where it is written. Marked so that a page that computes no verdict carries no factor. */
/* @__NO_SIDE_EFFECTS__ */
export function defineFactor(factor: Factor): Factor {
  return factor;
}

/** The figure of a factor for these facts. */
export function figureOf(factor: Factor, facts: Facts): Figure {
  const {
    value,
    listed = null,
    upperEndAssumed = false,
    required = factor.required,
    how,
  } = factor.assess(facts);
  return { id: factor.id, required, value, listed, upperEndAssumed, how };
}

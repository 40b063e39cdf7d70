import type { FactorId, FactorValue, Finding } from '../risk/index.ts';
import type { Limits } from './limits.ts';

/** From best to worst; `off` stands outside the order (a limit that is switched off). */
export type Level = 'off' | 'ok' | 'notice' | 'warn' | 'cannot_evaluate' | 'exceeds';

/** How a value is held against a limit: `facts/risk-model.md` §5. */
export type Rule = 'max' | 'min' | 'maxRange' | 'identity' | 'flag';

export type FactorVerdict = {
  readonly id: FactorId;
  readonly rule: Rule;
  readonly level: Level;
  readonly required: boolean;
  /** In the factor's own unit; null: switched off, or the factor has no limit. */
  readonly limit: bigint | null;
  /** True when the person changed this limit. */
  readonly yours: boolean;
  /** The value that was judged: the strict one, or the one under the labelled bound. */
  readonly value: FactorValue;
  readonly basis: 'strict' | 'listed';
};

/** A finding with the level it names. */
export type FindingVerdict = { readonly finding: Finding; readonly level: Level };

/**
 * What decided the overall level: a limit, a finding that names a level of its own, something not known,
 * the person's setting `block` (which turned "not checked" into `exceeds`), or the person's own deny list.
 */
export type Cause =
  | { readonly by: 'nothing' }
  | { readonly by: 'limit'; readonly factor: FactorId }
  | { readonly by: 'finding'; readonly finding: Finding }
  | {
      readonly by: 'unknown' | 'policy';
      readonly factor: FactorId | null;
      readonly finding: Finding | null;
    }
  | { readonly by: 'denied' };

/** An assessment held against a person's limits. */
export type Verdict = {
  readonly overall: Exclude<Level, 'off'>;
  readonly cause: Cause;
  readonly factors: readonly FactorVerdict[];
  readonly findings: readonly FindingVerdict[];
  readonly limits: Limits;
};

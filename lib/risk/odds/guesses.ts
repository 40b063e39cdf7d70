import type { TrackRecord } from '../../protocols/index.ts';
import {
  ASSUMPTION_NAMES,
  type AssumptionName,
  type Assumptions,
  assumptions,
  type Guesses,
  MATURITY,
  type Maturity,
  possibleGuess,
  possibleInSnapshot,
} from '../assumptions.ts';
import { maturityOf } from './maturity.ts';

/** Where a guess in force comes from: the bundled value, the token's class, the snapshot, or the person. */
export type GuessOrigin = 'bundled' | 'maturity' | 'snapshot' | 'yours';

/** Every guess that counts for one deposit, and where each comes from. */
export type GuessesInForce = {
  readonly values: Assumptions;
  readonly origins: Readonly<Record<AssumptionName, GuessOrigin>>;
  /** The token's class (§3.4); null for a bare snapshot, which names no token. */
  readonly maturity: Maturity | null;
  /** True where at least one guess is the person's own. */
  readonly yours: boolean;
};

/** What a request adds to a snapshot: the protocol's past, and the newest block's time (Unix seconds). */
export type Past = { readonly track: TrackRecord | null; readonly nowSecs: bigint | null };

/**
 * The guesses in force: the bundled ones, over them the chance that goes with the token's class, what the snapshot
 * names, and last the person's own. One that cannot be is left out, and the guess below it stays in force.
 *
 * @param past - null for a bare snapshot: then the bundled chance of a failing token holds
 */
export function guessesInForce(past: Past | null, snapshot: Guesses, own: Guesses): GuessesInForce {
  const maturity = past === null ? null : maturityOf(past.track, past.nowSecs);
  const layers: readonly (readonly [GuessOrigin, Guesses])[] = [
    ['maturity', maturity === null ? {} : { pLrt: MATURITY[maturity] }],
    ['snapshot', snapshot],
    ['yours', own],
  ];
  const values = valuesOf((name) => assumptions[name].value);
  const origins = valuesOf<GuessOrigin>(() => 'bundled');
  for (const [origin, guesses] of layers)
    for (const name of ASSUMPTION_NAMES) {
      const value = guesses[name];
      const possible = origin === 'yours' ? possibleGuess : possibleInSnapshot;
      if (value === undefined || !possible(name, value)) continue;
      values[name] = value;
      origins[name] = origin;
    }
  return { values, origins, maturity, yours: Object.values(origins).includes('yours') };
}

function valuesOf<T>(from: (name: AssumptionName) => T): Record<AssumptionName, T> {
  return {
    pAvs: from('pAvs'),
    sevAvs: from('sevAvs'),
    pOperator: from('pOperator'),
    sevOperator: from('sevOperator'),
    pConsensus: from('pConsensus'),
    sevConsensus: from('sevConsensus'),
    pLrt: from('pLrt'),
    sevLrt: from('sevLrt'),
    pCore: from('pCore'),
    sevCore: from('sevCore'),
    tolerance: from('tolerance'),
    exactMax: from('exactMax'),
    mcPaths: from('mcPaths'),
    seed: from('seed'),
  };
}

import type { Note } from '../detect/index.ts';
import type { Exposure } from '../exposure/index.ts';
import type { Guesses } from './assumptions.ts';
import type { Answer } from './answer.ts';
import type { Figure, IdentityFacts } from './figure.ts';
import type { Finding } from './finding.ts';

/** What `assess` is given: what was read, and what detection found about site and contract. */
export type AssessInput = {
  readonly exposure: Exposure;
  readonly identity: IdentityFacts;
  readonly notes: readonly Note[];
  /** More is still being read: the odds, which cost the most, are counted once, on what was read in the end. */
  readonly partial?: boolean;
  /** The person's own guesses for the odds of §3.4, over the bundled ones. */
  readonly guesses?: Guesses;
};

export type Confidence = 'A' | 'B' | 'C' | 'D';

/** Figures, findings and how sure they are. Knows nothing of anybody's limits. */
export type Assessment = {
  /** `request`: all factors. `snapshot`: only those that a bare snapshot can have. */
  readonly scope: 'request' | 'snapshot';
  /** The model's answer; of two snapshots the worse of both, figure by figure. */
  readonly answer: Answer;
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  readonly confidence: Confidence;
  /** Stake that was traced and read, 1e18 = all of it; null where nothing could be computed. */
  readonly coverageWad: bigint | null;
  /** Share of each service that surely can, and at most could, slash today; largest first. */
  readonly services: readonly ServiceShare[];
};

export type ServiceShare = {
  readonly avs: string;
  readonly loWad: bigint;
  readonly hiWad: bigint;
  readonly operators: readonly string[];
};

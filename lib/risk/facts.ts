import { max, type Reading, type UnknownReason } from '../core/index.ts';
import type { Exposure } from '../exposure/index.ts';
import { type Answered, answered, guessesNamed, type Study, study } from './analyse.ts';
import type { Answer, Loss, PoolAnswer, StakeAnswer } from './answer.ts';
import type { Guesses } from './assumptions.ts';
import type { Leaving } from './exit.ts';
import type { FactorValue, How, IdentityFacts, Unit } from './figure.ts';
import { type GuessesInForce, guessesInForce, type Past } from './odds/guesses.ts';
import { worse, worseLoss } from './worse.ts';

/** What the factors work from. A bare snapshot has no exposure and no identity. */
export type Facts = {
  readonly studies: readonly Study[];
  /** Null: no snapshot at all, since nothing of this kind is modelled. */
  readonly answer: Answer | null;
  readonly exposure: Exposure | null;
  readonly identity: IdentityFacts | null;
  /** The guesses behind the odds. */
  readonly guesses: GuessesInForce;
  /** The odds (§3.4); null where nothing can be computed, or more is still being read. */
  readonly loss: Loss | null;
  /** More is still being read: no odds yet. */
  readonly partial: boolean;
};

/** What a request adds to the guesses; time is that of the newest block, never the machine's. */
function pastOf({ track, evidence }: Exposure): Past {
  const times = evidence.blocks.map(({ timestamp }) => timestamp);
  return { track, nowSecs: times.length === 0 ? null : times.reduce(max) };
}

/** Every figure that rests on the way out has to know of a pause, not the exit alone (§3.6). */
function leavingOf(exposure: Exposure | null): Leaving {
  if (exposure === null) return 'open';
  const { redemptionPaused: paused } = exposure;
  if (paused.status === 'unknown') return 'unknown';
  return paused.value ? 'paused' : 'open';
}

/** Of several answers the worse of all; the odds go with it where it holds figures. */
function together([first, ...more]: readonly Answered[]): Pick<Facts, 'answer' | 'loss'> {
  if (first === undefined) return { answer: null, loss: null };
  const { answer, loss } = more.reduce(
    (a, b) => ({ answer: worse(a.answer, b.answer), loss: a.loss && b.loss && worseLoss(a.loss, b.loss) }),
    first,
  );
  return { answer, loss: 'slashableNow' in answer ? loss : null };
}

/**
 * Facts from snapshots; of two the answer is the worse of both, figure by figure.
 *
 * @param own - the person's own guesses for the odds
 * @param partial - more is still being read: the odds, which cost the most, are not counted yet
 */
export function factsOf(
  snapshots: readonly unknown[],
  exposure: Exposure | null,
  identity: IdentityFacts | null,
  own: Guesses = {},
  partial = false,
): Facts {
  const leaving = leavingOf(exposure);
  const studies = snapshots.map((one) => study(one, leaving));
  const named = studies.map(guessesNamed).reduce<Guesses>((a, b) => ({ ...a, ...b }), {});
  const guesses = guessesInForce(exposure && pastOf(exposure), named, own);
  const answers = studies.map((one) => answered(one, partial ? null : guesses.values));
  return { studies, ...together(answers), exposure, identity, guesses, partial };
}

/**
 * The odds of a deposit: the worse of both snapshots where there are two, pooled vaults too. Null where nothing can
 * be computed, or more is still being read. They rest on `facts.guesses`, and may not be shown without saying so.
 */
export function oddsOf({ loss }: Facts): Loss | null {
  return loss;
}

/** The answer where it holds the figures of an operator walk. */
export function stakeIn({ answer }: Facts): StakeAnswer | null {
  return answer !== null && 'pending' in answer ? answer : null;
}

/** The answer where it is that of a pooled vault. */
export function poolIn({ answer }: Facts): PoolAnswer | null {
  return answer !== null && 'worstNetwork' in answer ? answer : null;
}

const REASONS: Readonly<Record<UnknownReason, true>> = {
  'rpc-failed': true,
  reverted: true,
  starved: true,
  oversized: true,
  malformed: true,
  'not-reached': true,
  'nodes-disagree': true,
  stale: true,
  'not-modelled': true,
  'no-source': true,
};

function isReason(text: string): text is UnknownReason {
  return Object.hasOwn(REASONS, text);
}

/** Why a figure of the model is not known: the most telling reason that the reading gives. */
export function reasonIn({ answer, exposure }: Facts): UnknownReason {
  if (answer === null) return 'not-modelled';
  if ('error' in answer) return 'malformed';
  if ('cannotEvaluate' in answer && answer.cannotEvaluate === 'unsupportedKind') return 'not-modelled';
  const total = exposure?.figures['totalWei'];
  if (total?.status === 'unknown') return total.reason;
  const unread = exposure?.evidence.unread.map(({ reason }) => reason).find(isReason);
  return unread ?? 'no-source';
}

/** A figure that the model could not give. */
export function unknownFigure(facts: Facts, unit: Unit): FactorValue {
  return { kind: 'unknown', unit, reason: reasonIn(facts) };
}

type HowInput = How['inputs'][number];

/** The block that the figures stand at, as text; null where nothing was read. */
function blockOf({ exposure }: Facts): string | null {
  const block = exposure?.evidence.blocks[0]?.number;
  return block === undefined ? null : String(block);
}

/** One input of a formula, with where it comes from. */
export function input(facts: Facts, name: string, value: string, figure?: string): HowInput {
  const reading = figure === undefined ? undefined : facts.exposure?.figures[figure];
  if (reading !== undefined) return { name, value, ...sourceOf(reading) };
  const source =
    facts.exposure === null ? 'given snapshot' : `stake walk (${facts.exposure.stake ?? 'none'})`;
  return { name, value, source, block: blockOf(facts) };
}

/** Where a reading comes from. */
export function sourceOf(reading: Reading<unknown>): {
  readonly source: string;
  readonly block: string | null;
} {
  if (reading.status === 'unknown') return { source: reading.source ?? reading.reason, block: null };
  return { source: reading.source, block: reading.block === null ? null : String(reading.block) };
}

import type { FactorVerdict, FindingVerdict, Level, Verdict } from '../../lib/limits/index.ts';
import { type FactorId, isUnknown } from '../../lib/risk/index.ts';

/** What came of one signal. Only a warning or a stop counts as flagged; "Not checked" never does. */
export type Outcome = 'flagged' | 'not flagged' | 'not readable' | 'out of scope';

type Answering = {
  readonly factors: readonly FactorId[];
  /** Findings that speak for the same thing. */
  readonly finding?: (one: FindingVerdict['finding']) => boolean;
};

/** Which factors and findings answer a signal of the file; none where the model has no such factor. */
const ANSWERS: Readonly<Record<string, Answering>> = {
  slashableNow: { factors: ['slashableNow'] },
  noNotice: { factors: ['noNotice'] },
  theftNoNotice: { factors: ['theftNoNotice'] },
  beforeExit: { factors: ['beforeExit'] },
  operatorHhi: { factors: ['operatorHhi'] },
  exit: {
    factors: ['exit'],
    finding: (one) => one.kind === 'paused' && one.what === 'redemption',
  },
  sellCost: { factors: ['sellCost'] },
  pegDiscount: { factors: ['pegDiscount'] },
  backingGap: { factors: ['backingGap'] },
  sinceUpgrade: { factors: ['daysSinceUpgrade'] },
  paused: { factors: ['paused'] },
  bridgeVerifiers: { factors: ['bridgeVerifiers'] },
  bridgeShare: { factors: ['bridgeShare'] },
  identity: { factors: ['identity'], finding: (one) => one.kind === 'note' },
  maturity: { factors: ['monthsLive'] },
  beaconSlash: { factors: [] },
  scope: { factors: [] },
};

function outcomeOfLevel(level: Level): Outcome {
  if (level === 'warn' || level === 'exceeds') return 'flagged';
  return level === 'cannot_evaluate' ? 'not readable' : 'not flagged';
}

function outcomeOfFactor({ level, value }: FactorVerdict): Outcome {
  // Without a limit nothing is judged, but a value that nobody had is no good news either: "nothing to all" is none.
  return level === 'off' && isUnknown(value) ? 'not readable' : outcomeOfLevel(level);
}

const WORST_FIRST: readonly Outcome[] = ['flagged', 'not flagged', 'not readable'];

/**
 * What a verdict says to one signal.
 *
 * @throws where the signal is none that the table knows, or the engine lacks a factor that answers it
 */
export function outcomeOf(signal: string, { factors, findings }: Verdict): Outcome {
  const answering = ANSWERS[signal];
  if (answering === undefined) throw new Error(`no factor is named for the signal ${signal}`);
  const judged = answering.factors.map((id) => {
    const found = factors.find((one) => one.id === id);
    if (found === undefined) throw new Error(`the engine has no factor ${id}`);
    return outcomeOfFactor(found);
  });
  const spoken = findings.filter(({ finding }) => answering.finding?.(finding) ?? false);
  const all = [...judged, ...spoken.map(({ level }) => outcomeOfLevel(level))];
  return WORST_FIRST.find((one) => all.includes(one)) ?? 'not readable';
}

/** Factors that warn or stop although no signal of the event names them. */
export function flaggedBeside(signals: readonly string[], { factors }: Verdict): readonly FactorId[] {
  const named = new Set(signals.flatMap((signal) => ANSWERS[signal]?.factors ?? []));
  // A pause answers "can I leave" as well, where that is the signal.
  if (signals.includes('exit')) named.add('paused');
  return factors
    .filter((one) => !named.has(one.id) && outcomeOfFactor(one) === 'flagged')
    .map(({ id }) => id);
}

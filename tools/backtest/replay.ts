import { judge, limitsFrom, type PresetId, type Verdict } from '../../lib/limits/index.ts';
import { assess, type FactorId } from '../../lib/risk/index.ts';
import { assessInputOf } from './exposure.ts';
import { isShaped } from './shaped.ts';
import { flaggedBeside, type Outcome, outcomeOf } from './signals.ts';
import type { EventSnapshot } from './snapshot.ts';
import type { Before, Incident } from './sources.ts';

export const PRESETS = ['conservative', 'balanced', 'adventurous'] as const satisfies readonly PresetId[];

/** The preset that counts: the one that holds until a person chooses. */
export const HEADLINE = 'balanced' satisfies PresetId;

type ByPreset<T> = Readonly<Record<(typeof PRESETS)[number], T>>;

/** Whether our answer is the file's. `open`: the file says "partly", which both answers would meet. */
export type Agreement = 'agrees' | 'differs' | 'open';

export type Row = {
  readonly signal: string;
  readonly outcome: ByPreset<Outcome>;
  readonly before: Before;
  readonly agreement: Agreement;
  readonly note: string | null;
  /** The limit that answers was made from this very event: the answer proves little. */
  readonly shaped: boolean;
};

export type EventResult = {
  readonly incident: Incident;
  readonly snapshot: EventSnapshot;
  readonly rows: readonly Row[];
  readonly outcome: ByPreset<Outcome>;
  /** Flagged under the headline preset by factors that the file does not name for this event. */
  readonly beside: readonly FactorId[];
};

/** The file asks whether a reading would have stood out; what nobody could read, or judge, did not. */
export function agreementOf(before: Before, outcome: Outcome): Agreement {
  switch (before) {
    case 'partly':
      return 'open';
    case 'yes':
      return outcome === 'flagged' ? 'agrees' : 'differs';
    case 'no':
      return outcome === 'flagged' ? 'differs' : 'agrees';
    default:
      return outcome === 'not readable' || outcome === 'out of scope' ? 'agrees' : 'differs';
  }
}

function eachPreset<T>(of: (preset: (typeof PRESETS)[number]) => T): ByPreset<T> {
  return {
    conservative: of('conservative'),
    balanced: of('balanced'),
    adventurous: of('adventurous'),
  };
}

function rowsOf(incident: Incident, snapshot: EventSnapshot, verdicts: ByPreset<Verdict>): readonly Row[] {
  return incident.signals.map(({ signal, before }) => {
    const said = snapshot.signals.find((one) => one.signal === signal);
    if (said === undefined) throw new Error(`${incident.id}: the snapshot leaves out the signal ${signal}`);
    const outcome = eachPreset((preset): Outcome =>
      said.outOfScope === true ? 'out of scope' : outcomeOf(signal, verdicts[preset]),
    );
    const agreement = agreementOf(before, outcome[HEADLINE]);
    if (said.note === undefined && (agreement !== 'agrees' || outcome[HEADLINE] !== 'flagged'))
      throw new Error(`${incident.id}: ${signal} is ${outcome[HEADLINE]} and nothing says why`);
    const shaped = isShaped(incident.id, signal);
    return { signal, outcome, before, agreement, note: said.note ?? null, shaped };
  });
}

const WORST_FIRST: readonly Outcome[] = ['flagged', 'not flagged', 'not readable'];

/** One event through the real engine, under each preset. */
export function replay(incident: Incident, snapshot: EventSnapshot): EventResult {
  const assessment = assess(assessInputOf(snapshot));
  const verdicts = eachPreset((preset) => judge(assessment, limitsFrom(preset)));
  const rows = rowsOf(incident, snapshot, verdicts);
  const outcome = eachPreset(
    (preset): Outcome =>
      WORST_FIRST.find((one) => rows.some((row) => row.outcome[preset] === one)) ?? 'out of scope',
  );
  const named = rows.map(({ signal }) => signal);
  return { incident, snapshot, rows, outcome, beside: flaggedBeside(named, verdicts[HEADLINE]) };
}

/** Every event of the file, in its order. @throws where an event has no snapshot, or a snapshot no event */
export function replayAll(
  incidents: readonly Incident[],
  snapshots: readonly EventSnapshot[],
): readonly EventResult[] {
  const stray = snapshots.find(({ incident }) => !incidents.some(({ id }) => id === incident));
  if (stray !== undefined) throw new Error(`${stray.incident} is no event of the file`);
  return incidents.map((incident) => {
    const snapshot = snapshots.find((one) => one.incident === incident.id);
    if (snapshot === undefined) throw new Error(`${incident.id} has no snapshot`);
    return replay(incident, snapshot);
  });
}

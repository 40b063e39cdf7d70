import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { FOLDER, wordsOfSource } from './sources.ts';

/** A moment, to the second. */
const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/**
 * One thing that could be read: its value, the source line, the very words of that line which carry it, and since
 * when it was so. `since` null: no date is known, and `why` says why it was so before the event all the same.
 */
function datum<T extends z.ZodMiniType>(value: T) {
  return z.strictObject({
    value,
    source: z.string(),
    quote: z.string().check(z.minLength(1)),
    since: z.nullable(z.union([moment, day])),
    why: z.optional(z.string()),
  });
}

const integer = datum(z.string().check(z.regex(/^\d+$/)));
const flag = datum(z.boolean());

const readable = z.strictObject({
  figures: z.optional(
    z.strictObject({
      lastUpgradeAt: z.optional(datum(moment)),
      bridgeVerifiers: z.optional(integer),
      bridgeHeld: z.optional(integer),
      supply: z.optional(integer),
    }),
  ),
  flags: z.optional(z.strictObject({ depositsPaused: z.optional(flag), redemptionPaused: z.optional(flag) })),
  track: z.optional(z.strictObject({ liveSince: datum(day) })),
  identity: z.optional(z.strictObject({ contractKnown: z.optional(flag), domainKnown: z.optional(flag) })),
  exit: z.optional(z.strictObject({ validatorExitMaxSecs: integer, escrowBlocks: integer })),
  operator: z.optional(
    z.strictObject({
      allocationDelayBlocks: integer,
      pendingAllocationDelay: datum(z.literal('none')),
      maxMagnitude: integer,
      redistributable: flag,
    }),
  ),
});

const snapshotFile = z.strictObject({
  incident: z.string(),
  /** The moment of which the snapshot speaks: before the first harm. */
  asOf: moment,
  moment: z.string(),
  firstHarm: z.strictObject({ at: moment, source: z.string() }),
  readable,
  /** `note`: why a signal is not flagged, or why our answer is not the file's. */
  signals: z.array(
    z.strictObject({
      signal: z.string(),
      outOfScope: z.optional(z.literal(true)),
      note: z.optional(z.string()),
    }),
  ),
});

/** What of an event could be read before it. All that it does not name is unknown. */
export type EventSnapshot = z.infer<typeof snapshotFile>;

type Datum = {
  readonly path: string;
  readonly source: string;
  readonly quote: string;
  readonly since: string | null;
  readonly why: string | undefined;
};

const group = z.record(z.string(), z.unknown());
const anyDatum = z.object({
  source: z.string(),
  quote: z.string(),
  since: z.nullable(z.string()),
  why: z.optional(z.string()),
});

/** Every figure of a snapshot, with its path. */
export function dataOf(snapshot: EventSnapshot): readonly Datum[] {
  return Object.entries(snapshot.readable).flatMap(([name, fields]) =>
    Object.entries(group.parse(fields)).map(([field, one]) => {
      const { source, quote, since, why } = anyDatum.parse(one);
      return { path: `${name}.${field}`, source, quote, since, why };
    }),
  );
}

/** Seconds since 1970 of a day (its end) or a moment. */
export function secondsAt(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T23:59:59Z` : text) / 1000;
}

function faultsOfDatum({ path, source, quote, since, why }: Datum, asOf: string): string[] {
  const words = wordsOfSource(source);
  const faults: string[] = [];
  if (words === null) faults.push(`${path}: the source "${source}" names nothing`);
  else if (!words.includes(quote)) faults.push(`${path}: "${quote}" does not stand in ${source}`);
  if (since === null && why === undefined) faults.push(`${path}: neither a date nor why it was so before`);
  if (since !== null && secondsAt(since) > secondsAt(asOf))
    faults.push(`${path}: ${since} is later than ${asOf}`);
  return faults;
}

/** What forbids a snapshot: a figure without a source that says it, or one that was not known yet. */
export function faultsOf(snapshot: EventSnapshot): readonly string[] {
  const { asOf, firstHarm } = snapshot;
  const late =
    secondsAt(asOf) < secondsAt(firstHarm.at) ? [] : [`asOf ${asOf} is not before ${firstHarm.at}`];
  const unsaid =
    wordsOfSource(firstHarm.source) === null ? [`firstHarm: "${firstHarm.source}" names nothing`] : [];
  return [...late, ...unsaid, ...dataOf(snapshot).flatMap((one) => faultsOfDatum(one, asOf))];
}

/** @throws where the form is wrong, or the snapshot knows what it cannot know */
export function parseEventSnapshot(json: unknown): EventSnapshot {
  const snapshot = snapshotFile.parse(json);
  const faults = faultsOf(snapshot);
  if (faults.length > 0) throw new Error(`${snapshot.incident}: ${faults.join('; ')}`);
  return snapshot;
}

/** All snapshots that the repository holds. */
export function readSnapshots(): readonly EventSnapshot[] {
  const folder = new URL('snapshots/', FOLDER);
  return readdirSync(folder)
    .toSorted()
    .map((name) => parseEventSnapshot(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}

import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { registry } from '../../lib/protocols/index.ts';
import { hindsightOf } from './hindsight.ts';
import { FOLDER, wordsOfSource } from './sources.ts';

/** A moment, to the second. */
const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/**
 * One thing that could be read: its value, the source line, the very words of that line which carry it, and since
 * when it was so. `sinceFrom`: the source line of the date, where it is another one. `since` null: no date is known;
 * then the quoted words themselves must say that it was so before the event, and `why` says how they are read.
 */
function datum<T extends z.ZodMiniType>(value: T) {
  return z.strictObject({
    value,
    source: z.string(),
    quote: z.string().check(z.minLength(1)),
    since: z.nullable(z.union([moment, day])),
    sinceFrom: z.optional(z.string()),
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
    }),
  ),
  flags: z.optional(z.strictObject({ depositsPaused: z.optional(flag), redemptionPaused: z.optional(flag) })),
  identity: z.optional(z.strictObject({ contractKnown: z.optional(flag), domainKnown: z.optional(flag) })),
  exit: z.optional(z.strictObject({ validatorExitMaxSecs: integer })),
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
  /** The protocol whose opening day the registry gives. */
  opened: z.optional(z.string()),
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

const group = z.record(z.string(), z.unknown());
const anyDatum = z.object({
  value: z.union([z.string(), z.boolean()]),
  source: z.string(),
  quote: z.string(),
  since: z.nullable(z.string()),
  sinceFrom: z.optional(z.string()),
  why: z.optional(z.string()),
});

/** One figure of a snapshot, with its path. */
export type Datum = z.infer<typeof anyDatum> & { readonly path: string };

/** Every figure of a snapshot, with its path. */
export function dataOf(snapshot: EventSnapshot): readonly Datum[] {
  return Object.entries(snapshot.readable).flatMap(([name, fields]) =>
    Object.entries(group.parse(fields)).map(([field, one]) => ({
      path: `${name}.${field}`,
      ...anyDatum.parse(one),
    })),
  );
}

/** Seconds since 1970 of a day (its end) or a moment. */
export function secondsAt(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T23:59:59Z` : text) / 1000;
}

function faultsOfDatum(one: Datum, asOf: string): string[] {
  const { path, source, quote, since } = one;
  const words = wordsOfSource(source);
  const faults = hindsightOf(one).map((fault) => `${path}: ${fault}`);
  if (words === null) faults.push(`${path}: the source "${source}" names nothing`);
  else if (!words.includes(quote)) faults.push(`${path}: "${quote}" does not stand in ${source}`);
  if (since !== null && secondsAt(since) > secondsAt(asOf))
    faults.push(`${path}: ${since} is later than ${asOf}`);
  return faults;
}

/** The opening is the registry's own fact, so that it is read in one way alone. */
function faultsOfOpening({ opened, asOf }: EventSnapshot): string[] {
  if (opened === undefined) return [];
  const first = registry.track(opened)?.liveSince?.value;
  if (first === undefined) return [`opened: the registry names no day for ${opened}`];
  return secondsAt(first) > secondsAt(asOf) ? [`opened: ${first} is later than ${asOf}`] : [];
}

/** What forbids a snapshot: a figure without a source that says it, or one that was not known yet. */
export function faultsOf(snapshot: EventSnapshot): readonly string[] {
  const { asOf, firstHarm } = snapshot;
  const late =
    secondsAt(asOf) < secondsAt(firstHarm.at) ? [] : [`asOf ${asOf} is not before ${firstHarm.at}`];
  const unsaid =
    wordsOfSource(firstHarm.source) === null ? [`firstHarm: "${firstHarm.source}" names nothing`] : [];
  const data = dataOf(snapshot).flatMap((one) => faultsOfDatum(one, asOf));
  return [...late, ...unsaid, ...faultsOfOpening(snapshot), ...data];
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

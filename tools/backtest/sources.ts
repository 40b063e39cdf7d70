import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What a reading would have said before the event, by the file of incidents. */
const before = z.enum(['yes', 'no', 'partly', 'unknown', 'not-applicable']);

export type Before = z.infer<typeof before>;

const incident = z.looseObject({
  id: z.string(),
  date: z.string(),
  protocol: z.string(),
  kind: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  signals: z.array(z.strictObject({ signal: z.string(), before, why: z.string() })),
});

export type Incident = z.infer<typeof incident>;

const incidentFile = z.looseObject({ schema: z.literal('incidents/1'), incidents: z.array(incident) });
const otherFile = z.strictObject({ note: z.string(), facts: z.record(z.string(), z.string()) });

/** Where snapshots and what they quote lie. */
export const FOLDER = new URL('../../tests/backtest/', import.meta.url);

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

/** The dated incidents, in the order of the file. */
export function readIncidents(): readonly Incident[] {
  return incidentFile.parse(json('incidents.json')).incidents;
}

function step(from: unknown, key: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  return new Map<string, unknown>(Object.entries(from)).get(key);
}

/** The value of `loss.amount` or `signals[0].why` in an object; undefined where there is none. */
function valueAt(from: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce(step, from);
}

/**
 * The words of a source line, such as `incidents.json unibtc-2024-09.signals[0].why`; null where the line names
 * nothing that the collections hold.
 */
export function wordsOfSource(source: string): string | null {
  const inIncidents = /^incidents\.json ([\w-]+)\.(.+)$/.exec(source);
  if (inIncidents === null) return otherFile.parse(json('other-facts.json')).facts[source] ?? null;
  const found = readIncidents().find(({ id }) => id === inIncidents[1]);
  const value = valueAt(found, inIncidents[2] ?? '');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

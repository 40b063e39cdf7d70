import type { Reading } from '../../lib/core/index.ts';
import type { Evidence, Exposure } from '../../lib/exposure/index.ts';

/** A reading as plain JSON: integers as decimal text. */
function readingJson(reading: Reading<unknown>): Record<string, unknown> {
  if (reading.status === 'unknown') return { ...reading };
  return { ...reading, value: textIfInteger(reading.value), block: reading.block?.toString() ?? null };
}

function textIfInteger(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** Every reading behind a deposit as plain JSON. */
export function exposureJson(exposure: Exposure): Record<string, unknown> {
  const figures = Object.entries(exposure.figures).map(([name, reading]) => [name, readingJson(reading)]);
  return {
    stake: exposure.stake,
    notModelled: exposure.notModelled,
    figures: Object.fromEntries(figures),
    depositsPaused: readingJson(exposure.depositsPaused),
    redemptionPaused: readingJson(exposure.redemptionPaused),
    upgradeDelaySecs: readingJson(exposure.upgradeDelaySecs),
    upgradeFastPath: exposure.upgradeFastPath,
    admin: readingJson(exposure.admin),
    lastSlashAt: readingJson(exposure.lastSlashAt),
    track: exposure.track,
    exitAssumption: exposure.exitAssumption,
    remarks: exposure.remarks,
    snapshots: exposure.snapshots,
  };
}

/** What was asked for all deposits together; each block once. */
export function totalEvidence(exposures: readonly Exposure[]): Record<string, unknown> {
  const all = exposures.map(({ evidence }) => evidence);
  const blocks = new Map<string, Record<string, unknown>>();
  for (const { node, number, timestamp, parentHash } of all.flatMap((evidence) => evidence.blocks)) {
    const entry = { node, number: number.toString(), timestamp: timestamp.toString(), parentHash };
    blocks.set(`${node} ${number} ${parentHash}`, entry);
  }
  const sum = (of: (evidence: Evidence) => number) =>
    all.reduce((total, evidence) => total + of(evidence), 0);
  return {
    blocks: [...blocks.values()],
    roundTrips: Math.max(0, ...all.map((evidence) => evidence.roundTrips)),
    calls: sum((evidence) => evidence.calls),
    unread: all.flatMap((evidence) => evidence.unread),
    nodes: all.flatMap((evidence) => evidence.nodes),
  };
}

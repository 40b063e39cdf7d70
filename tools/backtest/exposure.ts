import { known, type Reading, unknown } from '../../lib/core/index.ts';
import type { Exposure, Snapshot } from '../../lib/exposure/index.ts';
import { registry } from '../../lib/protocols/index.ts';
import type { AssessInput } from '../../lib/risk/index.ts';
import { type EventSnapshot, secondsAt } from './snapshot.ts';

type Readable = EventSnapshot['readable'];

/**
 * A deposit of one ETH to one operator, with nothing allotted where the event tells of an operator: the question that
 * is asked, not a fact.
 */
const QUESTION = String(10n ** 18n);
const STRATEGY = 'the staked token';

/** Blocks are not timed: no event has a scheduled change. */
const NOW_BLOCK = 1;

function given<T, R>(
  one: { readonly value: T; readonly source: string } | undefined,
  convert: (value: T) => R,
): Reading<R> {
  return one === undefined ? unknown('no-source') : known(convert(one.value), one.source, null);
}

function same<T>(value: T): T {
  return value;
}

function seconds(moment: string): bigint {
  return BigInt(secondsAt(moment));
}

type Operator = Snapshot['operators'][number];

function operatorOf({ operator }: Readable): Operator[] {
  if (operator === undefined) return [];
  const { allocationDelayBlocks, pendingAllocationDelay, maxMagnitude } = operator;
  return [
    {
      id: 'it',
      allocationDelayBlocks: Number(allocationDelayBlocks.value),
      pendingAllocationDelay: pendingAllocationDelay.value,
      books: [{ strategy: STRATEGY, maxMagnitude: maxMagnitude.value, allocations: [] }],
    },
  ];
}

function exitOf({ exit }: Readable): Pick<Snapshot, 'exit'> {
  if (exit === undefined) return {};
  return {
    exit: {
      queue: { minSecs: 0, maxSecs: 0 },
      // The collections of facts give the escrow without a date.
      escrowBlocks: null,
      validatorExit: { minSecs: null, maxSecs: Number(exit.validatorExitMaxSecs.value) },
    },
  };
}

/** The position, for events about an operator or the time to get out; else nothing of stake is known. */
function stakeOf(readable: Readable): Snapshot | null {
  const { operator, exit } = readable;
  if (operator === undefined && exit === undefined) return null;
  return {
    kind: 'direct',
    depositWei: QUESTION,
    nowBlock: NOW_BLOCK,
    assets: { totalWei: QUESTION },
    // Where the event tells nothing of the operator, its book cannot be read: anything from nothing to all.
    lines: [{ operator: 'it', strategy: STRATEGY, valueWei: QUESTION }],
    operators: operatorOf(readable),
    strategies: { [STRATEGY]: { redistributable: operator?.redistributable.value ?? null } },
    ...exitOf(readable),
  };
}

function figuresOf({ figures }: Readable): Exposure['figures'] {
  const { lastUpgradeAt, ...integers } = figures ?? {};
  const found: Record<string, Reading<bigint>> = {};
  // An exact time is both the latest and the earliest that the change can have had.
  if (lastUpgradeAt !== undefined)
    found['lastUpgradeAt'] = found['lastUpgradeFrom'] = given(lastUpgradeAt, seconds);
  for (const [name, one] of Object.entries(integers)) found[name] = given(one, BigInt);
  return found;
}

/** The day of opening that the registry gives, and nothing else of what it knows today. */
function trackOf({ opened }: EventSnapshot): Exposure['track'] {
  const liveSince = opened === undefined ? null : (registry.track(opened)?.liveSince ?? null);
  if (liveSince === null) return null;
  return { liveSince, audits: null, bugBounty: null, lossEvents: null, covers: [] };
}

/** An exposure in which everything is unknown but what could be read before the event. */
function exposureOf(snapshot: EventSnapshot): Exposure {
  const { asOf, readable } = snapshot;
  const stake = stakeOf(readable);
  const { exit, flags } = readable;
  return {
    stake: null,
    notModelled: stake === null ? 'no figures of the stake on that day' : null,
    snapshots: stake === null ? [] : [stake],
    figures: figuresOf(readable),
    depositsPaused: given(flags?.depositsPaused, same),
    redemptionPaused: given(flags?.redemptionPaused, same),
    upgradeDelaySecs: unknown('no-source'),
    upgradeFastPath: null,
    admin: unknown('no-source'),
    lastSlashAt: unknown('no-source'),
    track: trackOf(snapshot),
    // No node tells the queue of validators: what stands behind it is a dated observation.
    exitUpperEndIsAssumed: exit !== undefined,
    exitAssumption: null,
    sets: [],
    labels: {},
    remarks: [],
    evidence: {
      blocks: [{ node: 'snapshot', number: 0n, timestamp: seconds(asOf), parentHash: '0x' }],
      roundTrips: 0,
      calls: 0,
      unread: [],
      nodes: [],
    },
  };
}

/** A snapshot as the engine takes it. Nothing is filled in. */
export function assessInputOf(snapshot: EventSnapshot): AssessInput {
  const { identity } = snapshot.readable;
  return {
    exposure: exposureOf(snapshot),
    identity: {
      contractKnown: identity?.contractKnown?.value ?? null,
      domainKnown: identity?.domainKnown?.value ?? null,
      sameProtocol: null,
      lookalike: null,
      recipientIsUser: null,
    },
    notes: [],
  };
}

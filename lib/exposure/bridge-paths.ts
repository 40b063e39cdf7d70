import { type Reading, type UnknownReason } from '../core/index.ts';
import { layerZero, layerZeroChains, verifierOperator } from '../protocols/index.ts';

import { needed, type Needed } from './bridge-count.ts';
import { READ, sameAddress } from './bridge-reads.ts';
import { leftToLayerZero, type Settings, settingsOf } from './bridge-settings.ts';
import type { StakeReading } from './findings.ts';
import type { Raw } from './request.ts';
import { dataOf } from './words.ts';

/** One way a message can be believed: a library and its settings. `until`: last block of a library on its way out. */
export type Way = Needed & { readonly settings: Settings; readonly until: bigint | null };

/** A path into Ethereum from one chain. */
export type Path = {
  readonly eid: number;
  readonly chain: string;
} & (
  | { readonly state: 'closed' }
  | { readonly state: 'unread'; readonly reason: UnknownReason }
  /** `ways` that could be read; `unread`: why another could not. */
  | {
      readonly state: 'open';
      readonly ways: readonly Way[];
      readonly unread: UnknownReason | null;
      /** LayerZero itself can change who checks; null: not known. */
      readonly left: boolean | null;
    }
);

type OneWay = Way | 'closed' | { readonly unread: UnknownReason };

/** Every path of the table, as it stands in the block that was read. */
export function pathsOf(reading: StakeReading): Path[] {
  const distrust = endpointOf(reading);
  return layerZeroChains.map(({ eid, name }, turn) => {
    const at = { eid, chain: name } as const;
    if (distrust !== null) return { ...at, state: 'unread', reason: distrust };
    return { ...at, ...pathAt(reading, eid, turn) };
  });
}

/** Why nothing that the endpoint says counts for this app; null: it is the app's own endpoint. */
function endpointOf({ answers }: StakeReading): UnknownReason | null {
  const endpoint = answers.word(READ.endpoint);
  if (endpoint.status === 'unknown') return endpoint.reason;
  return sameAddress(endpoint.value, layerZero.endpoint) ? null : 'no-source';
}

type Found =
  | { readonly state: 'closed' }
  | { readonly state: 'unread'; readonly reason: UnknownReason }
  | Pick<Extract<Path, { state: 'open' }>, 'state' | 'ways' | 'unread' | 'left'>;

function pathAt(reading: StakeReading, eid: number, turn: number): Found {
  const { answers } = reading;
  const [asked, peer] = [answers.turn(READ.eid, turn, 0), answers.turn(READ.peer, turn, 0)];
  if (peer.status === 'unknown') return { state: 'unread', reason: peer.reason };
  // What was asked of another chain says nothing of this one.
  if (asked.status === 'unknown' || asked.value !== BigInt(eid))
    return { state: 'unread', reason: 'malformed' };
  if (peer.value === 0n) return { state: 'closed' };
  const [library, isDefault, blocked] = [
    answers.turn(READ.library, turn, 0),
    answers.turn(READ.library, turn, 1),
    answers.word(READ.blocked),
  ];
  if (library.status === 'unknown') return { state: 'unread', reason: library.reason };
  if (isDefault.status === 'unknown') return { state: 'unread', reason: isDefault.reason };
  const grace = isDefault.value === 0n ? READ.grace : READ.defaultGrace;
  const graceSettings = isDefault.value === 0n ? READ.graceSettings : READ.defaultGraceSettings;
  const shut = blocked.status === 'known' && blocked.value === library.value;
  const ways: OneWay[] = [shut ? 'closed' : wayAt(reading, READ.settings, turn, null)];
  const before = beforeAt(reading, grace, turn);
  if (before.status === 'unknown') ways.push({ unread: before.reason });
  else if (before.value !== null) ways.push(wayAt(reading, graceSettings, turn, before.value));
  return together(ways, isDefault.value !== 0n ? true : leftAt(reading, turn));
}

/** Until which block a library that was replaced is still taken; null: none is. Valid while its end is ahead. */
function beforeAt({ answers, block }: StakeReading, read: string, turn: number): Reading<bigint | null> {
  const [library, end] = [answers.turn(read, turn, 0), answers.turn(read, turn, 1)];
  if (library.status === 'unknown') return library;
  if (end.status === 'unknown') return end;
  return { ...end, value: library.value !== 0n && end.value > block.number ? end.value : null };
}

function wayAt(reading: StakeReading, read: string, turn: number, until: bigint | null): OneWay {
  const raw = rawAt(reading, read, turn);
  const data = dataOf(raw);
  if (data === null) {
    const { status, ...rest } = reading.answers.turn(read, turn, 0);
    return { unread: status === 'unknown' && 'reason' in rest ? rest.reason : 'malformed' };
  }
  const settings = settingsOf(data);
  if (settings === null) return { unread: 'malformed' };
  const need = needed(settings, verifierOperator, layerZero.deadVerifier);
  return need === null ? 'closed' : { ...need, settings, until };
}

function leftAt(reading: StakeReading, turn: number): boolean | null {
  const data = dataOf(rawAt(reading, READ.own, turn));
  return data === null ? null : leftToLayerZero(data);
}

function rawAt({ plan, walk }: StakeReading, read: string, turn: number): Raw | null | undefined {
  return walk.results[plan.steps.findIndex(({ name }) => name === read)]?.[turn];
}

function together(all: readonly OneWay[], left: boolean | null): Found {
  const ways = all.filter((way): way is Way => typeof way === 'object' && 'settings' in way);
  const [unread] = all.flatMap((way) => (typeof way === 'object' && 'unread' in way ? [way.unread] : []));
  if (ways.length > 0) return { state: 'open', ways, unread: unread ?? null, left };
  return unread === undefined ? { state: 'closed' } : { state: 'unread', reason: unread };
}

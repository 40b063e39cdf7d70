import type { Address } from '../core/index.ts';
import type { Deposit } from '../detect/index.ts';
import { eigenlayerCore, type StakeRead } from '../protocols/index.ts';

import type { Extras } from './compile.ts';
import { isBeacon } from './plan.ts';

/** What a direct EigenLayer call does to the person's position. */
export type DirectMode = 'deposit' | 'delegate' | 'redelegate' | 'complete' | 'pod';

/** Tells the direct calls apart by what detection found. */
export function directMode(deposit: Deposit): DirectMode {
  if (deposit.withdrawal !== null) return 'complete';
  if (deposit.kind === 'delegate')
    return /\bredelegate\b/.test(deposit.signature) ? 'redelegate' : 'delegate';
  return deposit.kind === 'exposure-change' ? 'pod' : 'deposit';
}

/** Whose position the call touches; null where nothing says it. */
function personOf(deposit: Deposit): Address | null {
  if (deposit.withdrawal !== null) return deposit.withdrawal.staker;
  if (deposit.kind === 'delegate') return deposit.caller ?? deposit.receiver;
  return deposit.receiver ?? deposit.caller;
}

/** The strategies the call moves something into; none where all the person has moves. */
export function strategiesOf(deposit: Deposit): readonly Address[] {
  const mode = directMode(deposit);
  if (mode === 'complete') return deposit.withdrawal?.strategies ?? [];
  if (mode === 'delegate' || mode === 'redelegate') return [];
  return [deposit.strategy ?? eigenlayerCore.beaconStrategy];
}

/** Extra reads of a direct call: the person's own position, the strategies' pauses, a new operator's book. */
export function directExtras(deposit: Deposit): Extras {
  const person = personOf(deposit);
  const strategies = strategiesOf(deposit);
  const pauses = strategies.flatMap((strategy, i): [string, StakeRead][] =>
    isBeacon(strategy) ? [] : [[pauseRead(i), pausedOf(strategy)]],
  );
  return {
    reads: Object.fromEntries(pauses),
    stakers: person === null ? [] : [person],
    always: strategies,
    forced: deposit.operator === null ? [] : [deposit.operator],
  };
}

/** Name of the read that holds the pause bits of the call's strategy number `i`. */
export function pauseRead(i: number): string {
  return `strategyPaused${i}`;
}

function pausedOf(strategy: Address): StakeRead {
  return { kind: 'view', to: strategy, sig: 'paused()', selector: '0x5c975abb', grade: 'L' };
}

import { type Address, sameAddress } from '../core/index.ts';
import type { Deposit } from './deposit.ts';

/**
 * What a trial shows beyond the deposits that the calldata shows already. Amounts are neither compared nor told: coins
 * given back leave no log, and what was paid for which of several nobody can say.
 *
 * @param tried - what a trial of the whole request showed, the written deposits among it
 */
export function besideWritten(tried: readonly Deposit[], written: readonly Deposit[]): readonly Deposit[] {
  if (written.length === 0) return tried;
  return tried
    .filter((found) => !written.some((one) => one.chainId === found.chainId && isThatOf(found, one)))
    .map((found) => ({ ...found, asset: null, assetSymbol: null, amount: null }));
}

/** Whether what was found comes of a deposit that the calldata shows. */
function isThatOf(found: Deposit, one: Deposit): boolean {
  if (found.gives === null) return isThatPosition(found, one);
  const both = one.receiver !== null && found.receiver !== null;
  return one.gives === found.gives && (!both || isSaid(found.receiver, [one.receiver]));
}

/** A delegation is explained by one to that operator, shares by that strategy, a pod by what makes no other position. */
function isThatPosition(found: Deposit, one: Deposit): boolean {
  if (one.protocol !== found.protocol) return false;
  if (found.kind === 'delegate') return isSaid(found.operator, [one.operator]);
  const strategies = [one.strategy, ...(one.withdrawal?.strategies ?? [])];
  if (found.kind === 'deposit') return isSaid(found.strategy, strategies);
  return one.kind !== 'delegate' && strategies.every((strategy) => strategy === null);
}

function isSaid(address: Address | null, among: readonly (Address | null)[]): boolean {
  return address !== null && among.some((one) => one !== null && sameAddress(one, address));
}

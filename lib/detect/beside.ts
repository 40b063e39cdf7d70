import { type Address, sameAddress } from '../core/index.ts';
import type { Deposit } from './deposit.ts';

/**
 * What a trial showed beyond the deposits that the calldata shows already. One is the same where protocol, token or
 * position and receiver agree, as far as both say them; amounts are not compared, since coins given back leave no log.
 * What ends with a stranger counts only where the calldata names somebody else for it: a vault's own holdings, made
 * inside while it takes a deposit, are no deposit of the person.
 *
 * @param people - the accounts that ask or act
 */
export function besideWritten(
  tried: readonly Deposit[],
  written: readonly Deposit[],
  people: readonly Address[],
): readonly Deposit[] {
  if (written.length === 0) return tried;
  return tried.filter((found) => {
    const alike = written.filter((one) => isSamePosition(one, found));
    if (alike.some(({ receiver }) => agrees(receiver, found.receiver))) return false;
    return alike.length > 0 || people.some((one) => agrees(one, found.receiver));
  });
}

function isSamePosition(one: Deposit, other: Deposit): boolean {
  if (one.chainId !== other.chainId || one.protocol !== other.protocol) return false;
  if (one.gives !== null && other.gives !== null) return one.gives === other.gives;
  return agrees(one.strategy, other.strategy) && agrees(one.operator, other.operator);
}

/** Whether two say the same, as far as both say anything. */
function agrees(one: Address | null, other: Address | null): boolean {
  return one === null || other === null || sameAddress(one, other);
}

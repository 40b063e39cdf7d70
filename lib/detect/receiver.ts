import { type Address, sameAddress } from '../core/index.ts';
import { registry } from '../protocols/index.ts';
import type { RequestContext, RequestRead } from '../request/index.ts';
import type { Deposit } from './deposit.ts';
import { isTried } from './trial.ts';

/** Who a deposit credits: the person, a smart account on the way that only the chain could place, or somebody else. */
export type Credited = 'user' | 'smart-account' | 'other' | 'not-said';

/** Accounts that act in the call a deposit came from; in any call where only a trial of the whole request showed it. */
function actorsOf(deposit: Deposit, read: RequestRead): RequestRead['calls'][number]['actors'] {
  if (isTried(deposit)) return [...read.outer, ...read.calls].flatMap(({ actors }) => actors);
  return (
    [...read.calls, ...read.outer].find(
      (call) => call.data === deposit.data && call.caller === deposit.caller,
    )?.actors ?? []
  );
}

/** Whether the function credits whoever calls it, and the one who asks calls it: then nobody else can be meant. */
function creditsTheAsker(deposit: Deposit, actors: ReturnType<typeof actorsOf>): boolean {
  if (isTried(deposit)) return false; // its call is the whole request, and who gets what the logs say
  const { chainId, contract, caller, data } = deposit;
  const selector = data.slice(0, 10).toLowerCase();
  if (registry.findDeposit(chainId, contract, `0x${selector.slice(2)}`)?.receiverFrom !== 'caller')
    return false;
  const asker = actors.find(({ as }) => as === 'asker')?.address ?? null;
  return caller === null ? actors.length === 0 : asker !== null && sameAddress(asker, caller);
}

/**
 * Who is credited by a deposit, as far as the request itself tells. Where the account is only the page's claim, it
 * counts as the person's when the request's own `from`, which a wallet checks, says the same.
 */
export function creditedBy(deposit: Deposit, read: RequestRead, context: RequestContext): Credited {
  const { receiver } = deposit;
  const actors = actorsOf(deposit, read);
  if (context.claims === true && creditsTheAsker(deposit, actors)) return 'user';
  if (receiver === null) return 'not-said';
  const is = (address: Address | null): boolean => address !== null && sameAddress(address, receiver);
  const actor = actors.find(({ address }) => is(address));
  if (context.claims === true) {
    const asker = actors.find(({ as }) => as === 'asker')?.address ?? null;
    if (is(asker) && is(context.account)) return 'user';
    if ((asker === null || context.account === null) && (is(asker) || is(context.account))) return 'not-said';
  } else if (is(context.account)) return 'user';
  // Whose account a user operation is for is said by the call that holds it, which may be anybody's.
  if (actor?.as === 'user-operation') return isTried(deposit) ? 'smart-account' : 'user';
  if (actor?.as === 'asker' && context.account === null) return 'user';
  return actor?.as === 'smart-account' ? 'smart-account' : 'other';
}

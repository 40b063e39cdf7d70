import { isAddress, sameAddress } from '../core/index.ts';
import { isExchange, pools, registry } from '../protocols/index.ts';
import { type Call, CutOff, type RequestRead, type SignedIntent } from '../request/index.ts';
import type { Deposit, Note } from './deposit.ts';
import { isTokenFunction } from './grants.ts';
import { namingByChain } from './naming.ts';
import { enteredBy, none, readDeposits, selectorOf, symbolOf } from './read-deposit.ts';
import { acquisitions, followSweeps, orderedPurchases, readSwaps } from './swaps/index.ts';

/** Deposits in the order of execution, and what could not be read on the way. */
export type Found = {
  readonly deposits: readonly Deposit[];
  readonly notes: readonly Note[];
  /** Deposits into vaults that a factory was found to know: their contracts are no strangers. */
  readonly genuine?: readonly Deposit[];
};

const nothing: Found = { deposits: [], notes: [] };

function noted(id: 'not-fully-read' | 'swap-not-read', detail: string): Found {
  return { deposits: [], notes: [{ id, detail }] };
}

const namesEntry = namingByChain((chainId) => registry.depositContracts(chainId));
const namesToken = namingByChain((chainId) => [
  ...registry.restakingTokens(chainId),
  ...pools.filter((pool) => pool.chainId === chainId).map(({ address }) => address),
]);

/**
 * A call to a router whose arguments are read. What it pays may be a deposit contract itself (a vault's own token),
 * so a sale is none; any other deposit contract inside may be called by it.
 */
function swapsIn(call: Call): Found | null {
  const read = readSwaps(call);
  if (read === null) return null;
  const deposits = acquisitions(read.name, read.swaps, call);
  if (read.unread?.some((input) => namesToken(call.chainId)(input)) === true)
    return { deposits, notes: noted('not-fully-read', 'a swap of a kind that is not read').notes };
  if (deposits.length > 0) return { deposits, notes: [] };
  if (read.unclear !== undefined) return noted('swap-not-read', read.unclear);
  const paid = read.swaps.flatMap((swap) => (isAddress(swap.paid) ? [swap.paid] : []));
  const hidden = namesEntry(call.chainId)(call.data, paid);
  return hidden ? noted('not-fully-read', 'a swap that names a deposit contract') : nothing;
}

/**
 * Whether a call that nobody reads may be a swap into a restaking token it names: it goes to a known router or
 * aggregator, or an aggregator's site asks for it, or it pays in the native coin. A sale looks the same there, so the
 * finding says that it may be either. Elsewhere a token that is named is no sign of a purchase: money markets, bridges
 * and claims name it too.
 */
function maySwap(call: Call, aggregatorAsks: boolean): boolean {
  if (call.to === null) return false;
  const exchange = isExchange(call.chainId, call.to);
  if (!exchange && registry.isKnown(call.chainId, call.to)) return false;
  return (exchange || aggregatorAsks || call.value > 0n) && namesToken(call.chainId)(call.data);
}

/** A call nobody knows that names a deposit contract may carry a deposit that cannot be seen. */
function suspicion(call: Call, aggregatorAsks: boolean): Found {
  const selector = selectorOf(call.data);
  if (isTokenFunction(selector)) return nothing;
  if (maySwap(call, aggregatorAsks))
    return noted('swap-not-read', 'calldata that names a restaking token in a call that is not known');
  if (call.to !== null && registry.isKnown(call.chainId, call.to)) {
    if (!registry.isDepositContract(call.chainId, call.to)) return nothing;
    if (call.value > 0n)
      return noted('not-fully-read', 'a payment to a deposit contract by a function that is not known');
    // A newer form of its own, perhaps: elsewhere it is a deposit.
    return selector !== null && registry.isDepositSelector(selector)
      ? noted('not-fully-read', 'a deposit function that is not known at this deposit contract')
      : nothing;
  }
  return namesEntry(call.chainId)(call.data)
    ? noted('not-fully-read', 'calldata that names a deposit contract in a call that is not known')
    : nothing;
}

/**
 * What one call comes to, asked in this order: a registered deposit function, a swap that is read, a call that only
 * names what it may enter.
 */
function inCall(call: Call, aggregatorAsks: boolean): Found {
  const entered = enteredBy(call);
  try {
    if (entered !== null) return { deposits: readDeposits(entered), notes: [] };
    return swapsIn(call) ?? suspicion(call, aggregatorAsks);
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    if (entered !== null)
      return { deposits: [], notes: [{ id: 'calldata-not-read', detail: entered.entry.signature }] };
    return noted('not-fully-read', `a swap whose arguments are not readable: ${error.message}`);
  }
}

const signedSelector = '0x32e89ace'; // depositIntoStrategyWithSignature: what such a signature is for

/** A message, or a part of a call, of a kind that is not read: what it names is all there is to go by. */
function inUnread(intent: SignedIntent & { kind: 'unread' }): Found {
  const { chainId, primaryType, text, body } = intent;
  const type = primaryType.slice(0, 64);
  if (namesEntry(chainId)(text))
    return noted('not-fully-read', `a part of type ${type} that names a deposit contract`);
  return namesToken(chainId)(body)
    ? noted('swap-not-read', `a part of type ${type} that names a restaking token`)
    : nothing;
}

function inMessage(intent: SignedIntent): Found {
  if (intent.kind === 'unread') return inUnread(intent);
  if (intent.kind === 'order') return { deposits: orderedPurchases(intent), notes: [] };
  if (intent.kind !== 'eigenlayer-deposit' || intent.verifyingContract === null) return nothing;
  const { chainId, verifyingContract, staker, strategy, token, amount } = intent;
  const entry = registry.findDeposit(chainId, verifyingContract, signedSelector);
  if (entry === null) return nothing;
  const deposit: Deposit = {
    ...none,
    protocol: entry.protocol,
    kind: 'deposit',
    chainId,
    contract: verifyingContract,
    contractName: entry.contractName,
    signature: 'Deposit (signed message)',
    asset: token,
    assetSymbol: symbolOf(chainId, token),
    amount,
    receiver: staker,
    caller: null,
    gives: entry.gives,
    strategy,
    data: '0x',
    via: [],
    stake: entry.stake,
  };
  return { deposits: [deposit], notes: [] };
}

/**
 * Everything in a request that enters restaking.
 *
 * @param aggregatorAsks - the site that asks is one of the large aggregators
 */
export function findDeposits(read: RequestRead, aggregatorAsks: boolean): Found {
  const found = [...read.calls.map((call) => inCall(call, aggregatorAsks)), ...read.intents.map(inMessage)];
  const deposits = found.flatMap((one) => one.deposits);
  return { deposits: followSweeps(deposits, read.calls), notes: found.flatMap(({ notes }) => notes) };
}

/**
 * Whether a call's first four bytes are a registered deposit function while nobody knows its target in any role on
 * that chain: what a hijacked site asks for. The chain's wrapped coin is known; an account calling itself is no stranger.
 */
export function callsStrangerAsDeposit(call: Call): boolean {
  const selector = selectorOf(call.data);
  if (call.to === null || selector === null || !registry.isDepositSelector(selector)) return false;
  return isStranger(call, call.to);
}

/** Whether an address is known in no role and is none of the accounts that act. */
export function isStranger(call: Pick<Call, 'chainId' | 'actors'>, address: string): boolean {
  if (!isAddress(address) || registry.isKnown(call.chainId, address)) return false;
  return !call.actors.some((actor) => actor.as === 'asker' && sameAddress(actor.address, address));
}

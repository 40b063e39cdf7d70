import { isAddress, sameAddress } from '../core/index.ts';
import { registry } from '../protocols/index.ts';
import { type Call, CutOff, type RequestRead, type SignedIntent } from '../request/index.ts';
import type { Deposit, Note } from './deposit.ts';
import { isTokenFunction } from './grants.ts';
import { enteredBy, none, readDeposits, selectorOf, symbolOf } from './read-deposit.ts';
import { acquisitions, readSwaps } from './swaps.ts';
import { readPlan } from './universal-router.ts';

/** Deposits in the order of execution, and what could not be read on the way. */
export type Found = { readonly deposits: readonly Deposit[]; readonly notes: readonly Note[] };

const nothing: Found = { deposits: [], notes: [] };

function notRead(detail: string): Found {
  return { deposits: [], notes: [{ id: 'not-fully-read', detail }] };
}

/** Whether bytes name one of the addresses, at any byte: hex without its prefix, lower case. */
function names(hex: string, addresses: readonly string[]): boolean {
  return addresses.some((address) => hex.includes(address.slice(2)));
}

function swapsIn(call: Call): Found | null {
  const plan = readPlan(call);
  if (plan !== null) {
    const deposits = acquisitions('execute', plan.swaps, call);
    const tokens = registry.restakingTokens(call.chainId);
    const hidden = plan.unread.some((input) => names(input, tokens));
    return hidden
      ? { deposits, notes: notRead('a swap of a kind that is not read').notes }
      : { deposits, notes: [] };
  }
  const known = readSwaps(call);
  return known === null ? null : { deposits: acquisitions(known.name, known.swaps, call), notes: [] };
}

/** A call nobody knows that names a deposit contract may carry a deposit that cannot be seen. */
function suspicion(call: Call): Found {
  const selector = selectorOf(call.data);
  if (isTokenFunction(selector)) return nothing;
  if (call.to !== null && registry.isKnown(call.chainId, call.to)) {
    const unknownEntry = call.value > 0n && registry.isDepositContract(call.chainId, call.to);
    return unknownEntry
      ? notRead('a payment to a deposit contract by a function that is not known')
      : nothing;
  }
  const hidden = names(call.data.toLowerCase(), registry.depositContracts(call.chainId));
  return hidden ? notRead('calldata that names a deposit contract in a call that is not known') : nothing;
}

function inCall(call: Call): Found {
  const entered = enteredBy(call);
  try {
    if (entered !== null) return { deposits: readDeposits(entered), notes: [] };
    return swapsIn(call) ?? suspicion(call);
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    if (entered !== null)
      return { deposits: [], notes: [{ id: 'calldata-not-read', detail: entered.entry.signature }] };
    return notRead(`a swap whose arguments are not readable: ${error.message}`);
  }
}

const signedSelector = '0x32e89ace'; // depositIntoStrategyWithSignature: what such a signature is for

function inMessage(intent: SignedIntent): Found {
  if (intent.kind === 'unread') {
    const hidden = names(intent.text.toLowerCase(), registry.depositContracts(intent.chainId));
    return hidden
      ? notRead(`a message of type ${intent.primaryType.slice(0, 64)} that names a deposit contract`)
      : nothing;
  }
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

/** Everything in a request that enters restaking. */
export function findDeposits(read: RequestRead): Found {
  const found = [...read.calls.map(inCall), ...read.intents.map(inMessage)];
  return { deposits: found.flatMap(({ deposits }) => deposits), notes: found.flatMap(({ notes }) => notes) };
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

import { type Address, isAddress, sameAddress } from '../../core/index.ts';
import { registry } from '../../protocols/index.ts';
import { type Call, CutOff, type SignedIntent, take } from '../../request/index.ts';
import type { Deposit } from '../deposit.ts';
import { argumentsOf, none, selectorOf, symbolOf } from '../read-deposit.ts';
import { aggregators } from './aggregators.ts';
import { balancer } from './balancer.ts';
import { curve } from './curve.ts';
import { oneInch } from './one-inch.ts';
import { type Format, recipientOf, type Swap, type SwapsRead } from './swap.ts';
import { uniswap } from './uniswap.ts';
import { universalRouter } from './universal-router.ts';

/** Swaps recognised by selector, whatever the router's address. */
const formats = new Map<string, Format>(
  Object.entries({ ...uniswap, ...universalRouter, ...oneInch, ...aggregators, ...curve, ...balancer }),
);

/** Name and swaps of a call to a router; null where the selector is none of theirs. Throws `CutOff`. */
export function readSwaps(call: Call): ({ readonly name: string } & SwapsRead) | null {
  const selector = selectorOf(call.data);
  const format = selector === null ? undefined : formats.get(selector);
  if (format === undefined) return null;
  return { name: format.name, ...format.read(argumentsOf(format.types, call.data), call) };
}

function receiverOf(recipient: Swap['recipient'], call: Call): Address | null {
  if (recipient === 'caller') return call.caller;
  return recipient === 'router' ? call.to : recipient;
}

/** What is paid, for what, and to whom: by a call or by an order. */
type Purchase = {
  readonly chainId: number;
  readonly contract: Address;
  readonly contractName: string;
  readonly signature: string;
  readonly paid: Swap['paid'];
  readonly amount: bigint | null;
  readonly bought: Address;
  readonly receiver: Address | null;
  readonly caller: Address | null;
};

/** A purchase of a restaking token as a deposit of kind `acquires`; nothing for other tokens. */
function acquired(purchase: Purchase, data: Deposit['data'], via: Deposit['via']): readonly Deposit[] {
  const { bought, paid, ...said } = purchase;
  const token = registry.findToken(purchase.chainId, bought);
  if (token === null || !token.restaking) return [];
  const deposit: Deposit = {
    ...none,
    ...said,
    protocol: token.protocol,
    kind: 'acquires',
    asset: paid,
    assetSymbol: symbolOf(purchase.chainId, paid),
    gives: token.symbol,
    token: token.address,
    data,
    via,
    stake: token.stake,
    ...(token.stake === null ? { notModelled: 'What stands behind this token is not modelled.' } : {}),
  };
  return [deposit];
}

/** Swaps whose bought token is a restaking token on that chain, as deposits of kind `acquires`. */
export function acquisitions(name: string, swaps: readonly Swap[], call: Call): readonly Deposit[] {
  const { chainId, to, caller } = call;
  if (!isAddress(to)) return [];
  const shared = { chainId, contract: to, contractName: 'swap router', signature: name, caller };
  return swaps.flatMap(({ paid, amount, bought, recipient }) => {
    const receiver = receiverOf(recipient, call);
    return acquired({ ...shared, paid, amount, bought, receiver }, call.data, call.via);
  });
}

/** A signed order whose bought token is a restaking token: once signed, others may fill it. */
export function orderedPurchases(order: SignedIntent & { kind: 'order' }): readonly Deposit[] {
  const { chainId, contract, name, paid, amount, bought, receiver } = order;
  const signature = `${name} (signed message)`;
  const shared = { chainId, contract, contractName: 'order book', signature, caller: null };
  return acquired({ ...shared, paid, amount, bought, receiver }, '0x', []);
}

/** Functions of Uniswap's routers that hand on what a swap of the same request left in the router, and to whom. */
const sweeps = new Map<string, { readonly types: string; readonly to: number | null }>([
  ['0xdf2ab5bb', { types: 'address,uint256,address', to: 2 }],
  ['0xe90a182f', { types: 'address,uint256', to: null }],
  ['0xe0e189a0', { types: 'address,uint256,address,uint256,address', to: 2 }],
]);

/**
 * Who gets what a swap left in the router, where a later call of the same request to that router hands it on: the
 * receiver of such a deposit becomes that of the sweep. Sweeps that cannot be read change nothing.
 */
export function followSweeps(deposits: readonly Deposit[], calls: readonly Call[]): readonly Deposit[] {
  if (!deposits.some(isLeftInRouter)) return deposits;
  const swept = calls.flatMap((call) => {
    const sweep = sweepOf(call);
    return sweep === null ? [] : [sweep];
  });
  return deposits.map((deposit) => {
    if (!isLeftInRouter(deposit)) return deposit;
    const found = swept.find(
      ({ router, token }) =>
        sameAddress(router, deposit.contract) && sameAddress(token, deposit.token ?? '0x'),
    );
    return found === undefined ? deposit : { ...deposit, receiver: found.receiver };
  });
}

function isLeftInRouter({ kind, receiver, contract }: Deposit): boolean {
  return kind === 'acquires' && receiver !== null && sameAddress(receiver, contract);
}

function sweepOf(
  call: Call,
): { readonly router: Address; readonly token: Address; readonly receiver: Address | null } | null {
  const selector = selectorOf(call.data);
  const format = selector === null ? undefined : sweeps.get(selector);
  if (format === undefined || call.to === null) return null;
  try {
    const values = argumentsOf(format.types, call.data);
    const receiver = format.to === null ? 'caller' : recipientOf(values[format.to], 'caller');
    return { router: call.to, token: take.address(values[0]), receiver: receiverOf(receiver, call) };
  } catch (error) {
    if (error instanceof CutOff) return null;
    throw error;
  }
}

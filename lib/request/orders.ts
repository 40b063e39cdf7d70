import type { Address } from '../core/index.ts';
import type { SignedIntent } from './call.ts';
import { addressIn, amountIn, asObject, own } from './fields.ts';

/** A typed message, as far as its kind is told by it. */
export type TypedMessage = {
  readonly chainId: number;
  readonly primaryType: string;
  readonly domainName: unknown;
  readonly verifyingContract: Address | null;
  /** Who signs, as far as the request says. */
  readonly signer: Address | null;
  readonly fields: object;
  readonly whole: object;
};

type Order = SignedIntent & { readonly kind: 'order' };
type Sides = Pick<Order, 'name' | 'paid' | 'amount' | 'receiver'> & { readonly bought: Address | null };

const zero = /^0x0{40}$/;

function order(message: TypedMessage, sides: Sides): readonly Order[] {
  const { chainId, verifyingContract: contract } = message;
  const { bought, ...said } = sides;
  return contract === null || bought === null ? [] : [{ kind: 'order', chainId, contract, bought, ...said }];
}

/** A receiver of zero is whoever signs. */
function receiverIn(fields: object, signer: Address | null): Address | null {
  const receiver = addressIn(fields, 'receiver');
  return receiver === null || zero.test(receiver) ? signer : receiver;
}

/** CoW: cowprotocol/contracts `GPv2Order.Data`, domain "Gnosis Protocol" v2. An order to buy names a mere maximum. */
function cowOrder(message: TypedMessage): readonly Order[] {
  const { fields, signer } = message;
  return order(message, {
    name: 'CoW order',
    paid: addressIn(fields, 'sellToken'),
    amount: own(fields, 'kind') === 'buy' ? null : amountIn(fields, 'sellAmount'),
    bought: addressIn(fields, 'buyToken'),
    receiver: receiverIn(fields, signer),
  });
}

const hasExtension = 1n << 249n;

/**
 * 1inch limit orders and Fusion: 1inch/limit-order-protocol `OrderLib.sol`, domain "1inch Aggregation Router". With an
 * extension (`MakerTraitsLib`, bit 249) the receiver may be a contract that takes a fee and passes the rest on to one
 * that the extension names, of which the message holds only the hash: then it is not said who gets it.
 */
function limitOrder(message: TypedMessage): readonly Order[] {
  const { fields, signer } = message;
  const maker = addressIn(fields, 'maker') ?? signer;
  const traits = amountIn(fields, 'makerTraits') ?? 0n;
  const receiver = receiverIn(fields, maker);
  const direct = receiver === null || maker === null || receiver.toLowerCase() === maker.toLowerCase();
  return order(message, {
    name: '1inch order',
    paid: addressIn(fields, 'makerAsset'),
    amount: amountIn(fields, 'makingAmount'),
    bought: addressIn(fields, 'takerAsset'),
    receiver: (traits & hasExtension) !== 0n && !direct ? null : receiver,
  });
}

/** What goes in, where start and end of the auction are the same; a mere maximum otherwise. */
function inputOf(witness: object): bigint | null {
  const input = asObject(own(witness, 'input')) ?? asObject(own(witness, 'baseInput'));
  const fixed = amountIn(input, 'amount') ?? amountIn(witness, 'inputAmount');
  const start = amountIn(witness, 'inputStartAmount') ?? amountIn(witness, 'baseInputStartAmount');
  const end = amountIn(witness, 'inputEndAmount') ?? amountIn(witness, 'baseInputEndAmount');
  return fixed ?? (start !== null && start === end ? start : null);
}

/**
 * UniswapX: a Permit2 message whose witness is the order (Uniswap/UniswapX `src/lib/*OrderLib.sol`: limit, exclusive
 * Dutch, Dutch V2 and V3, priority). Its outputs name tokens and who gets them.
 */
function uniswapXOrder(
  message: TypedMessage,
  witness: object,
  outputs: readonly unknown[],
): readonly Order[] {
  const paid = addressIn(asObject(own(message.fields, 'permitted')), 'token');
  return outputs.flatMap((entry) => {
    const output = asObject(entry);
    const receiver = addressIn(output, 'recipient');
    const bought = addressIn(output, 'token');
    return order(message, { name: 'UniswapX order', paid, amount: inputOf(witness), bought, receiver });
  });
}

/** The orders that a typed message signs; null where it is none that is read. */
export function ordersIn(message: TypedMessage): readonly Order[] | null {
  const { fields, primaryType, domainName } = message;
  if (primaryType === 'Order') {
    if (domainName === 'Gnosis Protocol') return cowOrder(message);
    if (addressIn(fields, 'makerAsset') !== null) return limitOrder(message);
    return null;
  }
  const witness = asObject(own(fields, 'witness'));
  if (witness === null) return null;
  const outputs = own(witness, 'outputs') ?? own(witness, 'baseOutputs');
  return Array.isArray(outputs) ? uniswapXOrder(message, witness, outputs.slice(0, 64)) : null;
}

import { type AbiValue, take, toHex } from '../../request/index.ts';
import { type Format, type Formats, listEnds, oneSwap, recipientOf, tokenOf } from './swap.ts';

type Fields = readonly AbiValue[];

/** Where source, destination, amount and beneficiary stand in a list of fields; `amount` null: a mere maximum. */
type Layout = {
  readonly from: number;
  readonly to: number;
  readonly amount: number | null;
  readonly beneficiary: number | null;
};

/** A function whose fields name source and destination. Every one of these takes a beneficiary of zero for the caller. */
function described(
  name: string,
  types: string,
  fieldsOf: (values: Fields) => AbiValue | undefined,
  layout: Layout,
): Format {
  return {
    name,
    types,
    read: (values, call) => {
      const fields = take.list(fieldsOf(values));
      const paid = tokenOf(fields[layout.from]);
      const named = layout.amount === null ? null : take.integer(fields[layout.amount]);
      const amount = named !== null && paid === 'native' ? call.value : named;
      const recipient =
        layout.beneficiary === null ? 'caller' : recipientOf(fields[layout.beneficiary], 'caller');
      return { swaps: oneSwap(paid, amount, tokenOf(fields[layout.to]), recipient) };
    },
  };
}

const kyber =
  '(address,address,address[],uint256[],address[],uint256[],address,uint256,uint256,uint256,bytes)';
const kyberRun = `(address,address,bytes,${kyber},bytes)`;
const kyberLayout: Layout = { from: 0, to: 1, amount: 7, beneficiary: 6 };
const inRun = ([run]: Fields): AbiValue | undefined => take.list(run)[3];

/** KyberSwap MetaAggregationRouterV2: its interface as public integrations carry it (SwapDescriptionV2). */
const kyberSwap: Formats = {
  '0xe21fd0e9': described('KyberSwap swap', kyberRun, inRun, kyberLayout),
  '0x59e50fed': described('KyberSwap swapGeneric', kyberRun, inRun, kyberLayout),
  '0x8af033fb': described(
    'KyberSwap swapSimpleMode',
    `address,${kyber},bytes,bytes`,
    ([, description]) => description,
    kyberLayout,
  ),
};

const generic = '(address,address,uint256,uint256,uint256,bytes32,address)';
const onUniswap = '(address,address,uint256,uint256,uint256,bytes32,address,bytes)';
const curveV1 = '(uint256,uint256,address,address,uint256,uint256,uint256,bytes32,address)';
const curveV2 = '(uint256,uint256,uint256,address,address,address,uint256,uint256,uint256,bytes32,address)';
const exactIn: Layout = { from: 0, to: 1, amount: 2, beneficiary: 6 };
const exactOut: Layout = { ...exactIn, amount: null };
const first = ([fields]: Fields): AbiValue | undefined => fields;
const second = ([, fields]: Fields): AbiValue | undefined => fields;

function augustus(name: string, fields: string, layout: Layout, leads: boolean): Format {
  const types = leads ? `address,${fields},uint256,bytes,bytes` : `${fields},uint256,bytes`;
  return described(`Velora ${name}`, types, leads ? second : first, layout);
}

/** Velora (ParaSwap) Augustus v6.2: paraswap/augustus-v6 interfaces, developers.velora.xyz. */
const velora: Formats = {
  '0xe3ead59e': augustus('swapExactAmountIn', generic, exactIn, true),
  '0x7f457675': augustus('swapExactAmountOut', generic, exactOut, true),
  '0x876a02f6': augustus('swapExactAmountInOnUniswapV3', onUniswap, exactIn, false),
  '0x5e94e28d': augustus('swapExactAmountOutOnUniswapV3', onUniswap, exactOut, false),
  '0xe8bb3b6c': augustus('swapExactAmountInOnUniswapV2', onUniswap, exactIn, false),
  '0xa76f4eb6': augustus('swapExactAmountOutOnUniswapV2', onUniswap, exactOut, false),
  '0x1a01c532': augustus(
    'swapExactAmountInOnCurveV1',
    curveV1,
    { from: 2, to: 3, amount: 4, beneficiary: 8 },
    false,
  ),
  '0xe37ed256': augustus(
    'swapExactAmountInOnCurveV2',
    curveV2,
    { from: 4, to: 5, amount: 6, beneficiary: 10 },
    false,
  ),
};

const simple =
  '(address,address,uint256,uint256,uint256,address[],bytes,uint256[],uint256[],address,address,uint256,bytes,uint256,uint256)';

/** ParaSwap Augustus v5, `SimpleData`. */
const paraswap: Formats = {
  '0x54e3f31b': described('ParaSwap simpleSwap', simple, first, {
    from: 0,
    to: 1,
    amount: 2,
    beneficiary: 9,
  }),
};

const outputs = '(address,uint256,address)[]';

/** Odos router v2, `swapTokenInfo` and the lists of `swapMulti`: its compact forms are not read. */
const odos: Formats = {
  '0x3b635ce4': described(
    'Odos swap',
    '(address,uint256,address,address,uint256,uint256,address),bytes,address,uint256',
    first,
    { from: 0, to: 3, amount: 1, beneficiary: 6 },
  ),
  '0x7bf2d6d4': {
    name: 'Odos swapMulti',
    types: `${outputs},${outputs},uint256,bytes,address,uint256`,
    read: ([paidIn, bought]) => {
      const inputs = take.list(paidIn).map((entry) => tokenOf(take.list(entry)[0]));
      const [only] = inputs;
      const paid = inputs.length === 1 && only !== undefined ? only : null;
      const swaps = take.list(bought).flatMap((entry) => {
        const [token, , receiver] = take.list(entry);
        return oneSwap(paid, null, tokenOf(token), recipientOf(receiver, 'caller'));
      });
      return { swaps };
    },
  },
};

const step = '(address,address,address,address,uint256,bytes,bool)';
const lead = 'bytes32,bytes,bytes,address,uint256';

/** LI.FI: the last step's receiving asset is bought, the first step's sending asset is paid. */
function lifiSwap(name: string, many: boolean): Format {
  return {
    name: `LI.FI ${name}`,
    types: `${lead},${step}${many ? '[]' : ''}`,
    read: (values, call) => {
      const steps = many ? take.list(values[5]) : [values[5] ?? []];
      const from = take.list(steps[0]);
      const paid = tokenOf(from[2]);
      const amount = paid === 'native' ? call.value : take.integer(from[4]);
      return { swaps: oneSwap(paid, amount, tokenOf(take.list(steps.at(-1))[3]), take.address(values[3])) };
    },
  };
}

/** lifinance/contracts GenericSwapFacet and GenericSwapFacetV3, `LibSwap.SwapData`. */
const lifi: Formats = {
  '0x4630a0d8': lifiSwap('swapTokensGeneric', true),
  '0x4666fc80': lifiSwap('swapTokensSingleV3ERC20ToERC20', false),
  '0xaf7060fd': lifiSwap('swapTokensSingleV3NativeToERC20', false),
  '0x733214a3': lifiSwap('swapTokensSingleV3ERC20ToNative', false),
  '0x5fd9ae2e': lifiSwap('swapTokensMultipleV3ERC20ToERC20', true),
  '0x736eac0b': lifiSwap('swapTokensMultipleV3NativeToERC20', true),
  '0x2c57e884': lifiSwap('swapTokensMultipleV3ERC20ToNative', true),
};

/**
 * 0x Settler: recipient and what must come out at least. What is paid stands in actions that are not read; without a
 * token to come out, only those name any.
 */
function settler(name: string, types: string): Format {
  return {
    name: `0x ${name}`,
    types,
    read: ([slippage, actions], call) => {
      const [recipient, bought] = take.list(slippage);
      const out = tokenOf(bought);
      if (out === 'native')
        return { swaps: [], unread: take.list(actions).map((action) => toHex(take.bytes(action))) };
      const native = call.value > 0n;
      return {
        swaps: oneSwap(
          native ? 'native' : null,
          native ? call.value : null,
          out,
          recipientOf(recipient, 'caller'),
        ),
      };
    },
  };
}

/** 0x: the exchange proxy of protocol v4 and Settler (0xProject/0x-settler, `AllowedSlippage`). */
const zeroEx: Formats = {
  '0x415565b0': {
    name: '0x transformERC20',
    types: 'address,address,uint256,uint256,(uint256,bytes)[]',
    read: ([from, to, amount], call) => {
      const paid = tokenOf(from);
      return {
        swaps: oneSwap(paid, paid === 'native' ? call.value : take.integer(amount), tokenOf(to), 'caller'),
      };
    },
  },
  '0xd9627aa4': {
    name: '0x sellToUniswap',
    types: 'address[],uint256,uint256,bool',
    read: ([path, amount], call) => {
      const [paid, bought] = listEnds(path);
      const from = tokenOf(paid);
      return {
        swaps: oneSwap(
          from,
          from === 'native' ? call.value : take.integer(amount),
          tokenOf(bought),
          'caller',
        ),
      };
    },
  },
  '0x1fff991f': settler('Settler execute', '(address,address,uint256),bytes[],bytes32'),
  '0xfd3ad6d4': settler('Settler executeMetaTxn', '(address,address,uint256),bytes[],bytes32,address,bytes'),
};

/** CoW eth-flow sells the native coin by an order on chain: cowprotocol/ethflowcontract `EthFlowOrder.Data`. */
const cow: Formats = {
  '0x322bba21': {
    name: 'CoW createOrder',
    types: '(address,address,uint256,uint256,bytes32,uint256,uint256,bool,uint256)',
    read: ([order]) => {
      const fields = take.list(order);
      return {
        swaps: oneSwap(
          'native',
          take.integer(fields[2]),
          tokenOf(fields[0]),
          recipientOf(fields[1], 'caller'),
        ),
      };
    },
  },
  // GPv2Settlement: the order is named by its hash alone.
  '0xec6cb13f': {
    name: 'CoW setPreSignature',
    types: 'bytes,bool',
    read: ([, signed]) =>
      take.flag(signed) ? { swaps: [], unclear: 'an order that is named by its hash alone' } : { swaps: [] },
  },
};

/** Aggregators whose calls name what is bought. */
export const aggregators: Formats = {
  ...kyberSwap,
  ...velora,
  ...paraswap,
  ...odos,
  ...lifi,
  ...zeroEx,
  ...cow,
};

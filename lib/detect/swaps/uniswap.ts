import { take } from '../../request/index.ts';
import { type Format, type Formats, listEnds, pathEnds, recipientOf } from './swap.ts';

/** SwapRouter02 takes 1 and 2 for caller and router; the first SwapRouter takes zero for itself. */
const single = '(address,address,uint24,address';
const along = '(bytes,address';

/** `amountAt` null: the exact side is what comes out, so what goes in is a mere maximum. */
function v3Single(name: string, rest: string, amountAt: number | null): Format {
  return {
    name,
    types: `${single},${rest})`,
    read: ([parameters]) => {
      const fields = take.list(parameters);
      const amount = amountAt === null ? null : take.integer(fields[amountAt]);
      const recipient = recipientOf(fields[3], 'router');
      return {
        swaps: [{ paid: take.address(fields[0]), amount, bought: take.address(fields[1]), recipient }],
      };
    },
  };
}

/** Paths with an exact output run backwards: what is bought stands first. */
function v3Path(name: string, rest: string, amountAt: number | null): Format {
  return {
    name,
    types: `${along},${rest})`,
    read: ([parameters]) => {
      const fields = take.list(parameters);
      const [first, last] = pathEnds(take.bytes(fields[0]));
      const amount = amountAt === null ? null : take.integer(fields[amountAt]);
      const recipient = recipientOf(fields[1], 'router');
      const [paid, bought] = amountAt === null ? [last, first] : [first, last];
      return { swaps: [{ paid, amount, bought, recipient }] };
    },
  };
}

/** Uniswap V2: paid with the call's value, with an exact amount, or with at most an amount. */
function v2(name: string, types: string, paid: 'value' | 'exact' | 'maximum', pathAt: number): Format {
  return {
    name,
    types,
    read: (values, call) => {
      const [first, last] = listEnds(values[pathAt]);
      const amount = paid === 'value' ? call.value : paid === 'exact' ? take.integer(values[0]) : null;
      const recipient = recipientOf(values[pathAt + 1], 'caller');
      return { swaps: [{ paid: paid === 'value' ? 'native' : first, amount, bought: last, recipient }] };
    },
  };
}

/** A function that buys no token: read, so that one it names is not taken for one that may be bought. */
function buysNothing(name: string): Format {
  return { name, types: '', read: () => ({ swaps: [] }) };
}

const tokensIn = 'uint256,uint256,address[],address';
const coinIn = 'uint256,address[],address,uint256';
const feeOnTransfer = 'SupportingFeeOnTransferTokens';

/**
 * Uniswap V2, SwapRouter and SwapRouter02: docs.uniswap.org, V2 `IUniswapV2Router02`, V3 `ISwapRouter` and
 * `IV3SwapRouter`. Forms that sell for the native coin buy no token and are not listed.
 */
export const uniswap: Formats = {
  '0x04e45aaf': v3Single('exactInputSingle', 'uint256,uint256,uint160', 4),
  '0xb858183f': v3Path('exactInput', 'uint256,uint256', 2),
  '0x5023b4df': v3Single('exactOutputSingle', 'uint256,uint256,uint160', null),
  '0x09b81346': v3Path('exactOutput', 'uint256,uint256', null),
  '0x414bf389': v3Single('exactInputSingle', 'uint256,uint256,uint256,uint160', 5),
  '0xc04b8d59': v3Path('exactInput', 'uint256,uint256,uint256', 3),
  '0xdb3e2198': v3Single('exactOutputSingle', 'uint256,uint256,uint256,uint160', null),
  '0xf28c0498': v3Path('exactOutput', 'uint256,uint256,uint256', null),
  '0x7ff36ab5': v2('swapExactETHForTokens', coinIn, 'value', 1),
  '0xb6f9de95': v2(`swapExactETHForTokens${feeOnTransfer}`, coinIn, 'value', 1),
  '0xfb3bdb41': v2('swapETHForExactTokens', coinIn, 'maximum', 1),
  '0x38ed1739': v2('swapExactTokensForTokens', `${tokensIn},uint256`, 'exact', 2),
  '0x5c11d795': v2(`swapExactTokensForTokens${feeOnTransfer}`, `${tokensIn},uint256`, 'exact', 2),
  '0x8803dbee': v2('swapTokensForExactTokens', `${tokensIn},uint256`, 'maximum', 2),
  '0x472b43f3': v2('swapExactTokensForTokens', tokensIn, 'exact', 2),
  '0x42712a67': v2('swapTokensForExactTokens', tokensIn, 'maximum', 2),
  // Sales for the coin itself.
  '0x18cbafe5': buysNothing('swapExactTokensForETH'),
  '0x791ac947': buysNothing(`swapExactTokensForETH${feeOnTransfer}`),
  '0x4a25d94a': buysNothing('swapTokensForExactETH'),
  // Parts of a multicall around a swap: permits for what is paid, and handing on what is left.
  '0xf3995c67': buysNothing('selfPermit'),
  '0xc2e3140a': buysNothing('selfPermitIfNecessary'),
  '0x4659a494': buysNothing('selfPermitAllowed'),
  '0xa4a78f0c': buysNothing('selfPermitAllowedIfNecessary'),
  '0xf2d5d56b': buysNothing('pull'),
  '0xdf2ab5bb': buysNothing('sweepToken'),
  '0xe90a182f': buysNothing('sweepToken'),
  '0xe0e189a0': buysNothing('sweepTokenWithFee'),
  '0x3068c554': buysNothing('sweepTokenWithFee'),
};

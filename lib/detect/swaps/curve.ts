import { poolAt, registry } from '../../protocols/index.ts';
import { type AbiValue, type Call, CutOff, take } from '../../request/index.ts';
import { type Format, type Formats, oneSwap, recipientOf, type SwapsRead, tokenOf } from './swap.ts';

const zero = /^0x0{40}$/;

/** A route is token, pool, token, pool, token …, filled up with zeros: the last token is bought. */
function along(
  listed: AbiValue | undefined,
  call: Call,
  amount: bigint,
  recipient: AbiValue | undefined,
): SwapsRead {
  const stops = take.list(listed).filter((stop) => !zero.test(take.address(stop)));
  if (stops.length < 3 || stops.length % 2 === 0) throw new CutOff('no route of tokens and pools');
  const paid = tokenOf(stops[0]);
  return {
    swaps: oneSwap(
      paid,
      paid === 'native' ? call.value : amount,
      tokenOf(stops.at(-1)),
      recipient === undefined ? 'caller' : recipientOf(recipient, 'caller'),
    ),
  };
}

function route(name: string, types: string, recipientAt: number | null): Format {
  return {
    name: `Curve ${name}`,
    types,
    read: (values, call) =>
      along(values[0], call, take.integer(values[2]), recipientAt === null ? undefined : values[recipientAt]),
  };
}

/** The registry's own exchange names pool, source and destination. */
function named(types: string, recipientAt: number | null): Format {
  return {
    name: 'Curve exchange',
    types,
    read: (values, call) => {
      const paid = tokenOf(values[1]);
      const amount = paid === 'native' ? call.value : take.integer(values[3]);
      const recipient = recipientAt === null ? 'caller' : recipientOf(values[recipientAt], 'caller');
      return { swaps: oneSwap(paid, amount, tokenOf(values[2]), recipient) };
    },
  };
}

/**
 * A pool names its coins by number, and the order of coins was not read for any pool. Where one coin of a known pool is
 * a restaking token, the swap may buy it or sell it.
 */
function numbered(name: string, types: string): Format {
  return {
    name: `Curve ${name}`,
    types,
    read: (_values, call) => {
      const tokens = call.to === null ? [] : (poolAt(call.chainId, call.to)?.tokens ?? []);
      const holds = tokens.some((token) => registry.findToken(call.chainId, token)?.restaking === true);
      return { swaps: [], ...(holds ? { unclear: 'a pool that holds a restaking token' } : {}) };
    },
  };
}

const four = 'uint256,uint256,uint256,uint256';
const ng = 'address[11],uint256[5][5],uint256,uint256';
const ngShort = 'address[11],uint256[4][5],uint256,uint256';
const old = 'address[9],uint256[3][4],uint256,uint256';

/**
 * Curve pools (`exchange` of stable, crypto and NG pools), curvefi/curve-router-ng `Router.vy`, and the registry
 * exchange before it. Words of type int128 are read as plain words: none of them is used.
 */
export const curve: Formats = {
  '0x371dc447': route('exchange', ng, null),
  '0x5c9c18e2': route('exchange', `${ng},address[5]`, null),
  '0xc872a3c5': route('exchange', `${ng},address[5],address`, 5),
  '0xaad348a2': route('exchange', ngShort, null),
  '0xfd44959c': route('exchange', `${ngShort},address`, 4),
  '0x353ca424': route('exchange_multiple', old, null),
  '0x9db4f7aa': route('exchange_multiple', `${old},address[4]`, null),
  '0x0651cb35': route('exchange_multiple', `${old},address[4],address`, 5),
  '0x4798ce5b': named('address,address,address,uint256,uint256', null),
  '0x1a4c1ca3': named('address,address,address,uint256,uint256,address', 5),
  '0x3df02124': numbered('exchange', four),
  '0xddc1f59d': numbered('exchange', `${four},address`),
  '0x5b41b908': numbered('exchange', four),
  '0x394747c5': numbered('exchange', `${four},bool`),
  '0xce7d6503': numbered('exchange', `${four},bool,address`),
  '0xa64833a0': numbered('exchange', `${four},address`),
  '0xa6417ed6': numbered('exchange_underlying', four),
  '0x44ee1986': numbered('exchange_underlying', `${four},address`),
  '0x65b2489b': numbered('exchange_underlying', four),
  '0xe2ad025a': numbered('exchange_underlying', `${four},address`),
  '0x7e3db030': numbered('exchange_received', four),
  '0xafb43012': numbered('exchange_received', `${four},address`),
  '0x29b244bb': numbered('exchange_received', four),
  '0x767691e7': numbered('exchange_received', `${four},address`),
};

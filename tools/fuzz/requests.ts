import { type Hex, toHex } from 'viem';

import { protocols } from '../../lib/protocols/index.ts';
import { callOf, type Random } from './random.ts';
import { encode, type Made, wrappings } from './wrappings.ts';

/** A deposit as a transaction makes it, and how deep it lies. */
export type Planted = {
  readonly made: Made;
  readonly chainId: number;
  readonly layers: number;
  /** Whether it lies within the bounds and in known wrappings only, so that it must be listed and not only said. */
  readonly open: boolean;
  /** What was planted, for a report. */
  readonly what: string;
};

/** A request, and how many layers it adds to what it carries. */
export type Asked = { readonly method: string; readonly params: unknown; readonly adds: number };

const user: Hex = '0x1111111111111111111111111111111111111111';
const account: Hex = '0x2222222222222222222222222222222222222222';

const entries = protocols.flatMap(({ deposits }) => deposits);
const tokens = protocols.flatMap((protocol) => protocol.tokens.filter((token) => token.restaking));
const paid: Hex = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';

/** A registered deposit with made arguments; withdrawals are taken as shares. */
function deposit(random: Random): Planted {
  const { to, signature, chainId, does, contractName } = random.pick(entries);
  const shares = does === 'withdrawals';
  const data = callOf(signature, random, {
    flag: !shares && random.below(2) === 0,
    length: shares ? 1 : null,
  });
  const value = signature.includes('payable') || random.below(2) === 0 ? 5n : 0n;
  return { made: { to, value, data }, chainId, layers: 0, open: true, what: `${contractName}.${signature}` };
}

/** A swap into a restaking token, by one of the routers’ functions. */
function swap(random: Random): Planted {
  const { address: token, chainId, symbol } = random.pick(tokens);
  const b32 = `0x${'00'.repeat(32)}`;
  const forms: readonly (() => Hex)[] = [
    () =>
      encode('exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))', [
        [paid, token, 500, user, 7n, 1n, 0n],
      ]),
    () => encode('swapExactETHForTokens(uint256,address[],address,uint256)', [1n, [paid, token], user, 9n]),
    () =>
      encode('swap(address,(address,address,address,address,uint256,uint256,uint256),bytes)', [
        user,
        [paid, token, user, user, 7n, 1n, 0n],
        `0x${random.digits(40)}`,
      ]),
    () =>
      encode('execute((address,address,uint256),bytes[],bytes32)', [[user, token, 1n], ['0x12345678'], b32]),
    () =>
      encode('swapSingleTokenExactIn(address,address,address,uint256,uint256,uint256,bool,bytes)', [
        user,
        paid,
        token,
        7n,
        1n,
        9n,
        false,
        '0x',
      ]),
  ];
  const made = { to: `0x${random.digits(20)}`, value: 5n, data: random.pick(forms)() } as const;
  return { made, chainId, layers: 0, open: true, what: `a swap into ${symbol}` };
}

/** Wraps as often as is asked, by any of the ways there are, up to `deepest` layers. */
function wrapped(bare: Planted, random: Random, times: number, deepest: number): Planted {
  let { made, layers } = bare;
  for (let time = 0; time < times; time += 1) {
    const wrapping = random.pick(wrappings);
    if (layers + wrapping.layers > deepest) break;
    made = wrapping.wrap(made, account);
    layers += wrapping.layers;
  }
  return { ...bare, made, layers };
}

/** Other calls before and behind it, in one batch. */
function amongOthers(bare: Planted, random: Random, count: number): Planted {
  const idle = (): readonly unknown[] => [
    `0x${random.digits(20)}`,
    0n,
    `0x${random.digits(random.below(100))}`,
  ];
  const { made } = bare;
  const before = Array.from({ length: random.below(count) }, idle);
  const behind = Array.from({ length: random.below(count) }, idle);
  const calls = [...before, [made.to, made.value, made.data], ...behind];
  const data = encode('execute((address,uint256,bytes)[])', [calls]);
  return { ...bare, made: { to: account, value: 0n, data }, layers: bare.layers + 1 };
}

/** A function nobody knows that carries target and calldata somewhere inside, as a forwarder could. */
function forwarded(bare: Planted, random: Random): Planted {
  const { to, data } = bare.made;
  const inside = `${random.digits(random.below(9))}${to.slice(2)}${data.slice(2)}${random.digits(random.below(9))}`;
  const made = { to: `0x${random.digits(20)}`, value: 0n, data: `0x${random.digits(4)}${inside}` } as const;
  return { ...bare, made, open: false, what: `${bare.what}, forwarded` };
}

const wraps = new Set<string>(
  entries
    .filter(({ does }) => does === 'wrap')
    .map(({ contractName, signature }) => `${contractName}.${signature}`),
);

/** A deposit or a swap, hidden in one of the ways in which it still runs. */
export function planted(random: Random): Planted {
  const bare = random.below(4) === 0 ? swap(random) : deposit(random);
  switch (random.below(8)) {
    case 0:
      return bare;
    case 1:
      return wrapped(
        amongOthers(wrapped(bare, random, random.below(2), 7), random, 8),
        random,
        random.below(4),
        8,
      );
    case 2: // deeper than is read
      return { ...wrapped(bare, random, 12, 99), open: false };
    case 3: // sometimes more than is read: large, so seldom
      return random.below(16) === 0
        ? { ...amongOthers(bare, random, 1_200), open: false }
        : amongOthers(bare, random, 30);
    case 4:
      return bare.what.startsWith('a swap') || wraps.has(bare.what) ? bare : forwarded(bare, random);
    default:
      return wrapped(bare, random, 1 + random.below(8), 8);
  }
}

function inAnyCase(hex: string, random: Random): string {
  const how = random.below(3);
  return how === 0 ? hex : how === 1 ? `0x${hex.slice(2).toUpperCase()}` : hex.toLowerCase();
}

/** A request that makes the call, written in one of the ways in which wallets take it. */
export function requestFor({ made, chainId }: Planted, random: Random): Asked {
  const data = inAnyCase(made.data + random.digits(random.below(3) === 0 ? random.below(70) : 0), random);
  const to = inAnyCase(made.to, random);
  const value = random.pick([toHex(made.value), made.value.toString()]);
  const chain = random.pick([toHex(chainId), chainId, String(chainId)]);
  const call = random.below(2) === 0 ? { to, value, data } : { to, value, input: data };
  switch (random.below(6)) {
    case 0:
      return {
        method: random.pick(['wallet_sendCalls', 'wallet_prepareCalls']),
        params: [{ version: '2.0.0', from: user, chainId: chain, calls: [call] }],
        adds: 0,
      };
    case 1: {
      const sent = { method: 'eth_sendTransaction', params: [{ from: user, ...call }] };
      return {
        method: 'wallet_invokeMethod',
        params: { scope: `eip155:${chainId}`, request: sent },
        adds: 0,
      };
    }
    case 2: {
      const message = { to, value: made.value.toString(), data, operation: 0, nonce: 0 };
      const domain = { chainId, verifyingContract: account };
      const typed = { types: {}, primaryType: 'SafeTx', domain, message };
      return {
        method: 'eth_signTypedData_v4',
        params: [user, random.below(2) === 0 ? typed : JSON.stringify(typed)],
        adds: 0,
      };
    }
    case 3: {
      const callData = encode('execute(address,uint256,bytes)', [made.to, made.value, made.data]);
      return {
        method: 'eth_sendUserOperation',
        params: [{ sender: account, chainId: chain, callData }, user],
        adds: 1,
      };
    }
    default:
      return {
        method: random.pick([
          'eth_sendTransaction',
          'eth_signTransaction',
          'wallet_sendTransaction',
          'vendor_send',
        ]),
        params: [{ from: user, chainId: chain, ...call }],
        adds: 0,
      };
  }
}

import { encodeAbiParameters, keccak256, parseAbiParameters, toHex } from 'viem';

import type { Address, Hex } from '../../../lib/core/index.ts';
import { made } from '../eigenlayer-state.ts';
import { type ContractState, view } from '../stand-in.ts';
import { WETH } from './base.ts';

const ETH = 10n ** 18n;
const QUOTER: Address = '0x61fFE014bA17989E743c5F6cB21bF9697530B21e';

/**
 * A pool of the embedded chain: `kind` is Curve's form of quote, or Uniswap's fee. `discount`: thousandths of the
 * redemption rate by which its smallest sale is below it; `depth`: ETH that it holds.
 */
type MadePool = {
  readonly address: Address;
  readonly venue: 'CurvePool' | 'V3Pool' | 'BalancerVault';
  readonly kind: bigint;
  readonly discount: bigint;
  readonly depth: bigint;
  /** Balancer's own name of the pool; `depth` is then in wei. */
  readonly id?: Hex;
  /** The token is the second of its coins. */
  readonly second?: true;
};

type MadeMarket = {
  readonly token: Address;
  readonly pools: readonly MadePool[];
  /** RedStone's feed of the token. */
  readonly feed: Address;
};

const STABLE = 1n;
const CRYPTO = 2n;

/** Addresses: public lists of 2026. Forms, prices and depths are made: no source says which form a Curve pool has. */
const MARKETS: Readonly<Record<string, MadeMarket>> = {
  etherfi: {
    token: '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee',
    pools: [
      curve('0xDB74dfDD3BB46bE8Ce6C33dC9D82777BCFc3dEd5', STABLE, 1n, 20_000n),
      curve('0x13947303F63b363876868D070F14dc865C36463b', STABLE, 3n, 400n),
      uniswap('0x7A415B19932c0105c82FDB6b720bb01B0CC2CAe3', 500n, 1n, 3_000n),
      uniswap('0x202A6012894Ae5c288eA824cbc8A9bfb26A49b93', 100n, 2n, 60n),
    ],
    feed: '0x8751F736E94F6CD167e8C5B97E245680FbD9CC36',
  },
  renzo: {
    token: '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110',
    pools: [
      curve('0x85dE3ADd465a219EE25E04d22c39aB027cF5C12E', STABLE, 2n, 9_000n),
      uniswap('0xBE80225f09645f172B079394312220637C440A63', 100n, 1n, 45n),
      // Drained, as the family was: half a thousandth of an ETH is left.
      {
        address: '0xBA12222222228d8Ba445958a75a0704d566BF2C8',
        venue: 'BalancerVault',
        kind: 0n,
        discount: 1n,
        depth: 500_000_000_000_000n,
        id: '0x596192bb6e41802428ac943d2f1476c1af25cc0e000000000000000000000659',
      },
    ],
    feed: '0xF4a3e183F59D2599ee3DF213ff78b1B3b1923696',
  },
  kelp: {
    token: '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7',
    pools: [],
    feed: '0xA736eAe8805dDeFFba40cAB8c99bCB309dEaBd9B',
  },
  puffer: {
    token: '0xD9A442856C234a39a81a089C06451EBAa4306a72',
    pools: [{ ...curve('0x39F5b252dE249790fAEd0C2F05aBead56D2088e1', CRYPTO, 2n, 6_000n), second: true }],
    feed: '0x76A495b0bFfb53ef3F0E94ef0763e03cE410835C',
  },
  swell: {
    token: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
    pools: [
      curve('0xeE04382c4cA6c450213923fE0f0daB19b0ff3939', STABLE, 2n, 5_000n),
      uniswap('0xC410573Af188f56062Ee744cC3D6F2843f5bC13b', 500n, 2n, 800n),
      uniswap('0xE62627326d7794E20bB7261B24985294de1579FE', 3_000n, 4n, 300n),
    ],
    feed: '0x3A236F67Fce401D87D7215695235e201966576E4',
  },
};

function curve(address: Address, kind: bigint, discount: bigint, depth: bigint): MadePool {
  return { address, venue: 'CurvePool', kind, discount, depth };
}

function uniswap(address: Address, kind: bigint, discount: bigint, depth: bigint): MadePool {
  return { address, venue: 'V3Pool', kind, discount, depth };
}

/** The pools in which a world's token is sold, and its published price, an hour old; nothing for other worlds. */
export function marketContracts(world: string, rate: bigint | undefined, timestamp: bigint): ContractState[] {
  const market = MARKETS[world];
  if (market === undefined || rate === undefined) return [];
  const { token, pools, feed } = market;
  const price = (rate * 999n) / 1_000n / 10n ** 10n;
  const updated = timestamp - 3_600n;
  return [
    ...pools.map((pool) => poolState(token, pool, rate)),
    ...pools
      .filter(({ id }) => id === undefined)
      .map(({ address, depth }) => ({
        role: 'WETH',
        address: WETH,
        answers: [view('function balanceOf(address) view returns (uint256)', depth * ETH, [address])],
      })),
    {
      role: 'RedStone feed',
      address: feed,
      answers: [
        view('function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)', [
          7n,
          price,
          updated,
          updated,
          7n,
        ]),
        view('function decimals() view returns (uint8)', 8),
      ],
    },
    {
      role: 'Uniswap QuoterV2',
      address: QUOTER,
      logic: made('logic QuoterV2'),
      slots: Object.fromEntries(
        pools
          .filter(({ venue }) => venue === 'V3Pool')
          .flatMap(({ address, kind }) => [
            [tableSlot(token, WETH, kind), addressWord(address)],
            [tableSlot(WETH, token, kind), addressWord(address)],
          ]),
      ),
    },
  ];
}

/** Storage as `Market.sol` lays it out. Uniswap orders the two tokens by address. */
function poolState(token: Address, pool: MadePool, rate: bigint): ContractState {
  const { address, venue, kind, discount, depth } = pool;
  const first = venue === 'V3Pool' ? BigInt(token) < BigInt(WETH) : pool.second !== true;
  const words: readonly bigint[] = [
    BigInt(first ? token : WETH),
    BigInt(first ? WETH : token),
    pool.id === undefined ? depth * ETH : depth,
    (rate * (1_000n - discount)) / 1_000n,
    BigInt(token),
    kind,
    0n,
    BigInt(pool.id ?? 0),
  ];
  const slots = words.map((value, at) => [word(BigInt(at)), word(value)] as const);
  return {
    role: `made pool (${venue})`,
    address,
    logic: made(`logic ${venue}`),
    slots: Object.fromEntries(slots),
  };
}

function word(value: bigint): Hex {
  return toHex(value, { size: 32 });
}

function addressWord(address: Address): Hex {
  return word(BigInt(address));
}

/** Where the quoter's table holds the pool of two tokens and a fee: a mapping in slot 0. */
function tableSlot(tokenIn: Address, tokenOut: Address, fee: bigint): Hex {
  const key = keccak256(
    encodeAbiParameters(parseAbiParameters('address, address, uint256'), [tokenIn, tokenOut, fee]),
  );
  return keccak256(encodeAbiParameters(parseAbiParameters('bytes32, uint256'), [key, 0n]));
}

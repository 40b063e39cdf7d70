import type { Hex } from 'viem';

import { type Detected, detect } from '../../lib/detect/index.ts';
import { readRequest } from '../../lib/request/index.ts';
import { type Random, seeded } from './random.ts';
import { type Asked, planted, type Planted, requestFor } from './requests.ts';
import { wrappings } from './wrappings.ts';

/** What a run came to. */
export type Figures = {
  readonly inputs: number;
  readonly planted: number;
  /** Planted ones that were listed as deposits; the others were said. */
  readonly found: number;
  readonly crashes: readonly string[];
  /** Planted ones that were neither listed nor said in a way that opens the window. */
  readonly silent: readonly string[];
  /** Planted ones within every bound that were said, but not listed. */
  readonly missed: readonly string[];
  /** Milliseconds of the slowest input. */
  readonly slowest: number;
};

const user: Hex = '0x1111111111111111111111111111111111111111';

function run(asked: Asked, chainId: number): Detected {
  const context = { chainId, account: user } as const;
  return detect(readRequest(asked, context), { origin: 'https://stake.example' }, context);
}

/** Bytes changed, cut, doubled or set to what counts and points are made of: mostly nothing that would run. */
function broken(data: string, random: Random): string {
  const at = 2 + 2 * random.below(Math.max(1, (data.length - 2) / 2));
  switch (random.below(5)) {
    case 0:
      return data.slice(0, at);
    case 1:
      return `${data.slice(0, at)}${random.digits(1 + random.below(8))}${data.slice(at + 2)}`;
    case 2: {
      const word = 2 + 8 + 64 * random.below(Math.max(1, Math.floor((data.length - 10) / 64)));
      const number = random.pick(['0', '20', '40', '60', 'ff', 'ffff', 'f'.repeat(64), `8${'0'.repeat(63)}`]);
      return `${data.slice(0, word)}${number.padStart(64, '0')}${data.slice(word + 64)}`;
    }
    case 3:
      return `${data}${data.slice(at)}`;
    default:
      return `${random.pick(wrappings).selector}${data.slice(10)}`;
  }
}

/** Something nobody meant: random bytes, words behind known selectors, or a real request with its calldata broken. */
function nonsense(from: Planted, random: Random): Asked {
  const words = (): string => {
    const small = random.pick(['0', '1', '20', '40', '60', '80', 'a0', '100', 'ffff']).padStart(64, '0');
    return random.below(3) === 0 ? random.digits(32) : small;
  };
  const kinds: readonly (() => string)[] = [
    () => `0x${random.digits(random.below(300))}`,
    () => `${random.pick(wrappings).selector}${Array.from({ length: random.below(30) }, words).join('')}`,
    () => `${from.made.data.slice(0, 10)}${Array.from({ length: random.below(20) }, words).join('')}`,
    () => broken(from.made.data, random),
    () => broken(broken(from.made.data, random), random),
  ];
  const data = random.pick(kinds)();
  const params = [{ from: user, to: from.made.to, value: random.pick(['0x0', '0x5', '5', '-1']), data }];
  return { method: 'eth_sendTransaction', params, adds: 0 };
}

/** Planting takes longer than reading, so a stock of planted ones is written down in many ways. */
const stockOf = 2_000;
const renewed = 100_000;

/**
 * Reads so many made requests. Three in ten hold a deposit that would run and must not pass in silence; the others are
 * broken, and must only not break us. The same seed makes the same requests.
 */
export function fuzzDetect(inputs: number, seed: number): Figures {
  const random = seeded(seed);
  const some = Math.min(stockOf, 100 + Math.floor(inputs / 10));
  let stock: readonly Planted[] = [];
  const crashes: string[] = [];
  const silent: string[] = [];
  const missed: string[] = [];
  let [count, found, slowest] = [0, 0, 0];
  for (let input = 0; input < inputs; input += 1) {
    if (input % renewed === 0) stock = Array.from({ length: some }, () => planted(random));
    const from = random.pick(stock);
    const meant = random.below(10) < 3;
    const asked = meant ? requestFor(from, random) : nonsense(from, random);
    const started = performance.now();
    try {
      const { deposits, opensWindow } = run(asked, from.chainId);
      if (meant) {
        count += 1;
        const told = `${from.what}, ${from.layers} layers: ${JSON.stringify(asked).slice(0, 2_000)}`;
        if (deposits.length > 0) found += 1;
        else if (!opensWindow) silent.push(told);
        else if (from.open && from.layers + asked.adds <= 8) missed.push(told);
      }
    } catch (error) {
      crashes.push(`${String(error)}: ${JSON.stringify(asked).slice(0, 2_000)}`);
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  return { inputs, planted: count, found, crashes, silent, missed, slowest };
}

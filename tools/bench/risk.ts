import { fileURLToPath } from 'node:url';

import type { Snapshot } from '../../lib/exposure/index.ts';
import { answered, guessesNamed, study } from '../../lib/risk/analyse.ts';
import { guessesInForce } from '../../lib/risk/odds/guesses.ts';
import { line, spread } from './statistics.ts';

const ETH = 10n ** 18n;
const SERVICES = 300;
const BOUNDS_MS = 50;
const ODDS_MS = 500;

function address(number: number): string {
  return `0x${number.toString(16).padStart(40, '0')}`;
}

/** A made token: operators with so many allocations each, spread over the services; `untraced` ETH of it unknown. */
function made(operators: number, each: number, untraced: bigint): Snapshot {
  const share = ETH / BigInt(each + 1);
  const ids = Array.from({ length: operators }, (_, index) => address(0xa0000 + index));
  return {
    kind: 'lrt',
    depositWei: String(10n * ETH),
    nowBlock: 25_000_000,
    assets: { totalWei: String((100n * BigInt(operators) + untraced) * ETH), idleWei: '0' },
    lines: ids.map((operator) => ({ operator, strategy: 'stETH', valueWei: String(100n * ETH) })),
    operators: ids.map((id, operator) => ({
      id,
      allocationDelayBlocks: 126_000,
      pendingAllocationDelay: 'none',
      books: [
        {
          strategy: 'stETH',
          maxMagnitude: String(ETH),
          allocations: Array.from({ length: each }, (_, index) => ({
            avs: address(0xb0000 + ((operator * 7 + index * 31) % SERVICES)),
            set: index % 3,
            current: String(share - BigInt(index)),
            pendingDiff: '0',
            effectBlock: 0,
            slashable: true,
            strategyInSet: true,
            redistributing: index % 4 === 0,
          })),
        },
      ],
    })),
    strategies: { stETH: { redistributable: true } },
    exit: { queue: { minSecs: 604_800, maxSecs: 604_800 } },
  };
}

/** Milliseconds of each of some runs, after one that warms up. */
function timed(rounds: number, run: () => void): number[] {
  run();
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
}

function odds(snapshot: Snapshot): () => void {
  const one = study(snapshot);
  const { values } = guessesInForce(null, guessesNamed(one), {});
  return () => void answered(one, values);
}

/** Bounds and odds of the risk engine, and how they grow with the allocations. */
export function benchRisk(): void {
  const perAllocation: number[] = [];
  for (const operators of [10, 30, 100, 300]) {
    const snapshot = made(operators, 10, 0n);
    const most = operators === 300;
    const name = `${operators} operators x 10 allocations`;
    const times = timed(30, () => study(snapshot));
    // The fastest of many runs: what else the machine does only ever adds.
    perAllocation.push(spread(times).min / (operators * 10));
    console.log(line(`bounds, ${name}`, times, 'ms', most ? BOUNDS_MS : undefined));
    console.log(line(`odds, ${name}`, timed(5, odds(snapshot)), 'ms', most ? ODDS_MS : undefined));
  }
  const growth = perAllocation.map((ms) => `${(ms * 1e6).toFixed(0)} ns`).join(', ');
  console.log(
    `bounds per allocation, 10 to 300 operators: ${growth} (no more at the end: no worse than linear)`,
  );
  const part = made(300, 10, 1000n);
  console.log(line('odds, 300 operators x 10, part untraced: two runs', timed(5, odds(part)), 'ms', ODDS_MS));
  const all = made(300, SERVICES, 0n);
  console.log(
    line(
      'bounds, 300 operators x 300 services, 90,000',
      timed(15, () => study(all)),
      'ms',
    ),
  );
  console.log(line('odds, 300 operators x 300 services, 90,000', timed(5, odds(all)), 'ms'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchRisk();

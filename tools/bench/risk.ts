import { fileURLToPath } from 'node:url';

import { known, unknown } from '../../lib/core/index.ts';
import type { Exposure, Snapshot } from '../../lib/exposure/index.ts';
import { limitsFrom } from '../../lib/limits/index.ts';
import { type Asked, check } from '../../lib/pipeline.ts';
import { answered, guessesNamed, study } from '../../lib/risk/analyse.ts';
import { guessesInForce } from '../../lib/risk/odds/guesses.ts';
import { line, spread } from './statistics.ts';

const ETH = 10n ** 18n;
const SERVICES = 300;
const BOUNDS_MS = 50;
const ODDS_MS = 500;
const STEPS = 5;

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

/** A made deposit of 10 ETH, as a page sends it. */
const asked: Asked = {
  request: {
    method: 'eth_sendTransaction',
    params: [
      {
        from: address(0xaa),
        to: '0x74a09653A083691711cF8215a6ab074BB4e99ef5',
        value: '0x8ac7230489e80000',
        data: '0xf6326fb3',
      },
    ],
  },
  origin: 'https://app.renzoprotocol.com',
  chainId: 1,
  account: null,
};

/** A made snapshot as if it had just been read; of everything beside it nothing is known. */
function readAs(snapshot: Snapshot): Exposure {
  return {
    stake: 'made',
    notModelled: null,
    snapshots: [snapshot],
    figures: {},
    depositsPaused: known(false, 'view', 1n),
    redemptionPaused: known(false, 'view', 1n),
    upgradeDelaySecs: unknown('no-source'),
    upgradeFastPath: null,
    admin: unknown('no-source'),
    lastSlashAt: unknown('no-source'),
    track: null,
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets: [],
    labels: {},
    remarks: [],
    evidence: { blocks: [], roundTrips: STEPS, calls: 0, unread: [], nodes: [] },
  };
}

/** Milliseconds of one whole check of a deposit that is judged at each step of reading, and once more at the end. */
async function wholeCheck(exposure: Exposure): Promise<number> {
  const started = performance.now();
  const { deposits } = await check(
    asked,
    { limits: limitsFrom('balanced'), guesses: {} },
    (_, onProgress) => {
      for (let step = 0; step < STEPS; step += 1) onProgress(exposure);
      return Promise.resolve(exposure);
    },
  );
  if (deposits.length !== 1) throw new Error('The made request is no deposit any more.');
  return performance.now() - started;
}

async function benchCheck(snapshot: Snapshot): Promise<void> {
  const exposure = readAs(snapshot);
  await wholeCheck(exposure);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await wholeCheck(exposure));
  console.log(
    line(`whole check, ${STEPS} steps of reading: odds once`, times, 'ms', ODDS_MS + (STEPS + 1) * BOUNDS_MS),
  );
}

/** Bounds and odds of the risk engine, and how they grow with the allocations. */
export async function benchRisk(): Promise<void> {
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
  await benchCheck(made(300, 10, 0n));
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchRisk();

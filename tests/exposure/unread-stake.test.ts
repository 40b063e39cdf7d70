import { describe, expect, it } from 'vitest';

import { unreadOf } from '../../lib/exposure/assemble.ts';
import { known, type Reading, unknown } from '../../lib/core/index.ts';
import type { Raw, Request } from '../../lib/exposure/request.ts';
import { soundTotal } from '../../lib/exposure/total.ts';
import type { StakeLines } from '../../lib/exposure/stake-lines.ts';
import { type Answered, ETH, ok, readingOf, reverted } from './fake-reading.ts';

const QUEUE = BigInt('0x5efc9D10E42FB517456f4ac41EB5e2eBe42C8918');
const STAKER = 0xaa01n;

/** Renzo with 200 ETH of idle funds in its queues; `total` as the contract names it. */
function renzo(total: bigint | null, more: Answered) {
  return readingOf('renzo-ezeth', {
    withdrawQueue: ok(QUEUE),
    depositQueue: ok(QUEUE),
    riskMw: ok(QUEUE),
    rate: ok(ETH),
    withdrawalDelay: ok(100_800),
    dqEth: ok(100n * ETH),
    wqEth: ok(100n * ETH),
    tvls: total === null ? reverted : ok(96, 128, total, 0, 0),
    ...more,
  });
}

/** The turn of a read that is asked with a number. */
function turnOf(request: Request): bigint {
  return request.kind === 'call' ? BigInt(`0x${request.data.slice(10, 74)}`) : 0n;
}

/** A contract that holds stake at the first turn, something else at each further one. */
function firstOnly(other: Raw): (request: Request) => Raw {
  return (request) => (turnOf(request) === 0n ? ok(STAKER) : other);
}

/** The contracts that hold stake: three are claimed, and the first alone can be read. */
const oneOfThree: Answered = { odCount: ok(3), od: firstOnly(reverted) };

function totalOf({ findings }: Awaited<ReturnType<typeof renzo>>) {
  return findings.snapshots[0]?.assets?.totalWei;
}

describe('stake that was not read', () => {
  it.each([
    ['nought', 0n],
    ['half of the idle funds', 100n * ETH],
    ['the idle funds', 200n * ETH],
  ])('is not taken for nothing where the total is %s and the stakers cannot be counted', async (_, total) => {
    const read = await renzo(total, { odCount: reverted });
    expect(totalOf(read)).toBeNull();
    expect(read.findings.figures['totalWei']).toMatchObject({ status: 'unknown', reason: 'reverted' });
    expect(unreadOf(read.findings)).toContainEqual({ figure: 'stakers', reason: 'reverted' });
    expect(unreadOf(read.findings)).toContainEqual({ figure: 'totalWei', reason: 'reverted' });
  });

  it('is not taken for nothing where no read of a staker works', async () => {
    const read = await renzo(100n * ETH, { odCount: ok(3), od: reverted });
    expect(totalOf(read)).toBeNull();
    expect(read.walked.stakersLeft).toBe(3n);
  });

  it('counts each staker that could not be read as left, and the sum of what was found is unknown', async () => {
    const read = await renzo(400n * ETH, oneOfThree);
    expect(read.walked.stakers).toHaveLength(1);
    expect(read.walked.stakersLeft).toBe(2n);
    expect(read.findings.figures['tracedWei']).toMatchObject({ status: 'unknown', reason: 'reverted' });
    expect(read.findings.remarks).toContain('2 contracts that hold stake were not looked at.');
  });

  it('lets a total stand that leaves room for it', async () => {
    expect(totalOf(await renzo(400n * ETH, oneOfThree))).toBe(String(400n * ETH));
  });

  it('lets a total of idle funds alone stand where every staker was read', async () => {
    const read = await renzo(200n * ETH, { odCount: ok(2), od: firstOnly(ok(0)) });
    expect(read.walked.stakersLeft).toBe(0n);
    expect(totalOf(read)).toBe(String(200n * ETH));
  });

  it('is no part of a total made up of what was found, where no staker was found', async () => {
    const read = await renzo(null, { odCount: ok(0) });
    expect(read.findings.figures['totalWei']).toMatchObject({ status: 'unknown', reason: 'reverted' });
    expect(totalOf(read)).toBeNull();
  });

  it('does not stand behind a total of nought beside idle funds', async () => {
    expect(totalOf(await renzo(0n, { odCount: ok(0) }))).toBeNull();
  });
});

function figure(value: bigint): Reading<bigint> {
  return known(value, 'made for this test', 1n);
}

describe('a total no larger than what was found', () => {
  const whole: StakeLines = {
    lines: [{ operator: '0x1', strategy: '0x2', valueWei: '40' }],
    queued: [{ operator: '0x1', strategy: '0x2', valueWei: '10', lastBlock: 1 }],
    idle: [5n],
    unread: [],
  };
  const idle = figure(45n);
  const failed = [{ figure: 'queue of staker 0x3', reason: 'starved' }] as const;
  const none = unknown('reverted', 'idle');
  const cases: readonly (readonly [string, StakeLines, Reading<bigint>, string])[] = [
    [
      'a line',
      {
        ...whole,
        lines: [...whole.lines, { operator: '0x3', strategy: '0x2', valueWei: null }],
        unread: failed,
      },
      idle,
      'starved',
    ],
    [
      'a withdrawal',
      {
        ...whole,
        queued: [...whole.queued, { operator: '0x3', strategy: '0x2', valueWei: null, lastBlock: null }],
        unread: failed,
      },
      idle,
      'starved',
    ],
    ['stake of nobody’s', { ...whole, idle: [5n, null], unread: failed }, idle, 'starved'],
    ['the idle funds', whole, none, 'reverted'],
  ];

  it.each(cases)('is unknown where %s has no value', (_, stake, idleWei, reason) => {
    const parts = idleWei.status === 'known' ? 100n : 55n;
    expect(soundTotal(figure(parts), idleWei, stake, null)).toMatchObject({ status: 'unknown', reason });
    expect(soundTotal(figure(parts + 1n), idleWei, stake, null)).toEqual(figure(parts + 1n));
  });

  it('stands where everything was read', () => {
    expect(soundTotal(figure(100n), idle, whole, null)).toEqual(figure(100n));
    expect(soundTotal(figure(90n), idle, whole, null)).toEqual(figure(90n));
  });

  it('is unknown where it is nought and something was found', () => {
    expect(soundTotal(figure(0n), figure(0n), whole, null).status).toBe('unknown');
  });

  it('stands where it is nought and so is all that was found', () => {
    const empty: StakeLines = { lines: [], queued: [], idle: [], unread: [] };
    expect(soundTotal(figure(0n), figure(0n), empty, null)).toEqual(figure(0n));
  });
});

async function listed(claimed: bigint): Promise<readonly string[] | undefined> {
  const { findings } = await readingOf('etherfi', {
    avsOpCount: ok(claimed),
    avsOp: (request) => ok(0xaa0000n + turnOf(request)),
  });
  return findings.snapshots[0]?.listedOperators;
}

describe('the operators a token lists', () => {
  it('are taken where the whole list was read', async () => {
    expect(await listed(21n)).toHaveLength(21);
  });

  it.each([201n, 300n, 2n ** 200n])(
    'are not taken where %s are claimed and 200 were read',
    async (claimed) => {
      expect(await listed(claimed)).toBeUndefined();
    },
  );
});

import { describe, expect, it } from 'vitest';

import { type Reading, unknown, WAD } from '../../lib/core/index.ts';
import { lastSlash } from '../../lib/exposure/last-slash.ts';
import { compilePlan } from '../../lib/exposure/compile.ts';
import { unreadOf } from '../../lib/exposure/assemble.ts';
import type { Raw, Request } from '../../lib/exposure/request.ts';
import { stakeReading } from '../../lib/exposure/snapshot-parts.ts';
import type { StakerAnswers, Walk } from '../../lib/exposure/walk.ts';
import { stakeById } from '../../lib/protocols/index.ts';
import { type Answered, depositInto, ETH, ok, readingOf, reverted } from './fake-reading.ts';

const ETH_STRATEGY = '0xbeac0eeeeeeeeeeeeeeeeeeeeeeeeeeeeeebeac0';
const STETH_STRATEGY = '0x93c4b944d05dfe6df7645a86cd2206016c51564d';
const OPERATOR = `0x${'a1'.repeat(20)}` as const;
const OLD_OPERATOR = `0x${'b2'.repeat(20)}` as const;
const EMPTY = ok(64, 96, 0, 0);

/** getDepositedShares: one strategy and its shares. */
function holding(strategy: string): Raw {
  return ok(64, 128, 1, BigInt(strategy), 1, 5);
}

/** getQueuedWithdrawals: one withdrawal of native ETH from an operator. */
function waitingAt(operator: string): Raw {
  const withdrawal = [1, BigInt(operator), 1, 0, 9, 224, 288, 1, BigInt(ETH_STRATEGY), 1, 7];
  return ok(64, 64 + 64 + 11 * 32, 1, 32, ...withdrawal, 1, 32, 1, 7);
}

function staker(change: Partial<StakerAnswers> = {}): StakerAnswers {
  return {
    staker: `0x${'cc'.repeat(20)}`,
    delegatedTo: ok(BigInt(OPERATOR)),
    deposited: holding(ETH_STRATEGY),
    queue: EMPTY,
    strategies: [ETH_STRATEGY],
    shares: ok(64, 128, 1, 5, 1, 5),
    ...change,
  };
}

type Pair = Walk['pairs'][number];

function pair(maxMagnitude: Raw | undefined, change: Partial<Pair> = {}): Pair {
  return {
    operator: OPERATOR,
    strategy: ETH_STRATEGY,
    maxMagnitude,
    allocations: ok(64, 96, 0, 0),
    ...change,
  };
}

function slashOf(change: Partial<Walk>, unlisted: Reading<never> | null = null, stake = 'renzo-ezeth') {
  const record = stakeById(stake);
  if (record === null) throw new RangeError(stake);
  const walk: Walk = {
    results: [],
    stakers: [staker()],
    stakersLeft: 0n,
    prices: [],
    operators: [{ operator: OPERATOR, delay: undefined, delayInfo: undefined }],
    pairs: [pair(ok(WAD))],
    sets: [],
    members: [],
    ...change,
  };
  const block = { number: 25_000_000n, timestamp: 1_790_000_000n, parentHash: '0x11', chainId: 1n } as const;
  return lastSlash(stakeReading(record, depositInto(stake), compilePlan(record), walk, block), unlisted);
}

describe('the last slash of any operator behind a stake', () => {
  it('never was where every operator was found and every max magnitude is whole', () => {
    expect(slashOf({})).toMatchObject({ status: 'known', value: null, block: 25_000_000n });
  });

  it('was at a time nobody can read where one max magnitude is a single unit lower', () => {
    const pairs = [pair(ok(WAD)), pair(ok(WAD - 1n), { strategy: STETH_STRATEGY })];
    expect(slashOf({ pairs })).toMatchObject({ status: 'unknown', reason: 'no-source' });
    // What could not be read beside it makes nothing better of it.
    expect(slashOf({ pairs: [pair(reverted), ...pairs] })).toMatchObject({ reason: 'no-source' });
  });

  it('is not known where a max magnitude was not read, or is more than whole', () => {
    expect(slashOf({ pairs: [pair(reverted)] })).toMatchObject({ status: 'unknown', reason: 'reverted' });
    expect(slashOf({ pairs: [pair(undefined)] })).toMatchObject({ status: 'unknown', reason: 'not-reached' });
    expect(slashOf({ pairs: [pair(ok(WAD + 1n))] })).toMatchObject({
      status: 'unknown',
      reason: 'malformed',
    });
  });

  it.each([
    ['operator', { delegatedTo: reverted }],
    ['list of strategies', { deposited: reverted }],
    ['queue', { queue: reverted }],
  ])('is not known where the %s of a staker was not read', (_, change) => {
    expect(slashOf({ stakers: [staker(), staker(change)] })).toMatchObject({
      status: 'unknown',
      reason: 'reverted',
    });
  });

  it('is not known where the operator of a staker, or of a withdrawal, was left out at a bound', () => {
    expect(slashOf({ pairs: [] })).toMatchObject({ status: 'unknown', reason: 'not-reached' });
    const stakers = [staker({ queue: waitingAt(OLD_OPERATOR) })];
    expect(slashOf({ stakers })).toMatchObject({ status: 'unknown', reason: 'not-reached' });
    const pairs = [pair(ok(WAD)), pair(ok(WAD), { operator: OLD_OPERATOR })];
    expect(slashOf({ stakers, pairs })).toMatchObject({ status: 'known', value: null });
  });

  it('is not known where stakers were left out, or none was found', () => {
    expect(slashOf({ stakersLeft: 1n }).status).toBe('unknown');
    expect(slashOf({ stakers: null }).status).toBe('unknown');
    expect(slashOf({ stakers: [] }).status).toBe('unknown');
  });

  it('is not known where operators may stand behind the token that no list names', () => {
    expect(slashOf({}, unknown('not-modelled', 'unlisted'))).toMatchObject({
      status: 'unknown',
      reason: 'not-modelled',
    });
  });

  it('never was for a person who delegates to nobody', () => {
    const alone = { stakers: [staker({ delegatedTo: ok(0) })], pairs: [], operators: [] };
    expect(slashOf(alone, null, 'eigenlayer-direct')).toMatchObject({ status: 'known', value: null });
  });
});

const MODULE = 0xaa01n;

/** Puffer with one module, which delegates to nobody; every max magnitude is whole. */
function puffer(total: bigint, more: Answered = {}) {
  return readingOf('puffer-pufeth', {
    moduleNames: ok(32, 1, 7),
    moduleAddr: ok(MODULE),
    total: ok(total),
    weth: ok(100n * ETH),
    ...more,
  });
}

const MAX_MAGNITUDE = '0xa9333ec8';

/** The first argument of a call: an index, or an operator. */
function firstArgument(request: Request): bigint {
  return request.kind === 'call' ? BigInt(`0x${request.data.slice(10, 74)}`) : 0n;
}

/** ether.fi, which lists so many operators, none of them slashed but the one given. */
function etherfi(avsOpCount: Raw, slashed?: bigint) {
  return readingOf(
    'etherfi',
    {
      avsOpCount,
      avsOp: (request) => ok(0xaa0000n + firstArgument(request)),
      total: ok(10n ** 24n),
      inLp: ok(ETH),
    },
    {},
    (request) => {
      if (request.kind !== 'call' || !request.data.startsWith(MAX_MAGNITUDE)) return ok(0, 0, 0, 0);
      return ok(firstArgument(request) === slashed ? WAD - 1n : WAD);
    },
  );
}

describe('a token whose stakers are no complete list', () => {
  it('may have operators nobody looked at while part of its stake is untraced', async () => {
    const { findings } = await puffer(101n * ETH);
    expect(findings.lastSlashAt).toMatchObject({ status: 'unknown', reason: 'not-modelled' });
    expect(unreadOf(findings).map(({ figure }) => figure)).not.toContain('lastSlashAt');
  });

  it('has none where everything it holds was found', async () => {
    expect((await puffer(100n * ETH)).findings.lastSlashAt).toMatchObject({ status: 'known', value: null });
  });

  it('may have some where what it holds in all, or what is idle of it, cannot be read', async () => {
    for (const more of [{ total: reverted }, { lidoPending: reverted }]) {
      expect((await puffer(100n * ETH, more)).findings.lastSlashAt.status).toBe('unknown');
    }
  });

  it('has none where it lists all its operators and each of them was looked at', async () => {
    expect((await etherfi(ok(5))).findings.lastSlashAt).toMatchObject({ status: 'known', value: null });
    expect((await etherfi(ok(5), 0xaa0003n)).findings.lastSlashAt).toMatchObject({ reason: 'no-source' });
    expect((await etherfi(reverted)).findings.lastSlashAt).toMatchObject({ reason: 'not-modelled' });
    expect((await etherfi(ok(1_000))).findings.lastSlashAt).toMatchObject({ reason: 'not-modelled' });
  });
});

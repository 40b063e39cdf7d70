import { describe, expect, it } from 'vitest';

import type { Raw } from '../../lib/exposure/request.ts';
import { limitEvents, logsRaw } from '../../lib/exposure/symbiotic/logs.ts';
import { type PromiseInputs, promisesOf } from '../../lib/exposure/symbiotic/promises.ts';
import { pendingSlashes } from '../../lib/exposure/symbiotic/requests.ts';
import type { PairAnswers, PoolWalk } from '../../lib/exposure/symbiotic/walk-pool.ts';
import { addressWord, word } from '../../lib/exposure/words.ts';
import { symbioticEvents } from '../../lib/protocols/index.ts';

const NETWORK = '11'.repeat(20);
const SUBNETWORK = `${NETWORK}${'0'.repeat(24)}`;
const [A, B] = [`0x${'aa'.repeat(20)}`, `0x${'bb'.repeat(20)}`] as const;
const BLOCK = 1_000n;

const ok = (...values: readonly (bigint | number)[]): Raw => ({
  status: 'ok',
  data: values.map(word).join(''),
});
const failed: Raw = { status: 'failed', reason: 'reverted' };

type Kind = keyof typeof symbioticEvents;
function event(kind: Kind, amount: number, block: number, operator?: string) {
  const topics = [symbioticEvents[kind], `0x${SUBNETWORK}`];
  return {
    topics: operator === undefined ? topics : [...topics, `0x${addressWord(operator)}`],
    data: `0x${word(amount)}`,
    blockNumber: `0x${block.toString(16)}`,
  };
}

function eventsOf(...logs: readonly unknown[]) {
  const raw = logsRaw(logs);
  return raw.status === 'ok' ? limitEvents(raw.data) : null;
}

function pair(operator: string, now: Raw, before: Raw = now): PairAnswers {
  return { subnetwork: SUBNETWORK, operator, now, before };
}

function inputs(walk: Partial<PoolWalk>, more: Partial<PromiseInputs> = {}): PromiseInputs {
  return {
    walk: {
      logs: ok(),
      events: eventsOf(event('networkLimit', 500, 10)),
      limits: new Map(),
      pairs: [pair(A, ok(100)), pair(B, ok(200))],
      pairsLeft: 0,
      networks: [],
      resolvers: new Map(),
      requests: [],
      ...walk,
    },
    pool: 1_000n,
    type: 0,
    pending: [],
    oldestBlock: BLOCK,
    ...more,
  };
}

describe('the promises of a vault', () => {
  it('are what the delegator says, and nothing beside it where all is old and read', () => {
    const { stakes, unlisted, unread } = promisesOf(inputs({}));
    expect(stakes.map(({ operator, stakeWei }) => [operator, stakeWei])).toEqual([
      [A, '100'],
      [B, '200'],
    ]);
    expect(stakes[0]).toMatchObject({ network: `0x${NETWORK}`, subnetwork: `0x${SUBNETWORK}` });
    expect([unlisted, unread]).toEqual([0n, []]);
  });

  it.each([
    ['no log', { events: null, logs: failed }, {}],
    ['a promise that cannot be read', { pairs: [pair(A, failed), pair(B, ok(200))] }, {}],
    ['a past promise that cannot be read', { pairs: [pair(A, ok(100), failed)] }, {}],
    ['promises left out', { pairsLeft: 1 }, {}],
    ['a log without a network that has a limit', { limits: new Map([['22'.repeat(32), ok(5)]]) }, {}],
    ['a delegator of no known type', {}, { type: null }],
  ] as const)('may be all of the pool with %s', (_, walk, more) => {
    expect(promisesOf(inputs(walk, more)).unlisted).toBeNull();
  });

  it('count what was promised at the oldest moment that a slash may speak of', () => {
    expect(promisesOf(inputs({ pairs: [pair(A, ok(100), ok(350)), pair(B, ok(200), ok(0))] })).unlisted).toBe(
      250n,
    );
  });

  it.each([
    [
      'a limit lowered within the epoch',
      0,
      [event('networkLimit', 900, 10), event('networkLimit', 300, 1_500)],
      600n,
    ],
    [
      'a limit raised within the epoch',
      0,
      [event('networkLimit', 100, 10), event('networkLimit', 400, 1_500)],
      100n,
    ],
    [
      'a limit above the pool',
      2,
      [event('networkLimit', 5_000, 10), event('networkLimit', 300, 1_500)],
      700n,
    ],
    [
      'shares changed within the epoch',
      0,
      [event('networkLimit', 400, 10), event('operatorShares', 1, 1_500, A)],
      100n,
    ],
    [
      'a network’s own limit lowered (one network)',
      3,
      [event('maxNetworkLimit', 800, 10), event('maxNetworkLimit', 300, 1_500)],
      500n,
    ],
    [
      'limits of each operator',
      1,
      [
        event('networkLimit', 700, 10),
        event('operatorLimit', 600, 11, A),
        event('operatorLimit', 100, 1_500, A),
        event('operatorLimit', 250, 12, B),
      ],
      550n,
    ],
    [
      'changes before the epoch alone',
      0,
      [event('networkLimit', 900, 10), event('networkLimit', 300, 999)],
      0n,
    ],
  ] as const)('widen by %s', (_, type, logs, unlisted) => {
    expect(promisesOf(inputs({ events: eventsOf(...logs) }, { type })).unlisted).toBe(unlisted);
  });

  it('count a request that is larger than what is promised now, and one that nobody is promised any more', () => {
    const one = {
      subnetwork: SUBNETWORK,
      operator: A.toUpperCase().replace('0X', '0x'),
      amount: 180n,
      vetoDeadline: 0n,
    };
    const stray = { subnetwork: '33'.repeat(32), operator: B, amount: 40n, vetoDeadline: 0n };
    expect(promisesOf(inputs({}, { pending: [one] })).unlisted).toBe(80n);
    expect(promisesOf(inputs({}, { pending: [one, stray] })).unlisted).toBe(120n);
  });
});

describe('the log of a vault', () => {
  it('is read event by event', () => {
    expect(eventsOf(event('operatorShares', 7, 20, A), event('maxNetworkLimit', 9, 21))).toEqual([
      { kind: 'operatorShares', subnetwork: SUBNETWORK, operator: A, amount: 7n, block: 20n },
      { kind: 'maxNetworkLimit', subnetwork: SUBNETWORK, operator: null, amount: 9n, block: 21n },
    ]);
    expect(eventsOf()).toEqual([]);
  });

  it.each([
    ['no list', { logs: [] }, 'malformed'],
    ['a hole', [null], 'malformed'],
    ['no topics', [{ topics: [], data: '0x', blockNumber: '0x1' }], 'malformed'],
    ['a topic that is no hex', [{ topics: ['zz'], data: '0x', blockNumber: '0x1' }], 'malformed'],
    ['too many', Array.from({ length: 2_001 }, () => event('networkLimit', 1, 1)), 'oversized'],
  ])('is not taken with %s', (_, answer, reason) => {
    expect(logsRaw(answer)).toEqual({ status: 'failed', reason });
  });

  it('is not taken with an event that nobody asked for', () => {
    expect(
      eventsOf({ topics: [`0x${'9'.repeat(64)}`, `0x${SUBNETWORK}`], data: '0x', blockNumber: '0x1' }),
    ).toBeNull();
  });
});

const request = (index: number, amount: number, capture: number, deadline: number, completed = 0) => ({
  index: BigInt(index),
  raw: ok(BigInt(`0x${SUBNETWORK}`), BigInt(A), amount, capture, deadline, completed),
});
const walk = (requests: PoolWalk['requests']) => inputs({ requests }).walk;

describe('slashes that are asked for', () => {
  const times = { now: 10_000n, epochSecs: 1_000n, vetoSecs: 100n };

  it('are those not completed whose moment is within an epoch', () => {
    const found = pendingSlashes(
      walk([
        request(3, 5, 9_500, 9_900),
        request(2, 6, 9_400, 9_850, 1),
        request(1, 7, 8_999, 9_800),
        request(0, 8, 9_000, 9_200),
      ]),
      4n,
      times,
    );
    expect(found).toMatchObject({ status: 'known', value: [{ amount: 5n, operator: A }, { amount: 8n }] });
  });

  it('are all known once one is too old, whatever lies before it', () => {
    const found = pendingSlashes(
      walk([request(70, 5, 9_500, 9_900), request(69, 6, 8_000, 9_099)]),
      71n,
      times,
    );
    expect(found).toMatchObject({ status: 'known', value: [{ amount: 5n }] });
  });

  it('are not known where one cannot be read, or older ones may count', () => {
    const newest = request(70, 5, 9_500, 9_900);
    expect(pendingSlashes(walk([newest]), 71n, times)).toMatchObject({
      status: 'unknown',
      reason: 'not-reached',
    });
    expect(pendingSlashes(walk([{ index: 0n, raw: failed }]), 1n, times)).toMatchObject({
      status: 'unknown',
    });
    expect(pendingSlashes(walk([{ index: 0n, raw: ok(1) }]), 1n, times)).toMatchObject({ status: 'unknown' });
  });
});

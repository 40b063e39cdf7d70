import { describe, expect, it } from 'vitest';

import type { Raw, Request } from '../../lib/exposure/request.ts';
import { type Answered, ETH, ok, readingOf, reverted } from './fake-reading.ts';

const METH = BigInt('0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa');
const CLAIM = /what holders may claim/;

/** An answer of `getUnderlyings()`. */
function holds(...pairs: readonly (readonly [asset: bigint, amount: bigint])[]): Raw {
  const n = pairs.length;
  return ok(64, 96 + 32 * n, n, ...pairs.map(([asset]) => asset), n, ...pairs.map(([, amount]) => amount));
}

/** Answers of the same view by the contract that is asked. */
function byContract(answers: Readonly<Record<string, Raw>>): (request: Request) => Raw {
  return ({ to }) => answers[to.toLowerCase()] ?? ok(64, 96, 0, 0);
}

describe('a total of claims', () => {
  it('is said to be one, and never shows whether all is backed', async () => {
    const { findings } = await readingOf('swell-rsweth', { supply: ok(8n * ETH), rate: ok((5n * ETH) / 4n) });
    expect(findings.figures['totalWei']).toMatchObject({ status: 'known', value: 10n * ETH });
    expect(findings.figures['backingWei']).toMatchObject({ status: 'unknown', reason: 'no-source' });
    expect(findings.remarks.join()).toMatch(CLAIM);
  });

  it('carries the assets of the last report, and when that was, beside it', async () => {
    const { findings } = await readingOf('swell-rsweth', {
      supply: ok(ETH),
      rate: ok(ETH),
      reserves: ok(3n * ETH),
      repriced: ok(1_789_000_000),
    });
    expect(findings.figures['reservesWei']).toMatchObject({ value: 3n * ETH });
    expect(findings.figures['rateUpdatedAt']).toMatchObject({ value: 1_789_000_000n });
  });

  it('is no proof of backing where supply and total are one number', async () => {
    // The rate is that of weETH, the supply that of eETH: together they would invent a gap.
    const { findings } = await readingOf('etherfi', {
      total: ok(10n * ETH),
      supplyEeth: ok(10n * ETH),
      rate: ok((11n * ETH) / 10n),
    });
    expect(findings.figures['totalWei']).toMatchObject({ value: 10n * ETH });
    expect(findings.figures['backingWei']).toMatchObject({ status: 'unknown', reason: 'no-source' });
  });

  it('is not said of a total that counts assets', async () => {
    const { findings } = await readingOf('yieldnest-yneth', { total: ok(10n * ETH), supply: ok(9n * ETH) });
    expect(findings.remarks.join()).not.toMatch(CLAIM);
  });
});

describe('ynETH', () => {
  it('holds the live sum of its nodes against the claims, not the total it kept', async () => {
    const { findings } = await readingOf('yieldnest-yneth', {
      total: ok(10n * ETH),
      pool: ok(ETH),
      redeemable: ok(2n * ETH),
      nodes: ok(32, 2, 0x11, 0x12),
      nodeBalance: ok(3n * ETH),
    });
    expect(findings.figures['totalWei']).toMatchObject({ value: 10n * ETH });
    expect(findings.figures['backingWei']).toMatchObject({ value: 9n * ETH });
  });

  it('does not know the live sum where one node does not answer', async () => {
    const { findings } = await readingOf('yieldnest-yneth', {
      total: ok(10n * ETH),
      nodes: ok(32, 2, 0x11, 0x12),
      nodeBalance: ({ to }) => (BigInt(to) === 0x12n ? reverted : ok(3n * ETH)),
    });
    expect(findings.figures['backingWei']).toMatchObject({ status: 'unknown', reason: 'reverted' });
  });
});

/** The staker proxies that are asked for and found where their last number is as given. */
async function walkedStakers(stakeId: Raw) {
  const ids: bigint[] = [];
  const staker = (request: Request): Raw => {
    const id = request.kind === 'call' ? BigInt(`0x${request.data.slice(10)}`) : 0n;
    ids.push(id);
    return ok(id === 0n ? 0 : 0x5000n + id);
  };
  const answers: Answered = { acm: ok(1), depositManager: ok(2), elManager: ok(3), stakeId, staker };
  const { walked } = await readingOf('swell-rsweth', { ...answers, supply: ok(ETH), rate: ok(ETH) });
  return {
    ids,
    stakers: walked.stakers?.map(({ staker: address }) => BigInt(address)),
    left: walked.stakersLeft,
  };
}

describe('Swell’s staker proxies', () => {
  it('are walked up to the last number, that one included', async () => {
    const { ids, stakers, left } = await walkedStakers(ok(3));
    expect(ids).toEqual([0n, 1n, 2n, 3n]);
    expect(stakers).toEqual([0x5001n, 0x5002n, 0x5003n]);
    expect(left).toBe(0n);
  });

  it('beyond what is asked are said to be left, and never absent', async () => {
    const { ids, left } = await walkedStakers(ok(10_000));
    expect(ids).toHaveLength(300);
    expect(left).toBe(9_701n);
    expect((await walkedStakers(ok((1n << 256n) - 1n))).left).toBe((1n << 256n) - 300n);
  });

  it('are not known where their number is not', async () => {
    expect((await walkedStakers(reverted)).stakers).toBeUndefined();
  });
});

const CMETH: Answered = { mEthRate: ok(ETH * 2n), supply: ok(7n * ETH), rate: ok(ETH) };

/** When cmETH's price was set, by an accountant whose answer has so many words. */
async function pricedAt(words: number, index: number) {
  const state = ok(...Array.from({ length: words }, (_, n) => (n === index ? 1_789_000_000 : 1)));
  return (await readingOf('mantle-cmeth', { ...CMETH, state })).findings.figures['rateUpdatedAt'];
}

/** Whether cmETH lets nothing out where its delayed withdraw says so. */
async function pausedWhere(allows: number) {
  const { findings } = await readingOf('mantle-cmeth', { ...CMETH, withdraw: ok(allows, 1, 1, 0, 0, 0) });
  return findings.redemptionPaused;
}

describe('cmETH', () => {
  const KARAK = '0x52ea8e95378d01b0aad3b034ca0656b0f0cc21a2';
  const EIGEN = '0xcac15044a1f67238d761aa4c7650dab59cef849d';
  const positions = ['Eigen1', 'Eigen2', 'Karak', 'Symbiotic', 'OldEigen1', 'OldEigen2', 'OldSymbiotic'];
  const held = (answers: Readonly<Record<string, Raw>>): Answered => ({
    ...CMETH,
    ...Object.fromEntries(positions.map((position) => [`in${position}`, byContract(answers)])),
  });

  it('adds up what its positions hold of mETH, in ETH', async () => {
    const { findings } = await readingOf(
      'mantle-cmeth',
      held({ [KARAK]: holds([METH, ETH]), [EIGEN]: holds([METH, 3n * ETH]) }),
    );
    expect(findings.figures['totalWei']).toMatchObject({ value: 8n * ETH });
    // Its supply on Ethereum is not all of it: that nothing is missing cannot be told.
    expect(findings.figures['backingWei']).toMatchObject({ status: 'unknown', reason: 'no-source' });
  });

  it.each([
    ['holds something else', holds([METH, ETH], [0x77n, 1n])],
    ['gives lists of different lengths', ok(64, 128, 1, METH, 2, 1, 1)],
    ['gives a list that runs past its answer', ok(64, 4_096, 1, METH)],
    ['gives nothing but zeros', ok(0, 0, 0, 0)],
    ['gives nothing', { status: 'ok', data: '' } as const],
    ['refuses', reverted],
  ] as const)('has no total that is known where a position %s', async (_, answer) => {
    const { findings } = await readingOf('mantle-cmeth', held({ [KARAK]: answer }));
    expect(findings.figures['totalWei']).toMatchObject({ status: 'unknown' });
    expect(findings.snapshots[0]?.assets?.totalWei).toBeNull();
  });

  it('takes the time of its price from either form of the accountant, and from no other', async () => {
    expect(await pricedAt(10, 6)).toMatchObject({ value: 1_789_000_000n });
    expect(await pricedAt(12, 7)).toMatchObject({ value: 1_789_000_000n });
    expect(await pricedAt(11, 6)).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });

  it('is paused where its delayed withdraw lets nothing out', async () => {
    expect(await pausedWhere(0)).toMatchObject({ status: 'known', value: true });
    expect(await pausedWhere(1)).toMatchObject({ status: 'known', value: false });
  });
});

describe('unifiETH', () => {
  /** Balance and supply are views of the same names at other contracts, so they are told apart by the one asked. */
  const puf = '0xd9a442856c234a39a81a089c06451ebaa4306a72';
  const read = (heldByVault: Raw, pufSupply: Raw, idle = 100n * ETH) =>
    readingOf('puffer-unifieth', {
      supply: ok(50n * ETH),
      rate: ok(ETH),
      held: ({ to }) => (to.toLowerCase() === puf ? heldByVault : ok(0)),
      puf_supply: pufSupply,
      puf_weth: ok(idle),
    });

  it('has the share of what pufETH holds outside of EigenLayer', async () => {
    const { findings } = await read(ok(10n * ETH), ok(40n * ETH));
    expect(findings.figures['idleWei']).toMatchObject({ status: 'known', value: 25n * ETH });
  });

  it('says what nobody reads of it: exits, buffer, pause of redemptions, who may change the vault', async () => {
    const { findings } = await read(ok(10n * ETH), ok(40n * ETH));
    for (const reading of [findings.redemptionPaused, findings.upgradeDelaySecs, findings.admin])
      expect(reading).toMatchObject({ status: 'unknown', reason: 'no-source' });
    expect(findings.snapshots[0]?.exit?.queue).toEqual({ minSecs: 0, maxSecs: null });
    expect(findings.remarks.join()).toMatch(CLAIM);
  });

  it.each([
    ['more pufETH than there is', ok(41n * ETH), ok(40n * ETH), 'malformed'],
    ['a share of nothing', ok(0), ok(0), 'malformed'],
    ['a balance that is not told', reverted, ok(40n * ETH), 'reverted'],
  ] as const)('has no share that is known with %s', async (_, balance, supply, reason) => {
    const { findings } = await read(balance, supply);
    expect(findings.unread).toContainEqual({ figure: 'share of the pool', reason });
  });
});

import { describe, expect, it } from 'vitest';
import { known, type Reading, unknown } from '../../lib/core/index.ts';
import type { Exposure, Snapshot } from '../../lib/exposure/index.ts';
import { attackCostOf } from '../../lib/risk/factors/attack-cost.ts';
import { factsOf } from '../../lib/risk/facts.ts';
import { assess, assessSnapshot, type FactorId, type Figure, isUnknown } from '../../lib/risk/index.ts';
import { assessInput, BLOCK_TIME, cover, read, said, since, track } from './exposures.ts';
import { allocation, eth, simple } from './snapshots.ts';

const WAD = 10n ** 18n;
const ETH = WAD;
const DAY = 86_400n;

function pick(figures: readonly Figure[], id: FactorId): Figure {
  const found = figures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** A factor's figure for a token of which everything is known, with parts replaced. */
function figureOf(id: FactorId, more: Partial<Exposure> = {}): Figure {
  return pick(assess(assessInput(more)).figures, id);
}

function valueOf(id: FactorId, more: Partial<Exposure> = {}) {
  return figureOf(id, more).value;
}

function range(unit: string, lo: bigint | null, hi: bigint | null = lo) {
  return { kind: 'range', unit, lo, hi };
}

type Pool = {
  readonly activeStakeWei: string;
  readonly withdrawalsCurrentWei: string;
  readonly withdrawalsNextWei: string;
  readonly slasher: string;
  readonly epochDurationSecs: number | null;
  readonly stakes: readonly {
    readonly subnetwork: string;
    readonly network: string;
    readonly operator: string;
    readonly stakeWei: string;
  }[];
};

/** A pooled vault of 100 ETH that has promised 130, all of it to two networks. */
function vault(more: Partial<Pool> = {}): Snapshot & { readonly symbiotic: Pool } {
  return {
    kind: 'symbiotic',
    depositWei: eth(10),
    nowBlock: 25_000_000,
    lines: [],
    operators: [],
    symbiotic: {
      activeStakeWei: eth(80),
      withdrawalsCurrentWei: eth(10),
      withdrawalsNextWei: eth(10),
      slasher: 'instant',
      epochDurationSecs: 604_800,
      stakes: [
        { subnetwork: 'N:0', network: 'N', operator: 'x', stakeWei: eth(60) },
        { subnetwork: 'N:1', network: 'N', operator: 'y', stakeWei: eth(30) },
        { subnetwork: 'M:0', network: 'M', operator: 'x', stakeWei: eth(40) },
      ],
      ...more,
    },
  };
}

/** Each factor that rests on named figures, with those it cannot do without. */
const NEEDED: readonly (readonly [FactorId, readonly string[]])[] = [
  ['pegDiscount', ['marketRate', 'rate']],
  ['sellCost', ['depositWei', 'sellIn', 'sellOut', 'rate']],
  ['backingGap', ['totalWei', 'supply', 'rate']],
  ['bridgeVerifiers', ['bridgeVerifiers']],
  ['bridgeShare', ['bridgeHeld', 'supply']],
  ['daysSinceUpgrade', ['lastUpgradeAt']],
  ['solvency', ['coverAvailableWei', 'coverOutstandingWei']],
];

/** A fund, so that every factor above is known unless a test takes something away. */
const FUND = {
  coverAvailableWei: read(3n * ETH),
  coverOutstandingWei: read(4n * ETH),
  lastUpgradeFrom: unknown('starved'),
};

describe('a figure that rests on a reading', () => {
  const cases = NEEDED.flatMap(([id, names]) => names.map((name) => [id, name] as const));

  it.each(cases)('%s is not known where %s could not be read, and keeps the reason', (id, name) => {
    expect(isUnknown(valueOf(id, { figures: FUND }))).toBe(false);
    const figure = figureOf(id, { figures: { ...FUND, [name]: unknown('starved') } });
    expect(figure.value).toMatchObject({ kind: 'unknown', reason: 'starved' });
    expect(figure.how.inputs.some(({ value }) => value === 'not known')).toBe(true);
  });

  it('is not modelled where nobody asked for it', () => {
    expect(valueOf('solvency')).toEqual({ kind: 'unknown', unit: 'wad', reason: 'not-modelled' });
  });

  it.each([
    ['pegDiscount', { rate: read(0n) }],
    ['sellCost', { sellIn: read(0n), depositWei: read(0n) }],
    ['backingGap', { supply: read(0n) }],
    ['bridgeShare', { supply: read(0n) }],
    ['bridgeVerifiers', { bridgeVerifiers: read(-1n) }],
  ] as const)('%s is not known where the readings cannot be right', (id, figures) => {
    expect(valueOf(id, { figures })).toMatchObject({ kind: 'unknown', reason: 'malformed' });
  });
});

describe('the market', () => {
  it('gives the discount to the redemption rate, and none for a premium', () => {
    const rate = read(WAD);
    const peg = (marketRate: bigint) =>
      valueOf('pegDiscount', { figures: { rate, marketRate: read(marketRate) } });
    expect(peg((99n * WAD) / 100n)).toEqual(range('wad', WAD / 100n));
    expect(peg(WAD + 1n)).toEqual(range('wad', 0n));
  });

  it('gives no upper end to the discount where a price that may be lower was not heard', () => {
    const figures = { rate: read(WAD), marketRate: read((99n * WAD) / 100n) };
    const unheard = { ...figures, marketRateAtLeast: unknown('starved') };
    expect(valueOf('pegDiscount', { figures: unheard })).toMatchObject({ lo: WAD / 100n, hi: null });
    const lower = { ...figures, marketRateAtLeast: read((97n * WAD) / 100n) };
    expect(valueOf('pegDiscount', { figures: lower })).toEqual(range('wad', WAD / 100n, (3n * WAD) / 100n));
    const higher = { ...figures, marketRateAtLeast: read(WAD) };
    expect(valueOf('pegDiscount', { figures: higher })).toMatchObject({ reason: 'malformed' });
  });

  it('gives the cost of selling exactly this much', () => {
    expect(valueOf('sellCost', { figures: { sellOut: read((99n * ETH) / 10n) } })).toEqual(
      range('wad', WAD / 100n),
    );
  });

  it('takes a quote for more than the deposit as an upper end only', () => {
    const figures = { sellIn: read(80n * ETH), sellOut: read(99n * ETH) };
    expect(valueOf('sellCost', { figures })).toEqual(range('wad', 0n, WAD / 100n));
  });

  it('does not use a quote for less than the deposit', () => {
    const figures = { sellIn: read(4n * ETH), sellOut: read(5n * ETH) };
    expect(valueOf('sellCost', { figures })).toMatchObject({ kind: 'unknown', reason: 'no-source' });
    const atEdge = { sellIn: read(8n * ETH - 1n), sellOut: read(10n * ETH) };
    expect(valueOf('sellCost', { figures: atEdge }).kind).toBe('range');
    const below = { sellIn: read(8n * ETH - 2n), sellOut: read(10n * ETH) };
    expect(valueOf('sellCost', { figures: below }).kind).toBe('unknown');
  });

  it('makes the cost of selling required while nobody can withdraw, also where it is not known', () => {
    expect(figureOf('sellCost').required).toBe(false);
    expect(figureOf('sellCost', { redemptionPaused: said(true) }).required).toBe(true);
    const unread = { redemptionPaused: said(true), figures: { sellOut: unknown('reverted') } };
    expect(figureOf('sellCost', unread).required).toBe(true);
    const noSize = { redemptionPaused: said(true), figures: { depositWei: unknown('reverted') } };
    expect(figureOf('sellCost', noSize).required).toBe(true);
  });
});

describe('what stands behind a token', () => {
  it('gives the part of the claims that no assets cover', () => {
    expect(valueOf('backingGap')).toEqual(range('wad', 0n));
    expect(valueOf('backingGap', { figures: { totalWei: read(99n * ETH) } })).toEqual(
      range('wad', WAD / 100n),
    );
  });

  it('gives what a cover fund holds of what it has promised', () => {
    expect(valueOf('solvency', { figures: FUND })).toEqual(range('wad', (3n * WAD) / 4n));
  });

  it('gives the required verifiers, and the share a forged message could release, rounded up', () => {
    expect(valueOf('bridgeVerifiers')).toEqual(range('count', 4n));
    const figures = { bridgeHeld: read(1n), supply: read(3n) };
    expect(valueOf('bridgeShare', { figures })).toEqual(
      range('wad', 333_333_333_333_333_333n, 333_333_333_333_333_334n),
    );
    expect(valueOf('bridgeShare', { figures: { bridgeHeld: read(9n), supply: read(3n) } })).toEqual(
      range('wad', WAD),
    );
  });

  it('keeps both ends of what a bridge asks and holds, and one of them where the other is not known', () => {
    const gone = unknown('starved');
    expect(count(read(1n), read(2n))).toEqual(range('count', 1n, 2n));
    expect(count(gone, read(1n))).toMatchObject({ kind: 'range', lo: null, hi: 1n });
    expect(count(read(2n), gone)).toMatchObject({ kind: 'range', lo: 2n, hi: null });
    expect(count(gone, gone)).toMatchObject({ kind: 'unknown', reason: 'starved' });
    expect(count(read(3n), read(2n))).toMatchObject({ kind: 'unknown', reason: 'malformed' });
    expect(share(read(2n))).toEqual(range('wad', WAD / 4n, WAD / 2n));
    expect(share(gone)).toMatchObject({ kind: 'range', lo: WAD / 4n, hi: null });
    expect(share(read(0n))).toMatchObject({ kind: 'unknown', reason: 'malformed' });
  });
});

/** A bridge's checkers: at least and at most. */
const count = (least: Reading<bigint>, most: Reading<bigint>) =>
  valueOf('bridgeVerifiers', { figures: { bridgeVerifiers: least, bridgeVerifiersAtMost: most } });

/** The share of a supply of four that bridges hold: one at least, and at most so much. */
const share = (most: Reading<bigint>) =>
  valueOf('bridgeShare', {
    figures: { bridgeHeld: read(1n), bridgeHeldAtMost: most, supply: read(9n), bridgeSupply: read(4n) },
  });

/** Age of code that changed so many seconds before the block. */
const upgraded = (secsAgo: bigint) =>
  valueOf('daysSinceUpgrade', {
    figures: { lastUpgradeAt: read(BLOCK_TIME - secsAgo), lastUpgradeFrom: unknown('no-source') },
  });

/** The same where it is only known how early that can have been. */
const upgradedSince = (secsAgo: bigint) =>
  valueOf('daysSinceUpgrade', {
    figures: { lastUpgradeAt: unknown('no-source'), lastUpgradeFrom: read(BLOCK_TIME - secsAgo) },
  });

/** Age of a protocol that opened on a day. */
const live = (day: string) => valueOf('monthsLive', { track: track({ liveSince: since(day) }) });

describe('age', () => {
  it('counts whole days since the code changed, each end only where it is known', () => {
    expect(upgradedSince(7n * DAY)).toEqual(range('days', null, 7n));
    expect(upgradedSince(7n * DAY + 1n)).toEqual(range('days', null, 7n));
    expect(isUnknown(upgradedSince(DAY))).toBe(true);
    expect(upgraded(7n * DAY)).toEqual(range('days', 7n, null));
    expect(upgraded(7n * DAY - 1n)).toEqual(range('days', 6n, null));
    expect(upgraded(-5n)).toEqual(range('days', 0n, null));
    expect(isUnknown(upgraded(DAY))).toBe(false);
  });

  it('counts whole months since deposits opened', () => {
    expect(live('2025-11-21')).toEqual(range('months', 12n));
    expect(live('2025-11-22')).toEqual(range('months', 11n));
    expect(live('2027-01-01')).toMatchObject({ kind: 'unknown', reason: 'malformed' });
    expect(live('2025')).toMatchObject({ kind: 'unknown', reason: 'malformed' });
  });

  it('is not known without a record, a date or a block', () => {
    const noTime = { evidence: { ...assessInput().exposure.evidence, blocks: [] } };
    expect(valueOf('monthsLive', { track: null })).toMatchObject({ kind: 'unknown', reason: 'no-source' });
    expect(valueOf('monthsLive', { track: track({ liveSince: null }) })).toMatchObject({ kind: 'unknown' });
    expect(valueOf('monthsLive', noTime)).toMatchObject({ kind: 'unknown', reason: 'rpc-failed' });
    expect(valueOf('daysSinceUpgrade', noTime)).toMatchObject({ kind: 'unknown', reason: 'rpc-failed' });
  });

  it('goes by the newest block that was read', () => {
    const { evidence } = assessInput().exposure;
    const later = { node: 'two', number: 1n, timestamp: BLOCK_TIME + DAY, parentHash: '0x' };
    const both = { evidence: { ...evidence, blocks: [...evidence.blocks, later] } };
    expect(valueOf('daysSinceUpgrade', both)).toEqual(range('days', 201n, 202n));
  });
});

describe('cover for slashing by a service', () => {
  const named = { track: track({ covers: [cover(['service-slashing'])] }) };

  it('is nothing where the record names none, and not known without a record', () => {
    expect(valueOf('coverRatio')).toEqual(range('wad', 0n));
    const narrow = { track: track({ covers: [cover(['validator-slashing'])] }), figures: FUND };
    expect(valueOf('coverRatio', narrow)).toEqual(range('wad', 0n));
    expect(valueOf('coverRatio', { track: null })).toMatchObject({ kind: 'unknown', reason: 'no-source' });
  });

  it('is what it holds over what could be taken today', () => {
    // 5 of 100 ETH can be slashed; the fund holds 3.
    expect(valueOf('coverRatio', { ...named, figures: FUND })).toEqual(range('wad', (6n * WAD) / 10n));
    const unsure = simple([allocation('A', 0.05), allocation('B', 0.05, { set: 1, slashable: null })]);
    expect(valueOf('coverRatio', { ...named, figures: FUND, snapshots: [unsure] })).toEqual(
      range('wad', (3n * WAD) / 10n, (6n * WAD) / 10n),
    );
  });

  it('is not known where nobody knows what it holds, unless there is nothing to lose', () => {
    const missing = { ...named, figures: { coverAvailableWei: unknown('reverted') } };
    expect(valueOf('coverRatio', missing)).toMatchObject({ kind: 'unknown', reason: 'reverted' });
    expect(valueOf('coverRatio', { ...missing, snapshots: [simple([])] })).toEqual(range('wad', WAD));
    const noTotal = { ...named, figures: FUND, snapshots: [simple([], { assets: { totalWei: null } })] };
    expect(valueOf('coverRatio', noTotal).kind).toBe('unknown');
  });

  it('counts a pooled vault’s own loss', () => {
    const pooled = { ...named, figures: FUND, snapshots: [vault({ slasher: 'unknown' })] };
    expect(valueOf('coverRatio', pooled)).toEqual(range('wad', (3n * WAD) / 100n, WAD));
  });
});

describe('the window between upgrade and exit', () => {
  const exit = { upgradeDelaySecs: known(259_200n, 'timelock', 1n) };

  it('may be negative', () => {
    expect(valueOf('exitWindow', exit)).toEqual(range('secs', -950_400n));
  });

  it('has no low end where leaving has no upper one, and none at all while it is paused', () => {
    const endless = simple([], { exit: { queue: { minSecs: 0, maxSecs: null } } });
    expect(valueOf('exitWindow', { ...exit, snapshots: [endless] })).toEqual(range('secs', null, -950_400n));
    expect(valueOf('exitWindow', { ...exit, redemptionPaused: said(true) }).kind).toBe('unknown');
    expect(valueOf('exitWindow', { upgradeDelaySecs: unknown('reverted') })).toMatchObject({
      kind: 'unknown',
      reason: 'reverted',
    });
  });
});

/** An operator with all of its magnitude free. */
const operator = (id: string, delay: number | 'unknown') => ({
  id,
  allocationDelayBlocks: delay,
  pendingAllocationDelay: 'none' as const,
  books: [{ strategy: 'stETH', maxMagnitude: eth(1), allocations: [] }],
});

const line = (id: string, value: number) => ({ operator: id, strategy: 'stETH', valueWei: eth(value) });

/** What one operator alone can reach, of a bare snapshot. */
const sides = (token: Snapshot) => pick(assessSnapshot(token).figures, 'singleOperator');

describe('one operator alone', () => {
  it('has a low end: the most that any of them surely can, rounded down', () => {
    // P needs no warning; of Q, which has more, nobody knows; R is announced.
    const more = {
      lines: [line('P', 30), line('Q', 50), line('R', 10)],
      operators: [operator('P', 0), operator('Q', 'unknown'), operator('R', 126_001)],
      assets: { totalWei: eth(100), idleWei: '0' },
    };
    const found = sides(simple([], more));
    expect(found.value).toEqual(range('wad', (3n * WAD) / 10n, (6n * WAD) / 10n));
    expect(found.how.steps).toContain('low: surely 30 / 100');
    const whole = simple([], { ...more, lines: [line('P', 3), line('Q', 97)] });
    const all = sides(whole).value;
    expect(all).toEqual(range('wad', (3n * WAD) / 100n, (97n * WAD) / 100n));
    const untraced = sides(simple([], { ...more, assets: { totalWei: eth(300) } })).value;
    expect(untraced).toEqual(range('wad', WAD / 10n, 866_666_666_666_666_667n));
    expect(sides(simple([], { ...more, assets: { totalWei: null } })).value).toEqual(range('wad', 0n, WAD));
  });

  it('is no unknown where a true range ends at all of it', () => {
    const both = { lines: [line('P', 30), line('Q', 0)], assets: { totalWei: eth(100) } };
    const token = simple([], { ...both, operators: [operator('P', 0), operator('Q', 0)] });
    const { value } = pick(assessSnapshot(token).figures, 'singleOperator');
    expect(value).toEqual(range('wad', (3n * WAD) / 10n, WAD));
    expect(isUnknown(value)).toBe(false);
  });

  it('of two snapshots has the larger of each end', () => {
    const sure = simple([], {
      operators: [operator('P', 0)],
      lines: [line('P', 60)],
      assets: { totalWei: eth(100), idleWei: eth(40) },
    });
    const unsure = simple([], { operators: [operator('P', 'unknown')] });
    for (const snapshots of [
      [sure, unsure],
      [unsure, sure],
    ])
      expect(valueOf('singleOperator', { snapshots })).toEqual(range('wad', (6n * WAD) / 10n, WAD));
  });
});

describe('shares that are only shown', () => {
  const payable = allocation('A', 0.25, { redistributing: true });

  it('say what the answer of the model says', () => {
    const grows = { pendingDiff: eth(0.25), effectBlock: 25_000_100, set: 1 };
    const { figures } = assessSnapshot(simple([payable, allocation('B', 0.125, grows)]));
    expect(pick(figures, 'redistributableNow').value).toEqual(range('wad', WAD / 4n));
    expect(pick(figures, 'scheduledPeak').value).toEqual(range('wad', (3n * WAD) / 8n, (5n * WAD) / 8n));
    expect(pick(figures, 'singleSet').value).toEqual(range('wad', WAD / 4n));
    expect(pick(figures, 'singleOperatorNow').value).toEqual(range('wad', (3n * WAD) / 8n));
    expect(pick(figures, 'coverage').value).toEqual(range('wad', WAD));
    expect(pick(figures, 'theftBeforeExit').value).toEqual(range('wad', WAD / 4n));
    expect(pick(figures, 'restakingDegree').value).toEqual({ kind: 'none', unit: 'wad' });
  });

  it('are not known where the model has no answer', () => {
    const { figures } = assessSnapshot(simple([], { depositWei: '-1' }));
    for (const id of [
      'scheduledPeak',
      'singleSet',
      'coverage',
      'restakingDegree',
      'theftBeforeExit',
    ] as const)
      expect(pick(figures, id).value).toMatchObject({ kind: 'unknown', reason: 'malformed' });
  });

  it('do not cost an attack without a study, and take the cheapest that there is', () => {
    const facts = factsOf([simple([allocation('0xA', 0.05)])], null, null);
    expect(attackCostOf(facts).value).toEqual({ kind: 'unknown', unit: 'wei', reason: 'no-source' });
    const study = {
      alphaWad: WAD / 2n,
      stakeWei: 100n,
      profitWei: 1n,
      source: 'a paper',
      asOf: '2026-01-01',
    };
    const studies = [
      { ...study, service: '0xa' },
      { ...study, service: '0xa', stakeWei: 60n },
      { ...study, service: '0xelsewhere', stakeWei: 2n },
    ];
    expect(attackCostOf(facts, studies).value).toEqual(range('wei', 30n));
  });
});

describe('concentration of services', () => {
  it('is exact where everything is known', () => {
    const token = simple([allocation('A', 0.25), allocation('B', 0.25, { set: 1 })]);
    expect(pick(assessSnapshot(token).figures, 'avsHhi').value).toEqual(range('points', 5_000n));
    expect(pick(assessSnapshot(simple([])).figures, 'avsHhi').value).toEqual({
      kind: 'none',
      unit: 'points',
    });
  });

  it('is open to where the uncertain part may belong, and never nothing because of it', () => {
    const untraced = { assets: { totalWei: eth(150), idleWei: '0' } };
    const token = simple([allocation('A', 0.25), allocation('B', 0.25, { set: 1 })], untraced);
    expect(pick(assessSnapshot(token).figures, 'avsHhi').value).toEqual(range('points', 1_250n, 6_250n));
    const unsure = simple([allocation('A', 0.5, { slashable: null })]);
    const { value } = pick(assessSnapshot(unsure).figures, 'avsHhi');
    expect(value).toEqual(range('points', 0n, 10_000n));
    expect(isUnknown(value)).toBe(true);
  });
});

describe('a position of one’s own in EigenLayer', () => {
  const own = { snapshots: [simple([], { kind: 'direct' })] };

  it.each([
    'pegDiscount',
    'sellCost',
    'backingGap',
    'bridgeVerifiers',
    'bridgeShare',
    'operatorHhi',
  ] as const)('is not asked for %s: it is no token, with one operator', (id) => {
    expect(valueOf(id, { ...own, figures: {} })).toMatchObject({ kind: 'none' });
    expect(valueOf(id, { figures: {} })).not.toMatchObject({ kind: 'none' });
  });

  it('is asked like any other where nothing of it could be read', () => {
    const nothing = { snapshots: [], figures: { marketRate: unknown('rpc-failed') } };
    expect(valueOf('pegDiscount', nothing)).toMatchObject({ kind: 'unknown', reason: 'rpc-failed' });
  });
});

describe('a pooled vault', () => {
  const { figures } = assessSnapshot(vault());

  it('has the figures that the model gives it', () => {
    expect(pick(figures, 'slashableNow').value).toEqual(range('wad', WAD));
    expect(pick(figures, 'singleAvs').value).toEqual(range('wad', (9n * WAD) / 10n));
    expect(pick(figures, 'singleOperatorNow').value).toEqual(range('wad', WAD));
    expect(pick(figures, 'restakingDegree').value).toEqual(range('wad', (13n * WAD) / 10n));
    expect(pick(figures, 'coverage').value).toEqual(range('wad', WAD));
    expect(pick(figures, 'exit').value).toEqual(range('secs', 604_800n, 1_209_600n));
  });

  it('says of every other figure that it is not modelled', () => {
    const others = [
      'noNotice',
      'beforeExit',
      'theftNoNotice',
      'theftBeforeExit',
      'redistributableNow',
      'singleOperator',
    ] as const;
    for (const id of [...others, 'scheduledPeak', 'singleSet', 'operatorHhi', 'avsHhi'] as const)
      expect(pick(figures, id).value, id).toMatchObject({ kind: 'unknown', reason: 'not-modelled' });
  });

  it('is sure of nothing where the slasher is not known, and safe from services where there is none', () => {
    const unsure = assessSnapshot(vault({ slasher: 'unknown' })).figures;
    expect(pick(unsure, 'singleOperatorNow').value).toEqual(range('wad', 0n, WAD));
    const none = assessSnapshot(vault({ slasher: 'none' })).figures;
    expect(pick(none, 'singleAvs').value).toEqual(range('wad', 0n));
  });
});

describe('how a figure came about', () => {
  const queue = {
    queued: [{ operator: 'P', strategy: 'stETH', valueWei: eth(1), lastBlock: null }],
    assets: { totalWei: eth(150), idleWei: eth(2) },
    listedOperators: ['P'],
  };
  const grows = { pendingDiff: eth(0.25), effectBlock: 25_000_100, set: 1 };
  const token = simple([allocation('A', 0.05), allocation('B', 0.125, grows)], queue);
  const covered = { figures: FUND, track: track({ covers: [cover(['service-slashing'])] }) };
  const worlds: readonly (readonly [string, readonly Figure[]])[] = [
    ['a token', assess(assessInput(covered)).figures],
    ['a token with all that can be uncertain', assess(assessInput({ snapshots: [token] })).figures],
    ['a token without a total', assessSnapshot(simple([], { assets: { totalWei: null } })).figures],
    ['two snapshots', assess(assessInput({ snapshots: [token, simple([])] })).figures],
    [
      'a position of one’s own',
      assess(assessInput({ snapshots: [{ ...simple([]), kind: 'direct' }] })).figures,
    ],
    ['a snapshot without an exit', assessSnapshot({ ...simple([]), exit: undefined }).figures],
    ['a pooled vault', assess(assessInput({ snapshots: [vault()] })).figures],
    ['a pooled vault without epoch', assessSnapshot(vault({ epochDurationSecs: null })).figures],
    [
      'a paused token',
      assess(assessInput({ redemptionPaused: said(true), depositsPaused: unknown('reverted') })).figures,
    ],
  ];

  it.each(worlds)('is told with inputs and steps for every known figure of %s', (_, figures) => {
    for (const { id, value, how } of figures) {
      if (value.kind === 'unknown') continue;
      expect(how.inputs.length, `inputs of ${id}`).toBeGreaterThan(0);
      expect(how.steps.length, `steps of ${id}`).toBeGreaterThan(0);
      expect(
        how.steps.some((step) => step.includes('= ')),
        `result of ${id}`,
      ).toBe(true);
      for (const { source } of how.inputs) expect(source, id).not.toBe('');
    }
  });

  it('shows both ends of a line that is not sure, and a queued one as such', () => {
    const steps = figureOf('slashableNow', { snapshots: [token] }).how.steps;
    expect(steps).toContain('operator P, stETH: 100 x 0.175 / 1 = 17.5');
    expect(steps).toContain(
      'operator P, stETH (queued): 1 x 0.175 / 1, last block not known: 0 in the low end = 0 to 0.175',
    );
    expect(steps).toContain('operator P: 17.5 to 17.675');
  });

  it('says how much warning counts, and what a reach is made of', () => {
    const { inputs, steps } = figureOf('beforeExit', { snapshots: [token] }).how;
    expect(inputs).toMatchObject([
      { name: 'total' },
      { name: 'idle' },
      { name: 'untraced' },
      { name: 'operators' },
      { name: 'looks ahead', value: '100800 blocks' },
      { name: 'allocation configuration delay', value: '126000 blocks' },
      { name: 'deallocation delay', value: '100800 blocks' },
    ]);
    expect(steps).toContain('operator P: free stake after 126001 blocks');
    expect(steps).toContain(
      'operator P, stETH: 100 x 0.425 (at most current 0.175 + announced 0.25) / 1 = 42.5',
    );
  });

  it('names the block of each reading, and the date of what is bundled', () => {
    const { inputs } = figureOf('monthsLive').how;
    expect(inputs).toEqual([
      { name: 'live since', value: '2023-01-15', source: 'bundled, 2026-11-01: a page', block: null },
      { name: 'block time', value: '2026-11-21T00:00:00Z', source: 'time of the block', block: '24999999' },
    ]);
  });

  it('lets a person redo the exit', () => {
    const exit = {
      instantBufferWei: eth(20),
      queue: { minSecs: 10, maxSecs: 20 },
      escrowBlocks: 100,
      validatorExit: { minSecs: 3_000, maxSecs: 4_000 },
    };
    const { how, value } = figureOf('exit', { snapshots: [simple([], { exit })] });
    expect(how.steps).toEqual([
      'low: 10 s + the longer of 1200 s and 3000 s',
      'high: 20 s + 1200 s + 4000 s',
      'the buffer may pay at once: low 0 s',
      '= 0 s to 5220 s',
    ]);
    expect(value).toEqual(range('secs', 0n, 5_220n));
  });
});

import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { judge, limitsFrom } from '../../lib/limits/index.ts';
import { factsOf } from '../../lib/risk/facts.ts';
import { attackPays } from '../../lib/risk/findings/past.ts';
import { assess, assessSnapshot, type Finding, type FindingKind } from '../../lib/risk/index.ts';
import { assessInput, BLOCK_TIME, cover, losses, read, said, track } from './exposures.ts';
import { allocation, eth, simple } from './snapshots.ts';

const WAD = 10n ** 18n;
const ETH = WAD;
const DAY = 86_400n;

/** Findings of one kind, for a token of which everything is known, with parts replaced. */
function found(kind: FindingKind, more: Partial<Exposure> = {}): readonly Finding[] {
  return assess(assessInput(more)).findings.filter((one) => one.kind === kind);
}

function ofSnapshot(kind: FindingKind, snapshot: unknown): readonly Finding[] {
  return assessSnapshot(snapshot).findings.filter((one) => one.kind === kind);
}

/** The level that a finding of this kind gets. */
function levelOf(kind: FindingKind, more: Partial<Exposure>) {
  const verdict = judge(assess(assessInput(more)), limitsFrom('adventurous'));
  return verdict.findings.find(({ finding }) => finding.kind === kind)?.level;
}

const figures = (more: Exposure['figures']) => ({ figures: more });

/** All stake in the queue until a block. */
const waiting = (lastBlock: number | null) => ({
  queued: [{ operator: 'P', strategy: 'stETH', valueWei: eth(100), lastBlock }],
  lines: [],
});

/** A way out that takes up to so many seconds. */
const leaving = (maxSecs: number) => ({ exit: { queue: { minSecs: 0, maxSecs }, escrowBlocks: 0 } });

/** Code that changed so many seconds before the block. */
const changed = (secsAgo: bigint) => figures({ lastUpgradeFrom: read(BLOCK_TIME - secsAgo) });

/** A slash at one time, and a price that was set at another. */
const slash = (at: bigint | null, updated = read(BLOCK_TIME - DAY)) => ({
  lastSlashAt: known(at, 'logs', 1n),
  figures: { rateUpdatedAt: updated },
});

/** A fund that has promised 4. */
const fund = (available: bigint) =>
  figures({ coverAvailableWei: read(available), coverOutstandingWei: read(4n) });

/** Days of the losses that are told. */
const lossesTold = (...days: string[]) =>
  found('lossBefore', { track: track({ lossEvents: losses(...days) }) }).map((one) =>
    one.kind === 'lossBefore' ? one.date : null,
  );

describe('a token with nothing to say against it', () => {
  it('has no finding that warns', () => {
    const kinds = assess(assessInput({ snapshots: [simple([])] })).findings.map(({ kind }) => kind);
    expect(kinds).toEqual(['bridge', 'odds']);
  });
});

describe('the worst pair', () => {
  const two = {
    lines: [
      { operator: 'P', strategy: 'stETH', valueWei: eth(60) },
      { operator: 'Q', strategy: 'stETH', valueWei: eth(40) },
    ],
    operators: ['P', 'Q'].map((id) => ({
      id,
      allocationDelayBlocks: 126_001,
      pendingAllocationDelay: 'none' as const,
      books: [
        {
          strategy: 'stETH',
          maxMagnitude: eth(0.5),
          allocations:
            id === 'P'
              ? [allocation('A', 0.05), allocation('B', 0.1, { set: 1, slashable: null })]
              : [allocation('A', 0.1), allocation('A', 0.05, { set: 2 })],
        },
      ],
    })),
  };

  it('is the one service at one operator that surely can take most', () => {
    // At Q: 40 x 0.15 / 0.5 = 12; not sure: 60 x 0.1 / 0.5 = 12 of B at P.
    expect(ofSnapshot('worstPair', simple([], two))).toEqual([
      { kind: 'worstPair', avs: 'A', operator: 'Q', hiWad: (24n * WAD) / 100n, depositWei: 10n * ETH },
    ]);
  });

  it('is not told where nothing is sure', () => {
    const token = simple([allocation('A', 0.5, { slashable: null })]);
    expect(ofSnapshot('worstPair', token)).toEqual([]);
  });

  it('leaves out what waits in the queue without a known end', () => {
    expect(ofSnapshot('worstPair', simple([allocation('A', 0.5)], waiting(25_000_000)))).toHaveLength(1);
    expect(ofSnapshot('worstPair', simple([allocation('A', 0.5)], waiting(null)))).toEqual([]);
    expect(ofSnapshot('worstPair', simple([allocation('A', 0.5)], waiting(24_999_999)))).toEqual([]);
  });

  it('of a pooled vault is one network at one operator', () => {
    const stakes = [
      { subnetwork: 'N:0', network: 'N', operator: 'x', stakeWei: eth(40) },
      { subnetwork: 'N:1', network: 'N', operator: 'x', stakeWei: eth(20) },
      { subnetwork: 'M:0', network: 'M', operator: 'x', stakeWei: eth(50) },
    ];
    const pool = { activeStakeWei: eth(100), withdrawalsCurrentWei: '0', withdrawalsNextWei: '0' };
    const vault = { kind: 'symbiotic', nowBlock: 1, symbiotic: { ...pool, slasher: 'veto', stakes } };
    const { findings } = assessSnapshot(vault);
    expect(findings.filter(({ kind }) => kind !== 'odds' && kind !== 'notChecked')).toEqual([
      { kind: 'worstService', avs: 'N', hiWad: (60n * WAD) / 100n, depositWei: null },
      { kind: 'allServices', hiWad: WAD },
      { kind: 'worstPair', avs: 'N', operator: 'x', hiWad: (60n * WAD) / 100n, depositWei: null },
      { kind: 'promisedTwice', degreeWad: (110n * WAD) / 100n },
    ]);
    expect(ofSnapshot('worstPair', { ...vault, symbiotic: { ...vault.symbiotic, slasher: 'none' } })).toEqual(
      [],
    );
  });
});

/** A growth so many blocks ahead. */
const growing = (blocks: number, share: number) =>
  allocation('A', 0, { set: blocks, pendingDiff: eth(share), effectBlock: 25_000_000 + blocks });

describe('an announced growth', () => {
  const grows = { pendingDiff: eth(0.125), effectBlock: 25_010_000 };

  it('has a date where the block had a time', () => {
    const token = simple([allocation('A', 0, grows)]);
    expect(found('scheduled', { snapshots: [token] })).toMatchObject([
      // The first block the deposit can be in comes one block after the one that was read.
      { inSecs: 120_000n, at: BLOCK_TIME + 12n + 120_000n },
    ]);
  });

  it('is told of the soonest date and the two largest others; of more, how many', () => {
    const told = (...changes: readonly ReturnType<typeof growing>[]): readonly unknown[] => {
      const { findings } = assessSnapshot(simple([...changes]));
      return findings.flatMap((one): readonly unknown[] =>
        one.kind === 'scheduled' ? [one.effectBlock - 25_000_000] : one.kind === 'scheduledMore' ? [one] : [],
      );
    };
    const three = [growing(30, 0.1), growing(20, 0.05), growing(10, 0.001)];
    expect(told(...three)).toEqual([10, 30, 20]);
    const more = { kind: 'scheduledMore', count: 1 };
    expect(told(...three, growing(40, 0.2))).toEqual([10, 40, 30, more]);
    expect(told(...three, growing(40, 0.2), growing(50, 0.1))).toEqual([10, 40, 30, { ...more, count: 2 }]);
    // Two changes in one block are one date.
    expect(told(...three, { ...growing(30, 0.1), set: 31 })).toEqual([10, 30, 20]);
  });

  it('takes the worse answer where two snapshots differ on leaving first', () => {
    const quick = simple([allocation('A', 0, grows)], leaving(0));
    const slow = simple([allocation('A', 0, grows)], leaving(900_000));
    expect(found('scheduled', { snapshots: [quick] })).toMatchObject([{ canLeaveFirst: 'yes' }]);
    expect(found('scheduled', { snapshots: [slow, quick] })).toMatchObject([{ canLeaveFirst: 'unknown' }]);
    expect(found('scheduled', { snapshots: [quick, slow] })).toMatchObject([{ canLeaveFirst: 'unknown' }]);
  });
});

describe('code', () => {
  it('is fresh for fourteen days', () => {
    expect(found('freshCode', changed(3_600n))).toEqual([{ kind: 'freshCode', secsAgo: 3_600n }]);
    expect(found('freshCode', changed(14n * DAY - 1n))).toHaveLength(1);
    expect(found('freshCode', changed(14n * DAY))).toEqual([]);
    expect(found('freshCode', changed(-9n))).toEqual([{ kind: 'freshCode', secsAgo: 0n }]);
    expect(found('freshCode', figures({ lastUpgradeFrom: unknown('reverted') }))).toEqual([]);
    // It may be years old: nobody is told that it is fresh.
    expect(found('freshCode', figures({ lastUpgradeAt: read(BLOCK_TIME - 3_600n) }))).toEqual([]);
  });

  it.each([
    ['singleKey', 1, 1, true],
    ['singleKey', null, null, true],
    ['multisig', 5, 1, true],
    ['timelock', null, 1, true],
    ['multisig', 5, 2, false],
    ['timelock', null, null, false],
    ['none', null, null, false],
  ] as const)(
    'under %s with %s signers of whom %s must sign is in one key’s hands: %s',
    (type, signers, threshold, one) => {
      const admin = known({ type, who: '0xadmin', signers, threshold }, 'view', 1n);
      expect(found('adminKey', { admin })).toEqual(one ? [{ kind: 'adminKey', who: '0xadmin' }] : []);
      if (one) expect(levelOf('adminKey', { admin })).toBe('warn');
    },
  );

  it.each([
    [1, 1, true, 'warn'],
    [3, 1, true, 'warn'],
    [9, 6, false, 'notice'],
    [9, 5, false, 'warn'],
    [7, 7, false, 'warn'],
    [null, null, false, 'warn'],
  ] as const)(
    'with a fast path of %s signers, %s of them: one key %s, %s',
    (signers, threshold, one, level) => {
      const more = { upgradeFastPath: { who: 'council', signers, threshold } };
      expect(found('adminKey', more)).toHaveLength(one ? 1 : 0);
      expect(levelOf('fastUpgrade', more)).toBe(level);
    },
  );

  it('can change before one is out, or while nobody can leave', () => {
    const upgradeDelaySecs = known(259_200n, 'view', 1n);
    expect(found('upgradeBeforeExit', { upgradeDelaySecs })).toEqual([
      { kind: 'upgradeBeforeExit', delaySecs: 259_200n, exitHiSecs: 1_209_600n },
    ]);
    expect(found('upgradeBeforeExit', { upgradeDelaySecs: known(1_209_600n, 'view', 1n) })).toEqual([]);
    expect(found('upgradeBeforeExit', { redemptionPaused: said(true) })).toMatchObject([
      { exitHiSecs: null },
    ]);
  });
});

describe('a slash that the price may not show', () => {
  const cut = simple([], {
    operators: [{ id: 'P', books: [{ strategy: 'stETH', maxMagnitude: eth(0.8), allocations: [] }] }],
  });

  it('is sure where it is newer than the price, and nothing where it is older', () => {
    const at = BLOCK_TIME - DAY;
    expect(found('unrecognisedSlash', slash(at + 1n))).toEqual([
      { kind: 'unrecognisedSlash', at: at + 1n, sure: true },
    ]);
    expect(found('unrecognisedSlash', slash(at - 1n))).toEqual([]);
    expect(found('unrecognisedSlash', slash(null))).toEqual([]);
    expect(levelOf('unrecognisedSlash', slash(at + 1n))).toBe('warn');
  });

  it('is not sure where both are of one second, or the time of the price is not known', () => {
    const at = BLOCK_TIME - DAY;
    expect(found('unrecognisedSlash', slash(at))).toMatchObject([{ at, sure: false }]);
    const missing = { lastSlashAt: known(at, 'logs', 1n), figures: { rateUpdatedAt: unknown('reverted') } };
    expect(found('unrecognisedSlash', missing)).toMatchObject([{ at, sure: false }]);
    expect(levelOf('unrecognisedSlash', missing)).toBe('notice');
  });

  it('is told where an operator was cut and nobody knows when', () => {
    const lastSlashAt = unknown('rpc-failed');
    expect(found('unrecognisedSlash', { lastSlashAt })).toEqual([]);
    expect(found('unrecognisedSlash', { lastSlashAt, snapshots: [cut] })).toEqual([
      { kind: 'unrecognisedSlash', at: null, sure: false },
    ]);
  });

  it('is told where the magnitude fell though no slash was seen', () => {
    expect(found('unrecognisedSlash', { ...slash(null), snapshots: [cut] })).toHaveLength(1);
  });

  it('is nothing to a position of one’s own, which has no price', () => {
    const own = { ...cut, kind: 'direct' };
    expect(found('unrecognisedSlash', { ...slash(BLOCK_TIME), snapshots: [own] })).toEqual([]);
  });
});

describe('price, market, bridge and cover', () => {
  it('call a price old beyond its own rule, and not at it', () => {
    const age = (secs: bigint) =>
      figures({ rateUpdatedAt: read(BLOCK_TIME - secs), rateMaxAgeSecs: read(DAY) });
    expect(found('rateOld', age(DAY + 1n))).toEqual([{ kind: 'rateOld', ageSecs: DAY + 1n }]);
    expect(found('rateOld', age(DAY))).toEqual([]);
    expect(found('rateOld', figures({ rateUpdatedAt: unknown('starved') }))).toEqual([]);
    expect(levelOf('rateOld', age(DAY + 1n))).toBe('warn');
  });

  it('tell what selling costs where it costs anything', () => {
    expect(found('sellingCosts')).toEqual([]);
    expect(found('sellingCosts', figures({ sellOut: read((99n * ETH) / 10n) }))).toEqual([
      { kind: 'sellingCosts', costWad: WAD / 100n },
    ]);
    expect(found('sellingCosts', figures({ sellOut: unknown('reverted') }))).toEqual([]);
  });

  it('tell on how many checkers the bridge relies, unless surely nothing crosses', () => {
    expect(found('bridge', figures({ bridgeVerifiers: read(1n) }))).toEqual([
      { kind: 'bridge', verifiers: 1n, shareWad: WAD / 10n },
    ]);
    expect(found('bridge', figures({ bridgeHeld: unknown('reverted') }))).toMatchObject([{ shareWad: null }]);
    expect(found('bridge', figures({ bridgeHeld: read(0n) }))).toEqual([]);
    expect(found('bridge', figures({ bridgeVerifiers: unknown('reverted') }))).toEqual([]);
  });

  it('tell of a bridge that is known in part no more than is known', () => {
    const most = figures({ bridgeVerifiers: unknown('reverted'), bridgeVerifiersAtMost: read(2n) });
    expect(found('bridge', most)).toMatchObject([{ verifiers: 2n, verifiersAre: 'atMost' }]);
    const both = figures({ bridgeVerifiers: read(1n), bridgeVerifiersAtMost: read(2n) });
    expect(found('bridge', both)).toMatchObject([{ verifiers: 1n, verifiersAre: 'atLeast' }]);
    const held = figures({ bridgeHeldAtMost: unknown('no-source') });
    expect(found('bridge', held)).toEqual([
      { kind: 'bridge', verifiers: 4n, shareWad: WAD / 10n, shareIsLeast: true },
    ]);
    const none = figures({ bridgeHeld: read(0n), bridgeHeldAtMost: unknown('no-source') });
    expect(found('bridge', none)).toEqual([{ kind: 'bridge', verifiers: 4n, shareWad: null }]);
  });

  it('tell of cover that does not name slashing by a service', () => {
    const covers = [cover(['validator-slashing']), cover(['service-slashing', 'bridge'])];
    expect(found('coverNarrow', { track: track({ covers }) })).toEqual([
      { kind: 'coverNarrow', product: 'Made cover', perils: ['validator-slashing'] },
    ]);
    expect(found('coverNarrow', { track: null })).toEqual([]);
  });

  it('tell of a fund that holds less than it promised', () => {
    expect(found('fundShort', fund(3n))).toEqual([{ kind: 'fundShort', solvencyWad: (3n * WAD) / 4n }]);
    expect(found('fundShort', fund(4n))).toEqual([]);
    expect(found('fundShort')).toEqual([]);
    expect(levelOf('fundShort', fund(3n))).toBe('warn');
  });
});

describe('the past', () => {
  it('tells of losses for 24 months', () => {
    expect(lossesTold('2024-11-20', '2024-11-21', '2026-04-18', '2026-12-01')).toEqual([
      '2024-11-21',
      '2026-04-18',
      '2026-12-01',
    ]);
    expect(lossesTold('some day')).toEqual(['some day']);
  });

  it('tells of every published loss where no block says what time it is', () => {
    const evidence = { ...assessInput().exposure.evidence, blocks: [] };
    const record = { evidence, track: track({ lossEvents: losses('2020-01-01') }) };
    expect(found('lossBefore', record)).toHaveLength(1);
  });

  it('says that an attack pays only where a study says so of a service behind the stake', () => {
    const facts = factsOf([simple([allocation('0xA', 0.05)])], null, null);
    const study = {
      service: '0xa',
      alphaWad: WAD / 2n,
      stakeWei: 100n,
      source: 'a paper',
      asOf: '2026-01-01',
    };
    expect(attackPays(facts)).toEqual([]);
    expect(attackPays(facts, [{ ...study, profitWei: 50n }])).toEqual([]);
    expect(attackPays(facts, [{ ...study, profitWei: 51n }])).toEqual([
      { kind: 'attackPays', avs: '0xa', breakEvenWei: 50n, profitWei: 51n },
    ]);
    expect(attackPays(facts, [{ ...study, profitWei: 51n, service: '0xb' }])).toEqual([]);
  });
});

/** An operator set that would pay what it slashes to somebody. */
const to = (avs: string, set: number, recipient: string | null) => ({
  avs,
  set,
  operator: 'P',
  slasher: known('0xslasher', 'view', 1n),
  slasherHasCode: said(true),
  pendingSlasher: known(null, 'view', 1n),
  redistributionRecipient: recipient === null ? unknown('reverted') : known<string>(recipient, 'view', 1n),
  slashCount: known(0n, 'view', 1n),
});

describe('slashed stake that is paid out', () => {
  const pays = allocation('0xA', 0.1, { redistributing: true });
  const burns = allocation('0xB', 0.1, { set: 1 });
  const paid = (...sets: readonly ReturnType<typeof to>[]) =>
    found('redistributes', { snapshots: [simple([pays, burns])], sets: [...sets] });

  it('goes to whom the sets that pay out name, not to what a burning set names', () => {
    expect(paid(to('0xa', 0, '0xalice'), to('0xB', 1, '0xburn'))).toMatchObject([{ recipient: '0xalice' }]);
    expect(paid(to('0xa', 0, '0xalice'), to('0xB', 1, null))).toMatchObject([{ recipient: '0xalice' }]);
  });

  it('goes to nobody in particular where that is not known', () => {
    for (const sets of [[], [to('0xB', 1, '0xburn')], [to('0xa', 0, null), to('0xB', 1, '0xburn')]])
      expect(paid(...sets)).toEqual([{ kind: 'redistributes', recipient: null }]);
    const also = allocation('0xC', 0.1, { set: 2, redistributing: true });
    const two = [to('0xa', 0, '0xalice'), to('0xC', 2, '0xbob')];
    expect(found('redistributes', { snapshots: [simple([pays, also])], sets: two })).toMatchObject([
      { recipient: null },
    ]);
  });
});

/** Whether a figure rests on no odds. */
const oddless = (one: { readonly id: string }) => !/Loss|es99/.test(one.id);

describe('the odds', () => {
  it('are not counted while more is being read, and that is no failure', () => {
    const { figures: all, findings, answer } = assess({ ...assessInput(), partial: true });
    for (const id of ['expectedAnnualLoss', 'es99Slashing', 'pLossOverTolerance'] as const)
      expect(all.find((one) => one.id === id)?.value).toMatchObject({
        kind: 'unknown',
        reason: 'not-reached',
      });
    expect(findings.filter(({ kind }) => kind === 'odds' || kind === 'notChecked')).toEqual([]);
    expect(answer).toMatchObject({ loss: { lo: null } });
    expect(all.filter(oddless)).toEqual(assess(assessInput()).figures.filter(oddless));
  });

  it('are told with the tolerance as it was written, and whose guesses they rest on', () => {
    const [bundled] = found('odds');
    expect(bundled).toMatchObject({ toleranceWad: WAD / 10n, yours: false });
    const { findings } = assess({ ...assessInput(), guesses: { tolerance: 0.3 } });
    expect(findings.find(({ kind }) => kind === 'odds')).toMatchObject({
      toleranceWad: (3n * WAD) / 10n,
      yours: true,
    });
  });

  it('are not told where nothing can be computed', () => {
    expect(found('odds', { snapshots: [] })).toEqual([]);
  });
});

/** What was not seen. */
const what = (more: Partial<Exposure>) =>
  found('notSeen', more).map((one) => (one.kind === 'notSeen' ? one.what : null));

describe('what could not be looked at', () => {
  const set = {
    avs: '0xa',
    set: 1,
    operator: 'P',
    slasher: known('0xdead', 'view', 1n),
    slasherHasCode: said(true),
    pendingSlasher: known(null, 'view', 1n),
    redistributionRecipient: unknown('reverted'),
    slashCount: unknown('reverted'),
  } as const;
  const failed = unknown('reverted');
  const cut = simple([], {
    operators: [{ id: 'P', books: [{ strategy: 'stETH', maxMagnitude: eth(0.8), allocations: [] }] }],
  });

  it('is nothing where all of it was seen', () => {
    expect(what({ sets: [set] })).toEqual([]);
  });

  it('is who can change the code', () => {
    expect(what({ admin: failed })).toEqual(['admin']);
    expect(levelOf('notSeen', { admin: failed })).toBe('notice');
  });

  it.each(['slasher', 'slasherHasCode', 'pendingSlasher'] as const)(
    'is who may slash, where the %s of any set is not known',
    (name) => {
      expect(what({ sets: [set, { ...set, [name]: failed }] })).toEqual(['slashers']);
    },
  );

  it('is the last slash, unless it is already told as one that the price may not show', () => {
    expect(what({ lastSlashAt: failed })).toEqual(['lastSlash']);
    expect(found('unrecognisedSlash', { lastSlashAt: failed, snapshots: [cut] })).toHaveLength(1);
    expect(what({ lastSlashAt: failed, snapshots: [cut] })).toEqual([]);
  });

  it('is whether a cover fund is short, where there is one and it could not be read', () => {
    const unread = { coverAvailableWei: failed, coverOutstandingWei: read(4n) };
    expect(what(figures(unread))).toEqual(['fund']);
    expect(what(figures({ coverAvailableWei: read(4n), coverOutstandingWei: failed }))).toEqual(['fund']);
    const named = { track: track({ covers: [cover(['service-slashing'])] }) };
    expect(what({ ...named, figures: {} })).toContain('fund');
    expect(what({ ...named, ...fund(4n) })).toEqual([]);
    const { coverAvailableWei: _, coverOutstandingWei: __, ...unnamed } = assessInput().exposure.figures;
    const narrow = { track: track({ covers: [cover(['validator-slashing'])] }) };
    expect(what({ ...narrow, figures: unnamed })).toEqual([]);
  });

  it('is the age of a price, where there is one', () => {
    expect(what(figures({ rateUpdatedAt: failed }))).toEqual(['rateAge']);
    expect(what(figures({ rateMaxAgeSecs: failed }))).toEqual(['rateAge']);
    const { exposure, ...input } = assessInput();
    const { rateUpdatedAt: _, ...rest } = exposure.figures;
    const kinds = (more: Exposure['figures']) =>
      assess({ ...input, exposure: { ...exposure, figures: more } }).findings.filter(
        ({ kind }) => kind === 'notSeen',
      );
    expect(kinds(rest)).toEqual([{ kind: 'notSeen', what: 'rateAge' }]);
    const { rate: __, ...unpriced } = rest;
    expect(kinds(unpriced)).toEqual([]);
  });

  it('of a position of one’s own is not its price, which it does not have', () => {
    const own = { ...simple([]), kind: 'direct' };
    const unread = { snapshots: [own], lastSlashAt: failed, ...figures({ rateUpdatedAt: failed }) };
    expect(what({ ...unread, admin: failed })).toEqual(['admin']);
  });

  it('is not asked of a bare snapshot, nor where nothing is modelled', () => {
    expect(ofSnapshot('notSeen', cut)).toEqual([]);
    expect(
      what({ snapshots: [], admin: failed, lastSlashAt: failed, sets: [{ ...set, slasher: failed }] }),
    ).toEqual([]);
  });
});

describe('what could not be read', () => {
  it('is a finding where a limit could be held against it', () => {
    const unread = figures({ marketRate: unknown('starved') });
    expect(found('notChecked', unread)).toEqual([
      { kind: 'notChecked', factor: 'pegDiscount', reason: 'starved' },
    ]);
  });

  it('is no finding where the figure is only shown', () => {
    expect(found('notChecked', figures({ bridgeHeld: unknown('starved') }))).toEqual([]);
  });

  it('says why a vault cannot be evaluated', () => {
    const more = { snapshots: [], stake: null, notModelled: 'No reader for this kind of vault.' };
    expect(found('cannotEvaluate', more)).toEqual([{ kind: 'cannotEvaluate', why: 'notModelled' }]);
    expect(found('remark', more)).toEqual([{ kind: 'remark', text: 'No reader for this kind of vault.' }]);
  });
});

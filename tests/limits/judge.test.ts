import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../lib/core/index.ts';
import {
  identityLevel,
  judge,
  LEVELS,
  limitsFrom,
  rangeLevel,
  verdictJson,
  verdicts,
  withLimit,
} from '../../lib/limits/index.ts';
import { assess, assessSnapshot } from '../../lib/risk/index.ts';
import { assessInput, BLOCK_TIME, said, sameSite } from '../risk/exposures.ts';
import { allocation, eth, simple } from '../risk/snapshots.ts';

const balanced = withLimit(limitsFrom('balanced'), 'maxOperatorHhi', null);
const careful = withLimit(limitsFrom('conservative'), 'maxOperatorHhi', null);

function overall(more: Parameters<typeof assessInput>[0], limits = balanced) {
  const { overall: level, cause } = judge(assess(assessInput(more)), limits);
  return [level, cause.by];
}

function rank(level: string): number {
  return LEVELS.findIndex((one) => one === level);
}

describe('a value against a limit', () => {
  it.each([
    ['max', 50n, 50n, 100n, 'ok'],
    ['max', 51n, 51n, 100n, 'notice'],
    ['max', 80n, 80n, 100n, 'notice'],
    ['max', 81n, 81n, 100n, 'warn'],
    ['max', 100n, 100n, 100n, 'warn'],
    ['max', 100n, 101n, 100n, 'cannot_evaluate'],
    ['max', 101n, 101n, 100n, 'exceeds'],
    ['max', 0n, null, 100n, 'cannot_evaluate'],
    ['max', 101n, null, 100n, 'exceeds'],
    ['max', 0n, 0n, 0n, 'ok'],
    ['min', 100n, 100n, 100n, 'warn'],
    ['min', 125n, 125n, 100n, 'notice'],
    ['min', 200n, 200n, 100n, 'ok'],
    ['min', 99n, 99n, 100n, 'exceeds'],
    ['min', 99n, 100n, 100n, 'cannot_evaluate'],
    ['min', null, 100n, 100n, 'cannot_evaluate'],
    ['min', 0n, 0n, 0n, 'ok'],
    ['maxRange', 50n, 500n, 100n, 'warn'],
    ['maxRange', 101n, 500n, 100n, 'exceeds'],
    ['maxRange', 10n, null, 100n, 'cannot_evaluate'],
    ['maxRange', 10n, 50n, 100n, 'ok'],
  ] as const)('by %s of [%s, %s] against %s is %s', (rule, lo, hi, limit, level) => {
    expect(rangeLevel(rule, { lo, hi }, limit)).toBe(level);
    expect(rangeLevel(rule, { lo, hi }, null)).toBe('off');
  });

  it('never gets better when the interval gets wider', () => {
    const number = fc.bigInt({ min: 0n, max: 1000n });
    fc.assert(
      fc.property(
        fc.constantFrom('max' as const, 'min' as const),
        fc.tuple(number, number, number, number).map((all) => all.toSorted((a, b) => Number(a - b))),
        number,
        (rule, [a = 0n, b = 0n, c = 0n, d = 0n], limit) => {
          const narrow = rangeLevel(rule, { lo: b, hi: c }, limit);
          const wide = rangeLevel(rule, { lo: a, hi: d }, limit);
          // Only "certainly over" can become "we cannot tell".
          expect(rank(wide) >= rank(narrow) || narrow === 'exceeds').toBe(true);
          if (narrow === 'exceeds') expect(['exceeds', 'cannot_evaluate']).toContain(wide);
        },
      ),
    );
  });
});

describe('site and contract', () => {
  it.each([
    [{}, 'ok'],
    [{ recipientIsUser: false }, 'exceeds'],
    [{ lookalike: true }, 'exceeds'],
    [{ contractKnown: false }, 'exceeds'],
    [{ contractKnown: null }, 'exceeds'],
    [{ domainKnown: false }, 'warn'],
    [{ sameProtocol: false }, 'warn'],
    [{ sameProtocol: null }, 'warn'],
    [{ sameProtocol: false, aggregatorSite: true }, 'notice'],
    [{ contractKnown: false, domainKnown: false }, 'cannot_evaluate'],
    [{ recipientIsUser: null }, 'cannot_evaluate'],
    [{ lookalike: null }, 'cannot_evaluate'],
  ] as const)('with %j are %s', (facts, level) => {
    expect(identityLevel({ ...sameSite, ...facts })).toBe(level);
  });
});

function fast(signers: number | null, threshold: number | null) {
  return overall({ snapshots: [simple([])], upgradeFastPath: { who: 'council', signers, threshold } })[0];
}

/** The cost of selling, which nobody could read. */
function unsold(redemptionPaused: ReturnType<typeof said>) {
  const more = { redemptionPaused, figures: { sellOut: unknown('reverted') } };
  return judge(assess(assessInput(more)), balanced).factors.find(({ id }) => id === 'sellCost');
}

describe('a verdict', () => {
  it('is quiet where every figure is at most half of its limit', () => {
    expect(overall({ snapshots: [simple([allocation('A', 0.025)])] })).toEqual(['ok', 'nothing']);
  });

  it('names the limit that is certainly broken', () => {
    const verdict = judge(assess(assessInput({ snapshots: [simple([allocation('A', 0.5)])] })), balanced);
    expect(verdict).toMatchObject({ overall: 'exceeds', cause: { by: 'limit', factor: 'slashableNow' } });
  });

  it('is not checked where a required figure is not known, and blocked where the person says so', () => {
    const unknownDelay = { upgradeDelaySecs: unknown('reverted') };
    expect(overall(unknownDelay)).toEqual(['cannot_evaluate', 'unknown']);
    const verdict = judge(assess(assessInput(unknownDelay)), careful);
    expect(verdict.factors.find(({ id }) => id === 'upgradeDelay')?.level).toBe('cannot_evaluate');
    expect([verdict.overall, verdict.cause.by]).toEqual(['exceeds', 'limit']);
    const onlyUnknown = { ...unknownDelay, snapshots: [simple([])] };
    expect(overall(onlyUnknown, withLimit(careful, 'maxBeforeExit', null))).toEqual(['exceeds', 'policy']);
  });

  it('takes an optional figure that is not known for a note', () => {
    const token = simple([], { assets: { totalWei: eth(118) } });
    const verdict = judge(assessSnapshot(token), withLimit(balanced, 'maxSingleAvs', null));
    expect(verdict.factors.find(({ id }) => id === 'singleOperator')?.level).toBe('cannot_evaluate');
    expect(verdict.factors.find(({ id }) => id === 'theftNoNotice')?.level).toBe('cannot_evaluate');
    expect([verdict.overall, verdict.cause.by]).toEqual(['notice', 'limit']);
  });

  it('stops where one operator surely can put more at risk than the limit allows', () => {
    const [operator] = simple([]).operators;
    if (operator === undefined) throw new Error('no operator');
    const token = simple([], { operators: [{ ...operator, allocationDelayBlocks: 0 }] });
    const verdict = judge(assessSnapshot(token), balanced);
    expect(verdict.factors.find(({ id }) => id === 'singleOperator')?.level).toBe('exceeds');
  });

  it('stops by a finding even where a limit is broken too', () => {
    const paused = { depositsPaused: said(true), snapshots: [simple([allocation('A', 0.5)])] };
    expect(overall(paused)).toEqual(['exceeds', 'finding']);
  });

  it('warns where one key alone can change the code, and notes a large council', () => {
    expect(fast(1, 1)).toBe('warn');
    expect(fast(null, null)).toBe('warn');
    expect(fast(9, 6)).toBe('notice');
    expect(fast(9, 5)).toBe('warn');
    expect(fast(7, 7)).toBe('warn');
  });

  it('warns instead of ending unchecked where only a bundled range stands behind a long exit', () => {
    const slow = simple([], { exit: { queue: { minSecs: 0, maxSecs: 4_000_000 } } });
    const read = { snapshots: [slow], exitUpperEndIsAssumed: false };
    expect(overall(read)).toEqual(['cannot_evaluate', 'unknown']);
    expect(overall({ ...read, exitUpperEndIsAssumed: true })).toEqual(['warn', 'limit']);
    expect(overall({ ...read, exitUpperEndIsAssumed: true, redemptionPaused: unknown('reverted') })).toEqual([
      'cannot_evaluate',
      'unknown',
    ]);
  });

  it('judges by the labelled bound only where the person chose it, and says which it took', () => {
    const token = simple([allocation('A', 0.025)], {
      assets: { totalWei: eth(200), idleWei: '0' },
      listedOperators: ['P'],
    });
    const listed = judge(assessSnapshot(token), balanced).factors.find(({ id }) => id === 'slashableNow');
    expect(listed).toMatchObject({ level: 'ok', basis: 'listed' });
    const strict = judge(assessSnapshot(token), { ...balanced, untracedPolicy: 'strict' });
    expect(strict.factors.find(({ id }) => id === 'slashableNow')).toMatchObject({
      level: 'cannot_evaluate',
      basis: 'strict',
    });
  });

  it.each([
    ['pegDiscount', 'marketRate'],
    ['backingGap', 'supply'],
    ['bridgeVerifiers', 'bridgeVerifiers'],
    ['daysSinceUpgrade', 'lastUpgradeAt'],
    ['sellCost', 'sellOut'],
  ] as const)('takes %s for a note where nobody knows it', (id, name) => {
    const more = { snapshots: [simple([])], figures: { [name]: unknown('reverted') } };
    const verdict = judge(assess(assessInput(more)), balanced);
    expect(verdict.factors.find((one) => one.id === id)?.level).toBe('cannot_evaluate');
    expect(verdict).toMatchObject({ overall: 'notice', cause: { by: 'unknown' } });
  });

  it.each([
    [14n, 'ok'],
    [13n, 'notice'],
    [8n, 'warn'],
    [6n, 'cannot_evaluate'],
  ] as const)(
    'of code that changed %i days ago or before is %s: only the low end is known',
    (days, level) => {
      const lastUpgradeAt = known(BLOCK_TIME - days * 86_400n, 'view', 1n);
      const verdict = judge(assess(assessInput({ figures: { lastUpgradeAt } })), balanced);
      expect(verdict.factors.find(({ id }) => id === 'daysSinceUpgrade')?.level).toBe(level);
    },
  );

  it.each([
    [5n, 'exceeds'],
    [7n, 'cannot_evaluate'],
  ] as const)('of code that surely changed within %i days is %s', (days, level) => {
    const lastUpgradeFrom = known(BLOCK_TIME - days * 86_400n, 'view', 1n);
    const verdict = judge(
      assess(assessInput({ figures: { lastUpgradeAt: unknown('no-source'), lastUpgradeFrom } })),
      balanced,
    );
    expect(verdict.factors.find(({ id }) => id === 'daysSinceUpgrade')?.level).toBe(level);
  });

  it('is over the limit where one checker alone stands behind the bridge', () => {
    const bridgeVerifiers = known(1n, 'view', 1n);
    expect(overall({ snapshots: [simple([])], figures: { bridgeVerifiers } })).toEqual(['exceeds', 'limit']);
  });

  it('needs the cost of selling while nobody can withdraw', () => {
    expect(unsold(said(true))).toMatchObject({ level: 'cannot_evaluate', required: true });
    expect(unsold(said(false))).toMatchObject({ level: 'cannot_evaluate', required: false });
  });

  it('never speaks of a figure that is only shown, known or not', () => {
    const shown = [
      'scheduledPeak',
      'singleSet',
      'coverage',
      'exitWindow',
      'bridgeShare',
      'solvency',
      'attackCost',
    ];
    for (const limits of [balanced, careful]) {
      const { factors } = judge(assess(assessInput()), limits);
      const levels = factors.filter(({ id }) => shown.includes(id)).map(({ level }) => level);
      expect(levels).toEqual(shown.map(() => 'off'));
    }
  });

  it('lists cover as off until the person asks for some, and then asks for it', () => {
    const cover = (limits: typeof balanced) =>
      judge(assess(assessInput()), limits).factors.find(({ id }) => id === 'coverRatio')?.level;
    expect(cover(balanced)).toBe('off');
    expect(cover(withLimit(balanced, 'minCoverRatio', 1n))).toBe('exceeds');
  });

  it('is blocked by the person’s own deny list whatever the figures say', () => {
    const assessment = assess(assessInput({ snapshots: [simple([])] }));
    expect(judge(assessment, balanced, true)).toMatchObject({ overall: 'exceeds', cause: { by: 'denied' } });
  });

  it('marks the limits that the person changed', () => {
    const limits = withLimit(balanced, 'maxExit', 1n);
    const { factors } = judge(assess(assessInput()), limits);
    expect(factors.filter(({ yours }) => yours).map(({ id }) => id)).toEqual(['exit', 'operatorHhi']);
  });

  it('becomes plain JSON', () => {
    const json = verdictJson(
      judge(assess(assessInput({ upgradeDelaySecs: known(0n, 'view', 1n) })), balanced),
    );
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json.factors.find(({ id }) => id === 'upgradeDelay')).toMatchObject({
      level: 'exceeds',
      limit: '259200',
      value: { lo: '0', hi: '0' },
    });
  });
});

describe('section 5 on its own', () => {
  it('refuses factors that cannot be judged', () => {
    expect(() => verdicts({ unknownPolicy: 'ask', factors: [{ id: 'x', rule: 'most' }] })).toThrow(
      'cannot be judged',
    );
  });
});

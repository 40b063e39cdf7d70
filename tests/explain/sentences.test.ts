import { describe, expect, it } from 'vitest';
import { explain, plain } from '../../lib/explain/index.ts';
import { findingWords } from '../../lib/explain/finding-words.ts';
import { limitWords, overLimit, valueWords, yourLimit } from '../../lib/explain/factor-words.ts';
import type { Told } from '../../lib/explain/told.ts';
import { type FactorVerdict, limitsFrom, type Verdict } from '../../lib/limits/index.ts';
import type { Assessment, FactorId, FactorValue, Finding } from '../../lib/risk/index.ts';

const WAD = 10n ** 18n;
const DAY = 86_400n;
const AT = 1_795_262_400n;
const ETH5 = { depositWei: 5n * WAD };

const told: Told = {
  labels: { '0xa': 'Foo', '0xb': 'Bar', '0xc': 'Baz' },
  deposit: 5n * WAD,
  exit: { lo: 14n * DAY, hi: 26n * DAY },
  ownGuesses: false,
};

function said(finding: Finding): string {
  const { reason, more } = findingWords(finding, told);
  return [reason, ...more].map(plain).join(' ');
}

function scheduled(canLeaveFirst: 'yes' | 'no' | 'unknown', at: bigint | null = AT): Finding {
  return { kind: 'scheduled', addWad: WAD / 10n, inSecs: 7n * DAY, at, effectBlock: 1, canLeaveFirst };
}

/** The model's sentences, by their numbers in §7, as they are said. */
const SENTENCES: readonly (readonly [number, Finding, string])[] = [
  [
    1,
    { kind: 'worstService', avs: '0xa', hiWad: WAD / 10n, ...ETH5 },
    'If Foo slashes all it can, your 5 ETH could lose up to 0.5 ETH.',
  ],
  [
    2,
    { kind: 'worstPair', avs: '0xa', operator: '0xb', hiWad: WAD / 10n, ...ETH5 },
    'If Foo slashes Bar fully, your 5 ETH could lose up to 0.5 ETH.',
  ],
  [3, { kind: 'allServices', hiWad: WAD / 10n }, 'Today, all services together could take at most 10%.'],
  [
    4,
    { kind: 'noWarning', operator: '0xb', hiWad: WAD / 10n, nothingToday: true },
    'Bar could put up to 10% at risk without warning. Nothing can be slashed today,',
  ],
  [
    5,
    scheduled('no'),
    'On 2026-11-21, up to 10% more becomes slashable. Leaving takes 14 days to 26 days, so you cannot be out before then.',
  ],
  [5, scheduled('no', null), 'In 7 days, up to 10% more becomes slashable.'],
  [
    6,
    scheduled('yes'),
    'On 2026-11-21, up to 10% more becomes slashable. If you ask to leave today, you will be out first.',
  ],
  [
    7,
    { kind: 'redistributes', recipient: '0xc' },
    'Slashed funds here go to Baz, not destroyed. Someone may gain from slashing you.',
  ],
  [8, { kind: 'untraced', coverageWad: WAD / 2n }, 'We could trace 50% of the stake.'],
  [9, { kind: 'notChecked', factor: 'exit', reason: 'stale' }, 'This is not a green light.'],
  [
    10,
    { kind: 'upgradeBeforeExit', delaySecs: 3n * DAY, exitHiSecs: 26n * DAY },
    'The owner can change this contract after 3 days. Leaving takes up to 26 days. A bad change could reach you first.',
  ],
  [
    11,
    { kind: 'freshCode', secsAgo: 40n * 3_600n },
    'This contract was changed at most 40 hours ago. Fresh code fails more often.',
  ],
  [
    12,
    { kind: 'sellingCosts', costWad: WAD / 50n },
    'Selling this much now would cost up to 2% of its value.',
  ],
  [
    13,
    { kind: 'bridge', verifiers: 1n, shareWad: WAD / 5n },
    'The word of one checker moves this token across chains. If that one is fooled, up to 20% of the supply can be faked.',
  ],
  [14, { kind: 'note', id: 'known-site-unknown-contract', aggregatorSite: false }, 'it may be hijacked.'],
  [
    15,
    { kind: 'coverNarrow', product: 'Operator bond', perils: ['validator-slashing'] },
    'The insurance here does not pay if a service slashes. It is called Operator bond. It pays for validator mistakes.',
  ],
  [
    16,
    { kind: 'odds', toleranceWad: WAD / 10n, hiWad: WAD / 50n, yours: false },
    'The chance to lose over 10% in a year is about 2%. That is using the default guesses, which you can change.',
  ],
  [
    16,
    { kind: 'odds', toleranceWad: WAD / 10n, hiWad: WAD / 50n, yours: true },
    'That is using guesses, some of them your own.',
  ],
  [
    18,
    { kind: 'unrecognisedSlash', at: AT, sure: true },
    'A slash already happened and the token price does not show it. That slash happened on 2026-11-21.',
  ],
];

describe('the sentences of the model', () => {
  it.each(SENTENCES)('say number %i', (_, finding, text) => {
    expect(said(finding)).toContain(text);
  });

  it('never promise to be out in time where nobody can tell', () => {
    expect(said(scheduled('unknown'))).toContain('We cannot tell if you could be out before then.');
  });
});

describe('what could not be seen', () => {
  it.each([
    ['admin', 'We could not see who can change the code.'],
    ['slashers', 'We could not see who may slash, or if that changes.'],
    ['lastSlash', 'We could not see if the price shows every past slash.'],
    ['rateAge', 'We could not see how old the token’s price is.'],
    ['fund', 'We could not see if the cover fund holds what it promised.'],
  ] as const)('is said, and is no green light: %s', (what, text) => {
    expect(said({ kind: 'notSeen', what })).toBe(`${text} This is not a green light.`);
  });
});

describe('announced changes beside those that are told', () => {
  it.each([
    [1, '1 more change is announced.'],
    [2, '2 more changes are announced.'],
  ])('are counted: %i', (count, text) => {
    expect(said({ kind: 'scheduledMore', count })).toBe(text);
  });
});

function rests(basis: 'recent' | 'allTime' | 'contract', asOf: string): string {
  return said({ kind: 'exitAssumed', basis, text: '', source: 'made', asOf });
}

describe('a longest wait that no read gives', () => {
  it('says what is taken for it, and which part is a guess', () => {
    const first = 'Nobody can promise how long leaving takes at most.';
    const last = 'How long the last step takes is a guess.';
    expect(rests('recent', '2026-05-02')).toBe(`${first} We take the queue seen on 2026-05-02. ${last}`);
    expect(rests('allTime', '2025-09-15')).toBe(
      `${first} We take the longest queue we know of, seen on 2025-09-15. ${last}`,
    );
  });

  it('dates nothing where the contract names none', () => {
    expect(rests('contract', '')).toContain('The contract names no longest wait; we take the usual steps.');
    expect(rests('contract', '')).not.toMatch(/seen|\d/);
  });

  it('claims in no case that the whole wait was seen', () => {
    for (const basis of ['recent', 'allTime', 'contract'] as const)
      expect(rests(basis, '2026-05-02')).not.toContain('longest wait seen');
  });
});

function judged(
  id: FactorId,
  level: FactorVerdict['level'],
  value: FactorValue,
  limit: bigint,
): FactorVerdict {
  return { id, rule: 'max', level, required: false, limit, yours: false, value, basis: 'strict' };
}

function share(lo: bigint, hi: bigint): FactorValue {
  return { kind: 'range', unit: 'wad', lo, hi };
}

const odds = { kind: 'odds', toleranceWad: WAD / 10n, hiWad: WAD / 20n, yours: false } as const;
const yearly = judged('expectedAnnualLoss', 'exceeds', share(WAD / 20n, WAD / 10n), WAD / 50n);
const today = judged('slashableNow', 'notice', share(WAD / 10n, WAD / 10n), WAD / 5n);

/** A verdict that the odds alone decided; they stand first in what is given. */
const verdict: Verdict = {
  overall: 'exceeds',
  cause: { by: 'limit', factor: 'expectedAnnualLoss' },
  factors: [yearly, today],
  findings: [
    { finding: odds, level: 'ok' },
    { finding: { kind: 'allServices', hiWad: WAD / 10n }, level: 'ok' },
  ],
  limits: limitsFrom('balanced'),
};
const assessment: Assessment = {
  scope: 'snapshot',
  answer: { cannotEvaluate: 'totalZero' },
  figures: [],
  findings: [odds],
  confidence: 'A',
  coverageWad: WAD,
  services: [],
};
const told16 = explain(verdict, assessment, { kind: 'deposit', exposure: null });

describe('what rests on guesses', () => {
  it('comes after the bounds wherever both are said', () => {
    expect(plain(told16.lead)).toBe(
      'Up to 10% could be lost to slashing. A year may cost up to 10% on average. ' +
        'That is using the default guesses, which you can change. Your limit is 2%.',
    );
    expect(told16.factors.map(({ id }) => id)).toEqual(['slashableNow', 'expectedAnnualLoss']);
    const texts = told16.sentences.slice(1).map(plain);
    const first = texts.findIndex((text) => text.includes('guesses'));
    expect(first).toBeGreaterThan(texts.findIndex((text) => text.includes('all services')));
    expect(texts.slice(first).join(' ')).not.toContain('slashing');
  });

  it('must be typed as the figure that broke the limit, not as the bound before it', () => {
    expect(told16.override).toEqual({ kind: 'type', text: '10', what: 'figure' });
  });

  it('says number 17 where a limit is broken', () => {
    expect(told16.sentences.map(plain)).toContain(
      'Over your limit: you allow 2%, this deposit has at least 5%.',
    );
  });

  it.each([
    [0n, '0%'],
    [1n, '0.0000000000000001%'],
    [WAD / 100_000n, '0.001%'],
    [WAD / 8n, '12.5%'],
    [WAD / 80n, '1.25%'],
    [WAD, '100%'],
  ])('names the loss that counts as a large one exactly: %s', (toleranceWad, text) => {
    expect(said({ ...odds, toleranceWad })).toContain(`to lose over ${text} in a year`);
  });

  it('says whose guesses they are', () => {
    const own = explain(
      verdict,
      { ...assessment, findings: [] },
      {
        kind: 'deposit',
        exposure: null,
        ownGuesses: true,
      },
    );
    expect(plain(own.lead)).toContain('That is using guesses, some of them your own.');
  });
});

function limited(id: FactorId, value: FactorValue, limit: bigint): FactorVerdict {
  return { ...judged(id, 'ok', value, limit), rule: 'min' };
}

function over(factor: FactorVerdict): string {
  return plain(overLimit(factor) ?? []);
}

describe('the person’s own number', () => {
  const value: FactorValue = { kind: 'range', unit: 'points', lo: 5_000n, hi: 6_000n };
  const checkers: FactorValue = { kind: 'range', unit: 'count', lo: 1n, hi: 1n };
  const days: FactorValue = { kind: 'range', unit: 'days', lo: 1n, hi: 1n };

  it('is said with its unit', () => {
    const points = judged('operatorHhi', 'exceeds', value, 2_500n);
    expect(plain(yourLimit(points))).toBe('Your limit is 2500 points.');
    expect(plain(limitWords(points) ?? [])).toBe('at most 2500 points');
    expect(over(points)).toBe('Over your limit: you allow 2500 points, this deposit has at least 5000.');
    expect(plain(yourLimit(limited('bridgeVerifiers', checkers, 2n)))).toBe(
      'You ask for at least 2 checkers.',
    );
    expect(plain(yourLimit(limited('bridgeVerifiers', checkers, 1n)))).toBe(
      'You ask for at least 1 checker.',
    );
    expect(plain(yourLimit(limited('daysSinceUpgrade', days, 14n)))).toBe('You ask for at least 14 days.');
  });
});

describe('a broken limit', () => {
  it('is told by the end that breaks it: of a most the lower one', () => {
    const fifth = WAD / 5n;
    expect(over(judged('noNotice', 'exceeds', share(WAD / 4n, WAD), fifth))).toBe(
      'Over your limit: you allow 20%, this deposit has at least 25%.',
    );
    expect(over(judged('noNotice', 'exceeds', share(WAD / 4n, WAD / 4n), fifth))).toBe(
      'This is over your limit: you allow 20%, this deposit has 25%.',
    );
    const open: FactorValue = { kind: 'range', unit: 'wad', lo: WAD / 3n, hi: null };
    expect(over(judged('noNotice', 'exceeds', open, fifth))).toContain('has at least 33.3%.');
  });

  it('is told by the upper end of a least', () => {
    const weeks: FactorValue = { kind: 'range', unit: 'secs', lo: 0n, hi: 3n * DAY };
    expect(over(limited('upgradeDelay', weeks, 7n * DAY))).toBe(
      'Under your limit: you ask for 7 days, here it is at most 3 days.',
    );
    const exact: FactorValue = { kind: 'range', unit: 'secs', lo: 3n * DAY, hi: 3n * DAY };
    expect(over(limited('upgradeDelay', exact, 7n * DAY))).toBe(
      'This is under your limit: you ask for 7 days, here it is 3 days.',
    );
  });

  it('says so in words where both figures read the same', () => {
    const just = WAD / 5n + 1n;
    expect(over(judged('noNotice', 'exceeds', share(just, WAD), WAD / 5n))).toBe(
      'This is over your limit: you allow 20%, this deposit has more.',
    );
    const almost: FactorValue = { kind: 'range', unit: 'secs', lo: 0n, hi: 7n * DAY - 1n };
    expect(over(limited('upgradeDelay', almost, 7n * DAY))).toBe(
      'This is under your limit: you ask for 7 days, here it is less.',
    );
  });
});

describe('figures that protect', () => {
  const third = WAD / 3n;
  it.each(['coverRatio', 'coverage', 'solvency'] as const)('are rounded down, their limits up: %s', (id) => {
    expect(plain(valueWords(id, share(third, third)))).toBe('33.3%');
    expect(plain(limitWords(limited(id, share(third, third), third)) ?? [])).toBe('at least 33.4%');
  });

  it('are rounded up, their limits down, where they are risks', () => {
    expect(plain(valueWords('sellCost', share(third, third)))).toBe('33.4%');
    expect(plain(limitWords(judged('sellCost', 'ok', share(0n, 0n), third)) ?? [])).toBe('at most 33.3%');
  });

  it.each([
    ['daysSinceUpgrade', 'days', 1n, '1 day'],
    ['monthsLive', 'months', 14n, '14 months'],
    ['bridgeVerifiers', 'count', 2n, '2'],
  ] as const)('carry their unit: %s', (id, unit, count, text) => {
    expect(plain(valueWords(id, { kind: 'range', unit, lo: count, hi: count }))).toBe(text);
  });

  it('say how late one would be, never a time below zero', () => {
    const late: FactorValue = { kind: 'range', unit: 'secs', lo: -18n * DAY, hi: 4n * DAY };
    expect(plain(valueWords('exitWindow', late))).toBe('18 days short to 4 days spare');
  });

  it('never show the lower end of a risk higher, nor the upper end lower, than it is', () => {
    expect(plain(valueWords('noNotice', share(third, 2n * third)))).toBe('33.3% to 66.7%');
  });
});

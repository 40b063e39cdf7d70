import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseGuess, showGuess } from '../../components/settings/guess.ts';
import { LIMIT_SPECS } from '../../components/settings/limit-spec.ts';
import { loosened } from '../../components/settings/loosened.ts';
import { whyNotNode } from '../../components/settings/node-url.ts';
import { parseQuantity, readQuantity, showQuantity } from '../../components/settings/quantity.ts';
import { GUESSES, loosenedGuesses, sameGuesses, withGuess } from '../../entrypoints/options/guess-specs.ts';
import { domainsOf, everySite } from '../../entrypoints/options/site-patterns.ts';
import {
  hasOwnNode,
  limitsOf,
  withLimits,
  withNodes,
  withSimulation,
  withSite,
} from '../../entrypoints/options/settings.ts';
import { LIMIT_NAMES, limitsFrom, loadGuesses, presets, withLimit } from '../../lib/limits/index.ts';
import { ASSUMPTION_NAMES, possibleGuess } from '../../lib/risk/index.ts';
import { gradeOf, sentencesOf, wordsOf } from '../explain/readability.ts';
import { replies } from '../fixtures/settings.ts';

const { settings } = replies.own;

describe('limits as they are typed', () => {
  it('has a field for every limit there is', () => {
    expect(LIMIT_SPECS.map(({ name }) => name).toSorted()).toEqual([...LIMIT_NAMES].toSorted());
  });

  it('reads back every value of every preset exactly as it was shown', () => {
    for (const { values } of Object.values(presets)) {
      for (const { name, unit } of LIMIT_SPECS) {
        const value = values[name];
        if (value === null) continue;
        expect(parseQuantity(showQuantity(value, unit), unit)).toEqual({ ok: true, value });
      }
    }
  });

  it('reads back any percentage without loss', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), (value) => {
        const parsed = parseQuantity(showQuantity(value, 'percent'), 'percent');
        return parsed.ok && parsed.value === value;
      }),
    );
  });

  it.each([
    ['7.5', 'percent', 75n * 10n ** 15n],
    ['7,5', 'percent', 75n * 10n ** 15n],
    [' 17.5 ', 'days', 1_512_000n],
    ['0', 'days', 0n],
    ['1800', 'points', 1_800n],
    ['14', 'wholeDays', 14n],
    ['24', 'months', 24n],
    ['2', 'checkers', 2n],
    ['0.000000000000000001', 'eth', 1n],
  ] as const)('takes %j %s', (typed, unit, value) => {
    expect(parseQuantity(typed, unit)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'percent'],
    ['abc', 'percent'],
    ['-1', 'percent'],
    ['1e3', 'percent'],
    ['100.1', 'percent'],
    ['1.00000000000000001', 'percent'],
    ['1.5', 'points'],
    ['1.5', 'wholeDays'],
    ['1.5', 'months'],
    ['101', 'checkers'],
    ['10001', 'points'],
    ['0.12345', 'days'],
    ['1 000', 'eth'],
  ] as const)('refuses %j as %s and says why', (typed, unit) => {
    const parsed = parseQuantity(typed, unit);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.why).toMatch(/\.$/);
  });

  it('reads off as off and never as zero', () => {
    expect(readQuantity(null, 'percent')).toBe('off');
    expect(readQuantity(0n, 'days')).toBe('0 days');
    expect(readQuantity(1_800n, 'points')).toBe('1,800 points');
  });
});

describe('the words beside limits', () => {
  it.each(LIMIT_SPECS.map(({ title, hint }) => [title, hint]))('are plain and short: %s', (title, hint) => {
    for (const sentence of sentencesOf(`${title}. ${hint}`))
      expect(wordsOf(sentence).length).toBeLessThanOrEqual(15);
    expect(gradeOf(`${title}. ${hint}`)).toBeLessThanOrEqual(9);
  });
});

describe('guesses as they are typed', () => {
  const chance = GUESSES.find(({ name }) => name === 'pAvs')?.spec;
  const count = GUESSES.find(({ name }) => name === 'exactMax')?.spec;
  if (chance === undefined || count === undefined) throw new Error('no guesses');

  it('has a field for every guess there is, and no two of one name', () => {
    expect(GUESSES.map(({ name }) => name)).toEqual(ASSUMPTION_NAMES);
    expect(new Set(GUESSES.map(({ spec }) => spec.label)).size).toBe(GUESSES.length);
  });

  it('reads back every bundled value exactly as it was shown', () => {
    for (const { spec } of GUESSES) {
      if (spec.fixed === null) continue;
      expect(parseGuess(showGuess(spec.fixed, spec.unit), spec)).toEqual({ ok: true, value: spec.fixed });
    }
  });

  it.each([
    ['1.1', 0.011],
    ['1,1', 0.011],
    ['7', 0.07],
    ['0', 0],
    ['100', 1],
    ['0.0005', 0.000005],
  ])('takes %j percent', (typed, value) => {
    expect(parseGuess(typed, chance)).toEqual({ ok: true, value });
  });

  it.each([['100.1'], ['-1'], ['1e1'], [''], ['one'], ['1.00000000001']])(
    'refuses %j percent and says why',
    (typed) => {
      const parsed = parseGuess(typed, chance);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.why).toMatch(/\.$/);
    },
  );

  it('refuses a count that the engine does not take', () => {
    expect(parseGuess('20', count)).toEqual({ ok: true, value: 20 });
    expect(parseGuess('21', count)).toEqual({ ok: false, why: 'The most is 20.' });
    expect(parseGuess('1.5', count).ok).toBe(false);
  });

  it('take exactly what the engine takes of each count', () => {
    const edges = [0, 1, 16, 20, 21, 9_999, 10_000, 40_000, 200_000, 200_001, 1_000_000];
    for (const { name, spec } of GUESSES.filter(({ spec: { unit } }) => unit === 'count')) {
      for (const value of edges) {
        expect(parseGuess(String(value), spec).ok, `${name} ${value}`).toBe(possibleGuess(name, value));
        expect(loadGuesses({ [name]: value }) !== null).toBe(possibleGuess(name, value));
      }
    }
  });

  it('say the least and the most years that may be drawn', () => {
    const years = GUESSES.find(({ name }) => name === 'mcPaths')?.spec;
    expect(years && parseGuess('9999', years)).toEqual({ ok: false, why: 'The least is 10,000.' });
    expect(years && parseGuess('200001', years)).toEqual({ ok: false, why: 'The most is 200,000.' });
  });

  it('go back to the bundled one without a trace', () => {
    const own = withGuess({}, 'pAvs', 0.02);
    expect(sameGuesses(own, {})).toBe(false);
    expect(withGuess(own, 'pAvs', null)).toEqual({});
  });

  it('ask once more where they may make the odds look better', () => {
    expect(loosenedGuesses({}, { pAvs: 0.001 })).toEqual(['A service fails within a year']);
    expect(loosenedGuesses({ pAvs: 0.5 }, {})).toHaveLength(1);
    expect(loosenedGuesses({}, { tolerance: 0.5 })).toHaveLength(1);
    // What the bundled chance of a failing token is depends on the token: any value inside its span may be lower.
    expect(loosenedGuesses({}, { pLrt: 0.02 })).toHaveLength(1);
    expect(loosenedGuesses({ pLrt: 0.02 }, {})).toHaveLength(1);
  });

  it('do not ask where they can only make the odds look worse', () => {
    expect(loosenedGuesses({}, { pAvs: 0.5, pLrt: 0.06, tolerance: 0.05 })).toEqual([]);
    expect(loosenedGuesses({ pAvs: 0.001 }, {})).toEqual([]);
    expect(loosenedGuesses({}, { mcPaths: 200_000, exactMax: 20 })).toEqual([]);
  });

  it('ask once more where the count is less exact, or the draws are others', () => {
    expect(loosenedGuesses({}, { mcPaths: 10_000 })).toEqual([
      'Years that are drawn where there are more causes',
    ]);
    expect(loosenedGuesses({ mcPaths: 200_000 }, {})).toHaveLength(1);
    expect(loosenedGuesses({}, { exactMax: 0 })).toHaveLength(1);
    expect(loosenedGuesses({}, { seed: 7 })).toEqual(['Start of the draws']);
    expect(loosenedGuesses({ seed: 99_999_999 }, { seed: 7 })).toHaveLength(1);
    expect(loosenedGuesses({ seed: 7 }, {})).toHaveLength(1);
  });

  it('do not ask where a count stays as it was, be it written down or not', () => {
    expect(loosenedGuesses({}, { seed: 20_261_121, mcPaths: 40_000 })).toEqual([]);
  });
});

describe('loosening', () => {
  const before = limitsFrom('balanced');

  it('is a higher most, a lower least, and anything switched off', () => {
    expect(loosened(before, withLimit(before, 'maxExit', 86_400n * 31n))).toHaveLength(1);
    expect(loosened(before, withLimit(before, 'minUpgradeDelay', 86_400n))).toHaveLength(1);
    expect(loosened(before, withLimit(before, 'maxSingleAvs', null))).toHaveLength(1);
  });

  it('is not a tighter limit, one switched on, or none changed', () => {
    expect(loosened(before, before)).toEqual([]);
    expect(loosened(before, withLimit(before, 'maxExit', 1n))).toEqual([]);
    expect(loosened(before, withLimit(before, 'minUpgradeDelay', 86_400n * 9n))).toEqual([]);
    expect(loosened(before, withLimit(before, 'maxBeforeExit', 10n ** 18n))).toEqual([]);
  });

  it('counts a softer policy and a softer preset', () => {
    const careful = limitsFrom('conservative');
    expect(loosened(careful, { ...careful, unknownPolicy: 'ask' })).toEqual(['If a check cannot finish']);
    expect(loosened(careful, limitsFrom('adventurous')).length).toBeGreaterThan(8);
    expect(loosened(limitsFrom('adventurous'), careful)).toEqual([]);
  });
});

describe('settings as they travel', () => {
  it('come back the same after an edit that changes nothing', () => {
    expect(withLimits(settings, limitsOf(settings))).toEqual(settings);
  });

  it('carry a switched-off limit as null and leave out what the preset says', () => {
    const limits = withLimit(limitsFrom('balanced'), 'maxExit', null);
    expect(withLimits(settings, limits).limits.yours).toEqual({ maxExit: null });
  });

  it('change one site and the nodes of one chain only', () => {
    expect(withSite(settings, 'a.example', false).sitesOff).toEqual(['a.example', 'quiet.restake.example']);
    expect(withSite(settings, 'quiet.restake.example', true).sitesOff).toEqual([]);
    expect(withNodes(settings, '1', ['https://n.example']).nodes).toEqual({ '1': ['https://n.example'] });
  });
});

describe('simulation', () => {
  it('can be chosen with a node of one’s own alone, and changes nothing else', () => {
    expect(hasOwnNode(settings)).toBe(false);
    expect(hasOwnNode(withNodes(settings, '1', []))).toBe(false);
    expect(hasOwnNode(withNodes(settings, '8453', ['https://n.example']))).toBe(true);
    expect(withSimulation(settings, true)).toEqual({ ...settings, simulate: true });
  });
});

describe('node addresses', () => {
  it.each([
    'https://node.example',
    'https://node.example/v1/key',
    'http://127.0.0.1:8545',
    'http://localhost',
  ])('takes %s', (url) => {
    expect(whyNotNode(url)).toBeNull();
  });

  it.each([
    'node.example',
    'http://[::1]:8545',
    'http://node.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ws://node.example',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://user:pass@node.example',
    '',
  ])('refuses %j', (url) => {
    expect(whyNotNode(url)).not.toBeNull();
  });
});

describe('sites', () => {
  it('are the domains of the patterns, each once, with what lies under them', () => {
    const found = domainsOf(['*://*.a.example/*', 'https://b.example/*', 'https://b.example/x', '*://*/*']);
    expect(found).toEqual([
      { host: 'a.example', under: true },
      { host: 'b.example', under: false },
    ]);
  });

  it('are every site only where the browser says so', () => {
    expect(everySite(['*://*/*'])).toBe(true);
    expect(everySite(['https://a.example/*'])).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { readExamples, runAll } from './run.ts';

const own = readFileSync(new URL('../fixtures/risk-examples.json', import.meta.url), 'utf8');

/** What one case of a single formula comes to, if it should be 0. */
const mismatchesOf = (input: object) =>
  runAll([{ id: 'X', title: '', fn: 'scalar', input: { cases: [input] }, expect: ['0'] }]).mismatches;

describe('comparing a file of examples', () => {
  it('names the figure that a tampered file has wrong', () => {
    const tampered = own.replace('"hiWad": "73600000000000000"', '"hiWad": "73600000000000001"');
    expect(tampered).not.toBe(own);
    const { mismatches, report } = runAll(readExamples(tampered));
    expect(mismatches.map(({ figure }) => figure)).toEqual(['S1.slashableNow.hiWad']);
    expect(report).toContain('S1.slashableNow.hiWad');
  });

  it.each([
    ['a loss of the odds', '"eal": 0.0', '"eal": 0.9', /^S\d.*\.loss\..*\.eal$/],
    ['the slack of an attack', '"gamma": 0.5789473684210527', '"gamma": 0.57894737', /^S7\.gamma$/],
    ['a single formula', '"10476190476190477"', '"10476190476190476"', /^S11\.2$/],
    ['a negative time', '"loSecs": -1555200', '"loSecs": -1555201', /^S11\.9\.loSecs$/],
    ['a draw', '19730838', '19730839', /^S10\.1$/],
    ['an exit', '"hiSecs": 5702400', '"hiSecs": 5702401', /^S13\.0\.hiSecs$/],
    ['a level', '"notice"', '"ok"', /^S12/],
  ])('names %s that a tampered file has wrong', (_, right, wrong, name) => {
    const tampered = own.replace(right, wrong);
    expect(tampered).not.toBe(own);
    const { mismatches, report } = runAll(readExamples(tampered));
    expect(mismatches).toHaveLength(1);
    const [first] = mismatches;
    expect(first?.figure).toMatch(name);
    expect(report).toContain(`MISMATCH ${first?.figure}`);
  });

  it('leaves nothing out', () => {
    const { figures, mismatches, report } = runAll(readExamples(own));
    expect(mismatches).toEqual([]);
    expect(figures).toBeGreaterThan(900);
    expect(report).not.toContain('not yet');
  });

  it('does not pass a formula it has never heard of, nor one with an input it cannot read', () => {
    expect(mismatchesOf({ op: 'pegPremium' })).toMatchObject([
      { figure: 'X', found: 'unknown op pegPremium' },
    ]);
    expect(mismatchesOf({ op: 'toString' })).toHaveLength(1);
    expect(mismatchesOf({ op: 'netLoss', lossWei: 'much', coverRatioWad: '0' })).toHaveLength(1);
    expect(mismatchesOf({ op: 'netLoss', lossWei: '0', coverRatioWad: '0' })).toEqual([]);
    expect(mismatchesOf({ op: 'netLoss', lossWei: null, coverRatioWad: '0' })).toMatchObject([
      { found: null },
    ]);
  });

  it('fails an example that the product refuses, and goes on with the next', () => {
    const graph = { id: 'X', title: '', fn: 'gamma', input: {}, expect: { complete: true } };
    const level = { id: 'Y', title: '', fn: 'toString', input: {}, expect: {} };
    expect(runAll([graph, level]).mismatches.map(({ figure }) => figure)).toEqual(['X', 'Y.fn']);
  });

  it('finds a missing field, a missing entry and an entry too many', () => {
    expect(compare({ a: '1' }, {}, 'x').mismatches).toHaveLength(1);
    expect(compare(['1'], [], 'x').mismatches).toHaveLength(1);
    expect(compare([], ['1'], 'x').mismatches).toHaveLength(1);
  });

  it('tells an integer from the same number as text, and null from absent', () => {
    expect(compare(1, '1', 'x').mismatches).toHaveLength(1);
    expect(compare({ a: null }, {}, 'x').mismatches).toHaveLength(1);
  });

  it('lets a float differ by a billionth and no more', () => {
    expect(compare(0.5, 0.5 + 5e-10, 'x').mismatches).toEqual([]);
    expect(compare(0.5, 0.5 + 5e-9, 'x').mismatches).toHaveLength(1);
  });

  it('does not pass a function it has never heard of', () => {
    const odd = JSON.stringify({
      schema: 'risk-examples/1',
      count: 1,
      examples: [{ id: 'X', title: '', fn: 'analyze', input: {}, expect: {} }],
    });
    expect(runAll(readExamples(odd)).mismatches).toHaveLength(1);
  });

  it('refuses a file that holds fewer examples than it says', () => {
    const short = JSON.stringify({ schema: 'risk-examples/1', count: 2, examples: [] });
    expect(() => readExamples(short)).toThrow('says 2');
  });
});

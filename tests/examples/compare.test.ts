import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { readExamples, runAll } from './run.ts';

const own = readFileSync(new URL('../fixtures/risk-examples.json', import.meta.url), 'utf8');

describe('comparing a file of examples', () => {
  it('names the figure that a tampered file has wrong', () => {
    const tampered = own.replace('"hiWad": "73600000000000000"', '"hiWad": "73600000000000001"');
    expect(tampered).not.toBe(own);
    const { mismatches, report } = runAll(readExamples(tampered));
    expect(mismatches.map(({ figure }) => figure)).toEqual(['S1.slashableNow.hiWad']);
    expect(report).toContain('S1.slashableNow.hiWad');
  });

  it('counts what is not modelled yet apart from what passed', () => {
    const { figures, later, report } = runAll(readExamples(own));
    expect(figures).toBeGreaterThan(600);
    expect(later).toBeGreaterThan(0);
    expect(report).toContain(`${later} figures, not counted as passed`);
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

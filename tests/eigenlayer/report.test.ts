import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runStates } from './report.ts';
import { positionsOf, readStates, slashesOf } from './state.ts';

const own = readFileSync(new URL('../fixtures/eigenlayer-vectors-sample.json', import.meta.url), 'utf8');

/** The file with one staker's shares after one slash raised by 10^15 wei. */
function tamper(text: string): string {
  const states = readStates(text);
  for (const [index, state] of states.entries()) {
    for (const slash of slashesOf(state)) {
      const hit = positionsOf(state).find(
        ({ operator, strategy }) => operator === slash.operator && slash.strategies[0] === strategy,
      );
      const after = slash.stakersAfter.find(({ id }) => id === hit?.staker);
      const shares = hit === undefined ? undefined : after?.withdrawableShares[hit.index];
      if (hit === undefined || after === undefined || shares === undefined) continue;
      after.withdrawableShares[hit.index] = String(BigInt(shares) + 10n ** 15n);
      return JSON.stringify({ cases: states.with(index, state) });
    }
  }
  throw new Error('nothing to tamper with');
}

describe('comparing a file of executed states', () => {
  it('compares as many figures as the facts count in the sample', () => {
    const { counts, outside } = runStates(readStates(own));
    expect(counts).toMatchObject({ A: 456, B: 661, C: 34, D: 3034, E: 331, F: 331, G: 235, H: 918, I: 2286 });
    expect(counts).toMatchObject({ idle: 25, J: 1176 });
    expect(outside).toMatchObject({ A: 127n, B: 0n, C: 0n, E: 692n, F: 0n, G: 0n });
  });

  it('names state, rule, staker and strategy when one figure of a slash is changed by 10^15 wei', () => {
    const { mismatches, report } = runStates(readStates(tamper(own)));
    expect(mismatches.length).toBeGreaterThan(0);
    expect(
      mismatches.some((line) => /rule E, \S+, slash of op\d by os\d, \w+: expected .* found/.test(line)),
    ).toBe(true);
    expect(report).toContain('MISMATCH state');
  });

  it('refuses a file without states', () => {
    expect(() => readStates('{"cases":[]}')).toThrow('no states');
  });
});

import * as fc from 'fast-check';
import { encodeAbiParameters, encodeFunctionResult, type Hex, parseAbi, parseAbiParameters } from 'viem';
import { describe, expect, it } from 'vitest';

import type { Address, Reading } from '../../lib/core/index.ts';
import { Answers } from '../../lib/exposure/answers.ts';
import { balancerQuotes, vaultHolds } from '../../lib/exposure/market-balancer.ts';
import { bundled } from '../../lib/exposure/market-bundle.ts';
import type { Plan } from '../../lib/exposure/plan.ts';
import { RUNGS, WETH } from '../../lib/protocols/index.ts';

const OTHER: Address = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const aggregate = parseAbi(['function aggregate3() returns ((bool success, bytes returnData)[])']);

/** The answers of a plan with one read, which was answered so. */
function answered(data: string): Answers {
  const step = {
    name: 'one',
    source: 'made',
    op: 'call',
    over: null,
    max: 1,
    target: { kind: 'item' },
    gas: 0,
    size: 0,
    data: '0x',
    patches: [],
  } as const;
  const plan: Plan = {
    delegation: WETH,
    allocation: WETH,
    steps: [step],
    stakers: { kind: 'given', list: [] },
    always: [],
    fallback: [],
    forced: [],
    prices: [],
    hinted: [],
    listed: null,
    pool: false,
  };
  return new Answers(plan, [[{ status: 'ok', data }]], 1n, 1n);
}

function pool(tokens: readonly Address[], balances: readonly bigint[]): Answers {
  const types = parseAbiParameters('address[], uint256[], uint256');
  return answered(encodeAbiParameters(types, [tokens, balances, 7n]).slice(2));
}

function bundle(result: readonly { readonly success: boolean; readonly returnData: Hex }[]): Answers {
  return answered(encodeFunctionResult({ abi: aggregate, result }).slice(2));
}

function deltas(given: bigint, taken: bigint): Hex {
  return encodeAbiParameters(parseAbiParameters('int256[]'), [[given, taken]]);
}

const value = (reading: Reading<bigint> | undefined) =>
  reading?.status === 'known' ? reading.value : reading?.reason;

describe('what the vault holds of WETH', () => {
  it('stands beside it in the second list, wherever it is in the first', () => {
    expect(value(vaultHolds(pool([OTHER, WETH], [1n, 2n]), 'one'))).toBe(2n);
    expect(value(vaultHolds(pool([WETH, OTHER, OTHER], [5n, 6n, 7n]), 'one'))).toBe(5n);
  });

  it('is malformed where it is not in the list, or the lists do not belong together', () => {
    expect(value(vaultHolds(pool([OTHER, OTHER], [1n, 2n]), 'one'))).toBe('malformed');
    expect(value(vaultHolds(pool([OTHER, WETH], [1n]), 'one'))).toBe('malformed');
    expect(value(vaultHolds(pool([], []), 'one'))).toBe('malformed');
  });
});

describe('what the vault pays', () => {
  const honest = RUNGS.map((amount) => ({ success: true, returnData: deltas(amount, -amount / 2n) }));

  it('is what leaves it', () => {
    expect(balancerQuotes(bundle(honest), 'one').map(value)).toEqual(RUNGS.map((amount) => amount / 2n));
  });

  it.each<[string, { success: boolean; returnData: Hex }, string]>([
    ['refused', { success: false, returnData: '0x' }, 'reverted'],
    ['for another amount', { success: true, returnData: deltas(7n, -3n) }, 'malformed'],
    ['to be paid in', { success: true, returnData: deltas(RUNGS[1], 3n) }, 'malformed'],
    ['cut short', { success: true, returnData: '0x1234' }, 'malformed'],
  ])('is unknown where it is %s, and only there', (_, lie, reason) => {
    const found = balancerQuotes(bundle(honest.with(1, lie)), 'one').map(value);
    expect(found).toEqual(RUNGS.map((amount, i) => (i === 1 ? reason : amount / 2n)));
  });

  it('is unknown where the bundle ends too early', () => {
    expect(value(balancerQuotes(bundle(honest.slice(0, 2)), 'one')[4])).toBe('malformed');
  });
});

it('junk is a number or unknown, never an error', () => {
  const junk = fc.array(fc.oneof(fc.nat(400), fc.constantFrom(0, 32, 64, 128)), { maxLength: 40 });
  fc.assert(
    fc.property(junk, fc.nat(3), (words, cut) => {
      const data = words.map((one) => one.toString(16).padStart(64, '0')).join('');
      const answers = answered(data.slice(0, data.length - 2 * cut));
      for (const reading of [
        vaultHolds(answers, 'one'),
        bundled(answers, 'one', 1),
        ...balancerQuotes(answers, 'one'),
      ])
        expect(['known', 'unknown']).toContain(reading.status);
    }),
    { numRuns: 3_000, seed: 20_261_121 },
  );
});

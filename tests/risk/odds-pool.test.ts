import { describe, expect, it } from 'vitest';
import { analyse, type Loss, poolLoss } from '../../lib/risk/index.ts';
import { expectedAnnualLoss } from '../../lib/risk/factors/expected-annual-loss.ts';
import { factsOf } from '../../lib/risk/facts.ts';
import * as reference from './odds-reference.ts';
import { eth, simple } from './snapshots.ts';

const PROMISES = [
  { subnetwork: 'N1-0', network: 'N1', operator: 'a', stakeWei: eth(300) },
  { subnetwork: 'N1-0', network: 'N1', operator: 'b', stakeWei: eth(300) },
  { subnetwork: 'N2-0', network: 'N2', operator: 'a', stakeWei: eth(500) },
  { subnetwork: 'N3-0', network: 'N3', operator: 'b', stakeWei: eth(200) },
];

function vault(more: Record<string, unknown> = {}, assumptions: Record<string, number> = {}) {
  const pool = { activeStakeWei: eth(900), withdrawalsCurrentWei: eth(60), withdrawalsNextWei: eth(40) };
  const symbiotic = { ...pool, slasher: 'veto', epochDurationSecs: 604_800, stakes: PROMISES, ...more };
  return { kind: 'symbiotic', depositWei: eth(10), symbiotic, assumptions };
}

function lossOf(snapshot: unknown): Loss {
  const found = poolLoss(snapshot);
  if (!('lo' in found)) throw new Error(JSON.stringify(found));
  return found;
}

describe('the odds of a pooled vault', () => {
  it.each([{}, { pAvs: 0.3, sevAvs: 0.6, pOperator: 0.2, sevOperator: 0.5, pCore: 0.1 }])(
    'count every promise on the whole, and no more than the whole: %j',
    (guesses) => {
      const all = { ...reference.DEFAULTS, ...guesses };
      const allocations = PROMISES.map(({ network, operator, stakeWei }) => ({
        avs: network,
        operator,
        f: Number(stakeWei) / Number(eth(1000)),
      }));
      const world = { places: [{ share: 1, allocations }], staked: 1, idle: 0 };
      const { lo, hi } = lossOf(vault({}, guesses));
      expect(hi).toBeUndefined();
      expect(lo?.allIn).toMatchObject({ method: 'exact', shocks: 8 });
      for (const [run, off] of [
        ['allIn', []],
        ['slashing', ['L', 'E']],
      ] as const) {
        const expected = reference.figuresOf(reference.everyState(world, all, off), 0.1);
        for (const [name, value] of Object.entries(expected))
          expect(Reflect.get(lo?.[run] ?? {}, name), `${run}.${name}`).toBeCloseTo(value, 10);
      }
    },
  );

  it('draw years where the causes are many, the same ones every time', () => {
    const drawn = vault({}, { exactMax: 4, mcPaths: 500 });
    expect(lossOf(drawn).lo?.slashing.method).toBe('monteCarlo');
    expect(lossOf(drawn)).toEqual(lossOf(structuredClone(drawn)));
  });

  it('have no slashing by networks without a slasher, and only perhaps with one that nobody knows', () => {
    const none = lossOf(vault({ slasher: 'none' }));
    expect(none.lo?.slashing).toMatchObject({ shocks: 3, es99: expect.closeTo(0.005, 12) });
    const { lo, hi } = lossOf(vault({ slasher: 'unknown' }));
    expect(lo).toEqual(none.lo);
    expect(hi).toEqual(lossOf(vault()).lo);
  });

  it('are not given where the vault is not known, is empty, or is none', () => {
    expect(poolLoss(vault({ stakes: null }))).toMatchObject({ cannotEvaluate: 'poolUnknown' });
    const empty = { activeStakeWei: '0', withdrawalsCurrentWei: '0', withdrawalsNextWei: '0' };
    expect(poolLoss(vault(empty))).toMatchObject({ cannotEvaluate: 'totalZero' });
    expect(poolLoss(simple([]))).toEqual({ cannotEvaluate: 'unsupportedKind' });
    expect(poolLoss(vault({ slasher: 'quick' }))).toEqual({ error: 'symbiotic.slasher' });
  });

  it('stand behind the figures of a request too', () => {
    const facts = factsOf([vault()], null, null);
    expect(facts.loss).toEqual(lossOf(vault()));
    expect(expectedAnnualLoss.assess(facts).value).toMatchObject({ kind: 'range', unit: 'wad' });
    expect(analyse(vault())).not.toHaveProperty('loss');
  });
});

import { describe, expect, it } from 'vitest';
import { gammaOf } from '../../lib/risk/index.ts';

const HALF = '500000000000000000';

function service(id: string, profitWei: string | null, alphaWad: string | null = HALF) {
  return { id, alphaWad, profitWei };
}

function edge(operator: string, id: string, stakeWei: string) {
  return { operator, service: id, stakeWei };
}

describe('attack economics', () => {
  it('gives break-even, least slack and a bound where every profit is known', () => {
    const services = [service('A', '25'), service('B', '10')];
    const edges = [edge('x', 'A', '100'), edge('y', 'B', '30'), edge('y', 'B', '10')];
    expect(gammaOf({ services, edges })).toEqual({
      complete: true,
      breakEvenWei: { A: '50', B: '20' },
      worstOperator: 'x',
      gamma: 1,
      lossMultiplierBound: 2,
    });
  });

  it('counts a service once for an operator that has two stakes with it', () => {
    const edges = [edge('x', 'A', '50'), edge('x', 'A', '50')];
    expect(gammaOf({ services: [service('A', '25')], edges }).gamma).toBe(1);
  });

  it('names the smallest of operators with equal slack', () => {
    const edges = [edge('z', 'A', '50'), edge('b', 'A', '50')];
    expect(gammaOf({ services: [service('A', '25')], edges }).worstOperator).toBe('b');
  });

  it('gives an upper bound for gamma and none for losses where a profit is not known', () => {
    const services = [service('A', '25'), service('B', null)];
    const edges = [edge('x', 'A', '100'), edge('x', 'B', '100')];
    expect(gammaOf({ services, edges })).toMatchObject({
      complete: false,
      breakEvenWei: { A: '50', B: '50' },
      gamma: 1,
      lossMultiplierBound: null,
    });
  });

  it('takes an unknown threshold, and a service nobody described, for not known', () => {
    const unknown = gammaOf({ services: [service('A', '1', null)], edges: [edge('x', 'A', '9')] });
    expect(unknown).toMatchObject({ complete: false, breakEvenWei: { A: null }, gamma: null });
    const missing = gammaOf({ services: [], edges: [edge('x', 'A', '9')] });
    expect(missing).toMatchObject({ complete: false, breakEvenWei: { A: null }, lossMultiplierBound: null });
  });

  it.each([
    ['50', 0],
    ['100', -0.5],
  ])('gives no bound on losses where a profit of %s leaves a slack of %s', (profit, gamma) => {
    const found = gammaOf({ services: [service('A', profit)], edges: [edge('x', 'A', '100')] });
    expect(found).toMatchObject({ complete: true, gamma, lossMultiplierBound: null, worstOperator: 'x' });
  });

  it('finds no slack at all where an attack costs nothing', () => {
    const services = [service('A', '1', '0'), service('B', '1')];
    const edges = [edge('x', 'A', '100'), edge('y', 'B', '100')];
    expect(gammaOf({ services, edges })).toMatchObject({
      gamma: -1,
      worstOperator: 'x',
      lossMultiplierBound: null,
    });
  });

  it('has nothing to say without edges, stake or profit', () => {
    const nothing = { worstOperator: null, gamma: null, lossMultiplierBound: null };
    expect(gammaOf({ services: [service('A', '1')], edges: [] })).toEqual({
      complete: true,
      breakEvenWei: { A: '0' },
      ...nothing,
    });
    expect(gammaOf({ services: [service('A', '1')], edges: [edge('x', 'A', '0')] })).toMatchObject(nothing);
    expect(gammaOf({ services: [service('A', '0')], edges: [edge('x', 'A', '9')] })).toMatchObject(nothing);
  });

  it('refuses what is no graph', () => {
    expect(() => gammaOf({ services: [], edges: [{ operator: 'x' }] })).toThrow('cannot be read');
    expect(() => gammaOf({ services: [service('A', '-1')], edges: [] })).toThrow('cannot be read');
  });
});

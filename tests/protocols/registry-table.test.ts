import { describe, expect, it } from 'vitest';

import { protocols } from '../../lib/protocols/index.ts';
import { rowsOf } from '../../tools/registry/rows.ts';
import { registryTable } from '../../tools/registry/table.ts';

const rows = rowsOf(protocols);
const row = (protocol: string, chain: string) =>
  rows.find((each) => each.protocol === protocol && each.chain === chain);

describe('the printed registry', () => {
  it('has no line longer than 100 columns, and none with trailing blanks', () => {
    for (const line of registryTable(protocols).split('\n')) {
      expect([line, line.length <= 100]).toEqual([line, true]);
      expect(line).toBe(line.trimEnd());
    }
  });

  it('has a row for every protocol on every chain that its data names', () => {
    for (const { id, deposits, tokens, contracts } of protocols) {
      const chains = new Set([...deposits, ...tokens, ...contracts].map(({ chainId }) => chainId));
      expect([id, rows.filter(({ protocol }) => protocol === id).length]).toEqual([id, chains.size]);
    }
  });

  it('counts each way in once', () => {
    const counted = rows.reduce(
      (sum, { routes }) =>
        sum +
        [...routes.matchAll(/(\d+) (?:in|wrap|delegate|change|back in)\b/g)].reduce(
          (all, [, n]) => all + Number(n),
          0,
        ),
      0,
    );
    expect(counted).toBe(protocols.reduce((sum, { deposits }) => sum + deposits.length, 0));
  });

  it('says what is read, what is not modelled, and what is no restaking', () => {
    expect(row('eigenlayer', 'Ethereum')?.exposure).toBe('eigenlayer-direct');
    expect(row('swell', 'Ethereum')?.exposure).toMatch(/^swell-rsweth, \d+ not modelled$/);
    expect(row('bedrock', 'BNB Chain')?.exposure).toMatch(/^\d+ not modelled$/);
    expect(row('treehouse-teth', 'Ethereum')).toMatchObject({
      routes: 'known only',
      exposure: 'no restaking',
    });
  });

  it('grades by the best and the weakest evidence', () => {
    expect(row('eigenlayer', 'Ethereum')?.grade).toBe('A');
    expect(row('kernel-bnb', 'BNB Chain')?.grade).toBe('B');
    expect(row('lorenzo-stbtc', 'BNB Chain')?.grade).toBe('C');
    expect(row('symbiotic-v2', 'Ethereum')?.grade).toBe('D');
    expect(row('swell', 'Ethereum')?.grade).toBe('A-C');
  });
});

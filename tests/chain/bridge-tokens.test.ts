import { describe, expect, it } from 'vitest';

import { createNode } from '../../lib/platform/node-transport.ts';
import { limitsFrom, judge } from '../../lib/limits/index.ts';
import { assess } from '../../lib/risk/index.ts';
import { startChain, type WorldName } from '../../tools/chain/world.ts';
import { count, value } from './bridge-support.ts';
import { depositOf, read } from './exposure-support.ts';

/** Least and most verifiers, and what the preset Balanced makes of them: each world has two of two on every path. */
const TOKENS: readonly (readonly [WorldName, readonly unknown[], string, string])[] = [
  ['etherfi', [2n, 2n], 'warn', 'Arbitrum’s own bridge also carries weETH'],
  ['kelp', ['no-source', 2n], 'cannot_evaluate', 'Chainlink CCIP carries rsETH'],
  ['puffer', ['no-source', 2n], 'cannot_evaluate', 'An older bridge (xPufETH) carries pufETH'],
  ['renzo', ['no-source', 'no-source'], 'cannot_evaluate', 'one signature of two'],
  ['mantle', [2n, 2n], 'warn', 'A message from another chain makes new tokens here.'],
];

describe.each(TOKENS)('the bridges of %s', (world, ends, level, said) => {
  it('are told as far as they are known, and the rest as not known', async () => {
    const chain = await startChain({ world });
    try {
      const exposure = await read(depositOf(world), [createNode(chain.url)]);
      expect(count(exposure)).toEqual(ends);
      expect(exposure.remarks.join(' ')).toContain(said);
      const identity = {
        contractKnown: true,
        domainKnown: true,
        sameProtocol: true,
        lookalike: false,
        recipientIsUser: true,
      };
      const assessment = assess({ exposure, identity, notes: [], guesses: {}, partial: false });
      const { factors } = judge(assessment, limitsFrom('balanced'));
      expect(factors.find(({ id }) => id === 'bridgeVerifiers')?.level).toBe(level);
      const held = value(exposure, 'bridgeHeld');
      if (world === 'mantle') expect(held).toBe('no-source');
      else expect(held).toBeGreaterThan(0n);
      // Of ezETH alone every holder is named: the lockbox stands for all other chains.
      expect(typeof value(exposure, 'bridgeHeldAtMost')).toBe(world === 'renzo' ? 'bigint' : 'string');
    } finally {
      await chain.stop();
    }
  });
});

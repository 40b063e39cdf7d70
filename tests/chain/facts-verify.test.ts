import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createNode } from '../../lib/platform/node-transport.ts';
import { protocols, stakes } from '../../lib/protocols/index.ts';
import type { Answer } from '../../tools/facts-verify/question.ts';
import { questionsOf, verify } from '../../tools/facts-verify/verify.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';

/** What a chain with one made world says of one record. */
async function asked(chain: Chain, only: string): Promise<readonly Answer[]> {
  return verify(createNode(chain.url), questionsOf(protocols, stakes, only), AbortSignal.timeout(30_000));
}

function withState(answers: readonly Answer[], state: Answer['outcome']['state']): string[] {
  return answers.filter(({ outcome }) => outcome.state === state).map(({ fact }) => fact);
}

describe('the registry against a chain that is as it says', () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain({ world: 'kelp', variant: 'over' });
  });
  afterAll(() => chain.stop());

  it('finds every view of the record answered, and the one contract whose code was changed', async () => {
    const answers = await asked(chain, 'kelp-rseth');
    expect(withState(answers, 'unread')).toEqual([]);
    const differs = withState(answers, 'differs');
    expect(differs).toHaveLength(1);
    expect(differs[0]).toContain('code of LRTOracle');
    expect(withState(answers, 'told').some((fact) => fact.includes('getNodeDelegatorQueue()'))).toBe(true);
  });

  it('finds the token of every strategy that the world has', async () => {
    const answers = await asked(chain, 'eigenlayer: underlyingToken() of the stETH');
    expect(withState(answers, 'same')).toHaveLength(1);
  });

  it('says of another token that nothing lives there', async () => {
    const answers = await asked(chain, 'renzo: ezETH');
    expect(withState(answers, 'same')).toEqual([]);
    expect(withState(answers, 'differs').length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';

import * as z from 'zod/mini';

import { assessDocument } from '../../tools/assess/document.ts';

const account = '0x00000000000000000000000000000000000000aa';

/** A Renzo deposit of 1 ETH as a page sends it; nothing may be read. */
const request = {
  request: {
    method: 'eth_sendTransaction',
    params: [
      {
        from: account,
        to: '0x74a09653A083691711cF8215a6ab074BB4e99ef5',
        value: '0xde0b6b3a7640000',
        data: '0xf6326fb3',
      },
    ],
  },
  origin: 'https://app.renzoprotocol.com',
  chainId: 1,
  account,
  rpc: {},
};

const snapshot = {
  kind: 'lrt',
  depositWei: '1000000000000000000',
  nowBlock: 25_000_000,
  assets: { totalWei: '100', idleWei: '100' },
  lines: [],
  operators: [],
};

/** The factors of a printed verdict. */
function verdictOf(document: unknown): { readonly factors: readonly { readonly id: string }[] } {
  const shape = z.object({ verdict: z.object({ factors: z.array(z.object({ id: z.string() })) }) });
  return shape.parse(document).verdict;
}

describe('a check without a browser', () => {
  it('lists deposits and findings without a node, and reads nothing', async () => {
    const { document, code } = await assessDocument(request);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      deposits: [{ protocol: 'renzo', kind: 'deposit', amount: '1000000000000000000', receiver: account }],
      notes: [],
      evidence: { roundTrips: 0, calls: 0 },
    });
    expect(document?.['deposits']).toEqual([expect.not.objectContaining({ verdict: expect.anything() })]);
  });

  it('answers a snapshot with assessment and verdict alone', async () => {
    const { document, code } = await assessDocument({ snapshot, limits: { preset: 'conservative' } });
    expect(code).toBe(0);
    expect(Object.keys(document ?? {})).toEqual(['assessment', 'verdict']);
    expect(document).toMatchObject({ assessment: { slashableNow: { loWad: '0', hiWad: '0' } } });
  });

  it('says how each figure of the verdict came about', async () => {
    const { document } = await assessDocument({ snapshot });
    const { factors } = verdictOf(document);
    expect(factors.length).toBeGreaterThan(5);
    for (const { id } of factors)
      expect(document).toMatchObject({
        assessment: {
          how: {
            [id]: { formula: expect.any(String), inputs: expect.any(Array), steps: expect.any(Array) },
          },
        },
      });
  });

  it('takes the person’s own guesses with a request', async () => {
    expect((await assessDocument({ ...request, guesses: { pAvs: 0.02, mcPaths: 10_000 } })).code).toBe(0);
  });

  it('refuses an impossible snapshot as bad input and names the field', async () => {
    const lines = [{ operator: 'P', strategy: 'stETH', valueWei: '-1' }];
    const { code, message } = await assessDocument({ snapshot: { ...snapshot, lines } });
    expect(code).toBe(2);
    expect(message).toContain('lines.0.valueWei');
  });

  it('still writes the document where nothing can be evaluated', async () => {
    const assets = { totalWei: '0', idleWei: '0' };
    const { document, code } = await assessDocument({ snapshot: { ...snapshot, assets } });
    expect(code).toBe(3);
    expect(document).toMatchObject({ assessment: { cannotEvaluate: 'totalZero' } });
  });

  it.each([
    ['no object', 7, 'no object'],
    ['a method that is no text', { ...request, request: { method: 1, params: [] } }, 'request.method'],
    ['a chain that is no number', { ...request, chainId: '1' }, 'chainId'],
    ['an account that is no address', { ...request, account: '0x12' }, 'account'],
    ['a misspelt guess', { ...request, guesses: { pAvss: 0.1 } }, 'guesses.pAvss'],
    ['a guess that cannot be', { ...request, guesses: { pAvs: 2 } }, 'guesses.pAvs'],
    ['guesses beside a snapshot', { snapshot, guesses: {} }, 'guesses'],
    ['a misspelt limit', { ...request, limits: { preset: 'balanced', maxExitt: '1' } }, 'maxExitt'],
    ['a node that is not https', { ...request, rpc: { 1: ['http://node.example'] } }, 'https'],
  ])('refuses %s and says where', async (_what, input, where) => {
    await expect(assessDocument(input)).rejects.toThrow(where);
  });
});

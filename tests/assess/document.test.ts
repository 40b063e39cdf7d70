import { describe, expect, it } from 'vitest';

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
    ['a misspelt limit', { ...request, limits: { preset: 'balanced', maxExitt: '1' } }, 'maxExitt'],
    ['a node that is not https', { ...request, rpc: { 1: ['http://node.example'] } }, 'https'],
  ])('refuses %s and says where', async (_what, input, where) => {
    await expect(assessDocument(input)).rejects.toThrow(where);
  });
});

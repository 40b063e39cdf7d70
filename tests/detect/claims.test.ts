import { describe, expect, it } from 'vitest';

import { triage } from '../../lib/pipeline.ts';
import { detectOnAnyChain } from '../../lib/detect/index.ts';
import { readRequest } from '../../lib/request/index.ts';

const me = '0x00000000000000000000000000000000000000aa';
const attacker = '0x00000000000000000000000000000000000000bb';
const renzo = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const puffer = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const claims = true;

function renzoDeposit(more: object = {}): { method: string; params: unknown[] } {
  return {
    method: 'eth_sendTransaction',
    params: [{ from: me, to: renzo, value: '0x1', data: '0xf6326fb3', ...more }],
  };
}

function pufferDeposit(receiver: string, from: string | null): { method: string; params: unknown[] } {
  const data = `0x2d2da806${receiver.slice(2).padStart(64, '0')}`;
  return {
    method: 'eth_sendTransaction',
    params: [{ ...(from === null ? {} : { from }), to: puffer, value: '0x1', data }],
  };
}

function asked(request: { method: string; params: unknown[] }, chainId: number) {
  return { request, origin: 'https://stake.example', chainId, account: me, claims } as const;
}

function credited(receiver: string, from: string | null, account: `0x${string}` | null): boolean | null {
  const read = readRequest(pufferDeposit(receiver, from), { chainId: 1, account: null });
  const site = { origin: 'https://www.puffer.fi' };
  return detectOnAnyChain(read, site, { chainId: 1, account, claims }).identity.recipientIsUser;
}

describe('what a page says of chain and account is a claim', () => {
  it.each([
    ['the provider says another chain', renzoDeposit(), 137],
    ['the request names another chain', renzoDeposit({ chainId: '0x89' }), 1],
    [
      'a batch names another chain',
      {
        method: 'wallet_sendCalls',
        params: [{ version: '2.0.0', chainId: '0x89', calls: [renzoDeposit().params[0]] }],
      },
      1,
    ],
  ])('holds a deposit although %s', async (_what, request, chainId) => {
    expect(await triage(asked(request, chainId), null)).toEqual({ action: 'hold' });
  });

  it('finds such a deposit on the chain it exists on, and says that the chain is not sure', () => {
    const read = readRequest(renzoDeposit(), { chainId: 137, account: null });
    const there = detectOnAnyChain(
      read,
      { origin: 'https://stake.example' },
      { chainId: 137, account: me, claims },
    );
    expect(there.deposits).toMatchObject([{ protocol: 'renzo', chainId: 1 }]);
    expect(there.notes.map(({ id }) => id)).toContain('chain-not-sure');
  });

  it('lets a request that is a deposit nowhere go on', async () => {
    const transfer = { method: 'eth_sendTransaction', params: [{ from: me, to: attacker, value: '0x1' }] };
    expect(await triage(asked(transfer, 137), null)).toMatchObject({ action: 'forward' });
  });

  it('calls a receiver the person only where sender and account both say so', () => {
    expect(credited(me, me, me)).toBe(true);
    expect(credited(attacker, me, me)).toBe(false);
    expect(credited(attacker, me, attacker)).toBe(false);
    expect(credited(attacker, attacker, null)).toBeNull();
    expect(credited(attacker, null, attacker)).toBeNull();
  });

  it('knows that a function which credits its caller credits nobody else', () => {
    const read = readRequest(renzoDeposit({ from: undefined }), { chainId: 1, account: null });
    const site = { origin: 'https://app.renzoprotocol.com' };
    expect(detectOnAnyChain(read, site, { chainId: 1, account: null, claims }).identity.recipientIsUser).toBe(
      true,
    );
  });
});

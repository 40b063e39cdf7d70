import { describe, expect, it } from 'vitest';

import { hashOf, hasRoom, type Held, repeatsOf, waiting, withBack } from '../../lib/decide/index.ts';

function held(id: number, more: Partial<Held> = {}): Held {
  return {
    id: `${id}`,
    state: 'asked',
    decision: null,
    tabId: 1,
    frameId: 0,
    documentId: 'd',
    origin: 'https://a.example',
    topOrigin: 'https://a.example',
    incognito: false,
    method: 'eth_sendTransaction',
    params: '[]',
    hash: 'h',
    account: null,
    chainId: null,
    via: 'wrapper',
    realm: 'own',
    askedAt: id,
    expiresAt: id + 300_000,
    repeats: 0,
    ...more,
  };
}

describe('the queue', () => {
  it('is oldest first, without those that ended', () => {
    const all = [
      held(3),
      held(1),
      held(2, { state: 'lapsed', decision: 'deny' }),
      held(4, { state: 'shown' }),
    ];
    expect(waiting(all).map(({ id }) => id)).toEqual(['1', '3', '4']);
  });

  it('holds five of one top site, whichever frames asked', () => {
    const four = [1, 2, 3, 4].map((id) => held(id, { origin: `https://${id}.example` }));
    expect(hasRoom(four, 'https://a.example')).toBe(true);
    const five = [...four, held(5)];
    expect(hasRoom(five, 'https://a.example')).toBe(false);
    expect(hasRoom(five, 'https://b.example')).toBe(true);
    expect(hasRoom([...four, held(5, { state: 'answered' })], 'https://a.example')).toBe(true);
  });

  it('holds twenty in all', () => {
    const many = Array.from({ length: 20 }, (_, id) => held(id, { topOrigin: `https://${id}.example` }));
    expect(hasRoom(many.slice(1), 'https://new.example')).toBe(true);
    expect(hasRoom(many, 'https://new.example')).toBe(false);
  });
});

describe('repeats', () => {
  it('are counted while no pause is longer than 30 s', () => {
    let backs = withBack([], 'h', 0);
    expect(repeatsOf(backs, 'h', 30_000)).toBe(1);
    expect(repeatsOf(backs, 'h', 30_001)).toBe(0);
    expect(repeatsOf(backs, 'other', 1)).toBe(0);
    backs = withBack(backs, 'h', 30_000);
    expect(repeatsOf(backs, 'h', 60_000)).toBe(2);
    backs = withBack(backs, 'other', 60_001);
    expect(backs).toEqual([{ hash: 'other', at: 60_001, count: 1 }]);
  });
});

describe('what a decision is bound to', () => {
  const base = {
    origin: 'https://a.example',
    account: '0x00000000000000000000000000000000000A11CE',
    chainId: '0x1',
    method: 'eth_sendTransaction',
    params: '[1]',
  };

  it('is another hash for another origin, account, chain, method or parameters', async () => {
    const others = [
      { origin: 'https://b.example' },
      { account: null },
      { chainId: '0x2' },
      { method: 'wallet_sendCalls' },
      { params: '[2]' },
    ];
    const hashes = await Promise.all([base, ...others.map((other) => ({ ...base, ...other }))].map(hashOf));
    expect(new Set(hashes).size).toBe(6);
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('does not depend on the letter case of the account', async () => {
    expect(await hashOf(base)).toBe(await hashOf({ ...base, account: base.account.toLowerCase() }));
  });
});

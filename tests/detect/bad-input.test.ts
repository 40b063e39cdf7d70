import { concatHex, type Hex, pad, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { answerLine } from '../../lib/detect/index.ts';
import { protocols } from '../../lib/protocols/index.ts';
import { callOf, seeded } from '../../tools/fuzz/random.ts';

const user = '0x1111111111111111111111111111111111111111';
const stranger = '0x5555555555555555555555555555555555555555';

function send(to: Hex, data: string, value = 0n, chainId = 1) {
  const params = [{ from: user, to, data, value: toHex(value) }];
  const request = { method: 'eth_sendTransaction', params };
  const found = answerLine({ request, origin: 'https://farm.example', chainId, account: user });
  return { ...found, ids: found.notes.map(({ id }) => id) };
}

function word(value: number | bigint): Hex {
  return pad(toHex(value), { size: 32 });
}

/** Functions that many unrelated contracts have too (the facts' table of collisions). */
const shared = [
  'deposit(address,uint256)',
  'deposit(uint256,address)',
  'mint(address,uint256)',
  'deposit(uint256)',
  'stake(uint256)',
  'deposit()',
  'deposit(address,uint256,address)',
  'deposit(address,uint256,uint256)',
  'depositFor(address,address,uint256)',
];

const entries = protocols.flatMap(({ deposits }) => deposits);
const chains = [...new Set(entries.map(({ chainId }) => chainId))];
const random = seeded(1);
const calls = entries.map((entry) => {
  const data = callOf(entry.signature, random, { flag: false, length: 1 });
  return { ...entry, data, name: `${entry.contractName} ${entry.signature} on chain ${entry.chainId}` };
});

describe('a function that many contracts share', () => {
  it.each(shared)('%s is no deposit where the contract is nobody’s', (signature) => {
    const data = callOf(signature, seeded(2), { flag: true, length: 1 });
    for (const chainId of chains)
      expect(send(stranger, data, 5n, chainId), String(chainId)).toMatchObject({ deposits: [], ids: [] });
  });

  it('is read by what its own contract takes it for', () => {
    for (const { to, chainId, data, signature, name } of calls) {
      const [deposit] = send(to, data, 5n, chainId).deposits;
      expect(deposit?.signature, name).toBe(signature);
      expect(deposit?.contract.toLowerCase(), name).toBe(to.toLowerCase());
    }
  });
});

describe('the right function on the wrong chain', () => {
  it('is no deposit there', () => {
    for (const { to, data, selector, name } of calls)
      for (const chainId of [...chains, 424_242]) {
        const here = entries.some(
          (one) => one.chainId === chainId && one.to === to && one.selector === selector,
        );
        if (!here) expect(send(to, data, 0n, chainId).deposits, `${name}, asked on ${chainId}`).toEqual([]);
      }
  });
});

describe('arguments that are cut off', () => {
  const long = calls.filter(({ data, does }) => data.length > 10 && does !== 'withdrawals');

  it('are said for every function there is', () => {
    for (const { to, chainId, data, name } of long) {
      const cut = data.slice(0, 10 + 2 * Math.floor((data.length - 10) / 4 - 1));
      expect(send(to, cut, 0n, chainId), name).toMatchObject({ deposits: [] });
      expect(send(to, data.slice(0, 12), 0n, chainId).ids, name).toContain('calldata-not-read');
    }
  });

  it('or half a byte short are a request that cannot be read', () => {
    for (const { to, chainId, data, name } of long)
      expect(send(to, data.slice(0, -1), 0n, chainId).ids, name).toEqual(['malformed-request']);
  });

  it('change nothing where only what follows them is cut, or added', () => {
    for (const { to, chainId, data, name } of calls)
      expect(send(to, `${data}${'5a'.repeat(37)}`, 5n, chainId).deposits, name).toEqual(
        send(to, data, 5n, chainId).deposits,
      );
  });
});

describe('lists that lie about themselves', () => {
  const selectors = [
    '0xac9650d8',
    '0x82ad56cb',
    '0x34fcd5be',
    '0x3f707e6b',
    '0x252dba42',
    '0x2c2abd1e',
  ] as const;

  it.each(selectors)(
    '%s: offsets that point at themselves, at each other, or out of the calldata',
    (selector) => {
      for (const offset of [0n, 32n, 64n, 1n << 31n, (1n << 256n) - 1n])
        for (const length of [0n, 1n, 4_000n, 1n << 64n, (1n << 256n) - 1n]) {
          const items = Array.from({ length: 4_000 }, () => word(offset));
          const { deposits } = send(stranger, concatHex([selector, word(32), word(length), ...items]));
          expect(deposits).toEqual([]);
        }
    },
  );

  it('are read no further than 512 calls, however often they repeat the same bytes', () => {
    const entries512 = 4_000;
    const renzo = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
    const items = Array.from({ length: entries512 }, () => word(entries512 * 32));
    const one = concatHex([pad(renzo), word(0), word(96), word(4), pad('0xf6326fb3', { dir: 'right' })]);
    const { deposits, ids } = send(
      stranger,
      concatHex(['0x34fcd5be', word(32), word(entries512), ...items, one]),
    );
    expect(deposits.length).toBeLessThanOrEqual(512);
    expect(ids).toContain('not-fully-read');
  });
});

describe('a call that calls itself', () => {
  it('ends at the bounds, and says so', () => {
    // multicall whose one entry is the whole calldata again, as far as it reaches
    const head = concatHex(['0xac9650d8', word(32), word(1), word(32)]);
    let data: Hex = concatHex([head, word(4), '0xac9650d8']);
    for (let layer = 0; layer < 40; layer += 1) data = concatHex([head, word((data.length - 2) / 2), data]);
    const { deposits, ids } = send(stranger, data);
    expect(deposits).toEqual([]);
    expect(ids).toContain('not-fully-read');
  });
});

describe('calldata that is none', () => {
  it.each(['0x', '', '0X', '0x00', '0xd0e3'])('%j is read as it stands', (data) => {
    expect(send(stranger, data, 5n)).toMatchObject({ deposits: [] });
    // Paid into a deposit contract, by no function that is known.
    expect(send('0x74a09653A083691711cF8215a6ab074BB4e99ef5', data, 5n).ids).toEqual(['not-fully-read']);
  });

  it.each(['0x1', '0xzz', 'd0e30db0', '0xd0e30db', ' 0xd0e30db0'])(
    '%j is a request that cannot be read',
    (data) => {
      expect(send(stranger, data).ids).toContain('malformed-request');
    },
  );
});

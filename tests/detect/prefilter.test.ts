import { randomBytes } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { looksLikeCall, makePrefilter, mattersMethod, mostFingerprints } from '../../lib/detect/prefilter.ts';
import { pools, protocols } from '../../lib/protocols/index.ts';
import { readRequest } from '../../lib/request/index.ts';
import { fingerprintsOf, isUpToDate, packed } from '../../tools/generate-prefilter.ts';
import { mayConcernUs } from '../support/prefilter.ts';

const stranger = '0x5555555555555555555555555555555555555555';
const targets = protocols.flatMap(({ deposits }) => deposits.map(({ to }) => to));
const tokens = protocols.flatMap((protocol) =>
  protocol.tokens.filter(({ restaking }) => restaking).map(({ address }) => address),
);
const registered = [...new Set([...targets, ...tokens, ...pools.map(({ address }) => address)])];

/** Letter cases a page may choose. */
const spellings: readonly ((hex: string) => string)[] = [
  (hex) => hex,
  (hex) => hex.toLowerCase(),
  (hex) => hex.toUpperCase(),
  (hex) =>
    Array.from(hex, (letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter.toLowerCase())).join(
      '',
    ),
];

function lie(): never {
  throw new Error('the page was here');
}

const calldata = (hex: string): string => JSON.stringify([{ to: stranger, data: `0x${hex}` }]);
const randomWord = (): string => randomBytes(4).toString('hex');
const filterOf = (words: readonly string[]): ((params: string) => boolean) => {
  const { learn, mayMatter } = makePrefilter();
  learn(packed(words));
  return mayMatter;
};
const passes = (params: unknown): boolean => mayConcernUs(JSON.stringify(params));

describe('the prefilter', () => {
  it('holds the fingerprints that the registry gives today', () => {
    expect(isUpToDate(), 'run: node tools/generate-prefilter.ts').toBe(true);
  });

  it('lets no registered address through as a target, in any letter case', () => {
    for (const address of registered) {
      for (const spell of spellings) {
        const to = `0x${spell(address.slice(2))}`;
        expect(passes([{ to, data: '0x' }]), to).toBe(true);
        expect(passes([{ from: stranger, to: stranger, data: '0x', value: '0x1' }, to]), to).toBe(true);
      }
    }
  });

  it('lets none through inside calldata, at any alignment, in any letter case', () => {
    for (const address of registered) {
      for (const spell of spellings) {
        for (let before = 0; before < 9; before += 1) {
          const data = `0xa1${'b'.repeat(before)}${spell(address.slice(2))}${'c'.repeat(before % 2)}`;
          expect(passes([{ to: stranger, data }]), data).toBe(true);
        }
      }
    }
  });

  it('lets none through in a message that is signed, as an object or as text', () => {
    for (const address of registered) {
      const message = {
        primaryType: 'Permit',
        domain: { verifyingContract: stranger },
        message: { spender: address },
      };
      expect(passes([stranger, message])).toBe(true);
      expect(passes([stranger, JSON.stringify(message)])).toBe(true);
    }
  });

  it('lets none through in a signed transaction', () => {
    for (const address of registered)
      expect(passes([`0xf86c098504a817c80082520894${address.slice(2)}880de0b6b3a764000080`])).toBe(true);
  });

  it('sends the selectors that only restaking has, to any target', () => {
    for (const selector of [
      '0xe7a050aa',
      '0xeea9064b',
      '0xa33a3433',
      '0xe4cc3f90',
      '0xef54591d',
      '0xc3ae1766',
    ]) {
      expect(passes([{ to: stranger, data: selector }]), selector).toBe(true);
    }
  });

  it.each([
    ['odd hex', [{ to: stranger, data: '0xabc' }]],
    ['data that is no hex', [{ to: stranger, data: 'abc' }]],
    ['data as a list', [{ to: stranger, data: [1] }]],
    ['input that is odd', [{ to: stranger, input: '0xa' }]],
    ['odd calldata of a user operation', [{ sender: stranger, callData: '0xa' }]],
    ['a capital prefix', [{ to: stranger, data: '0XAB' }]],
    ['a target that is a name', [{ to: 'some.eth', data: '0x' }]],
    ['a target that is short', [{ to: '0x55', data: '0x' }]],
    ['a target that is long', [{ to: `${stranger}00`, data: '0x' }]],
    ['a target that is a number', [{ to: 7, data: '0x' }]],
    ['a target that is a list', [{ to: [stranger], data: '0x' }]],
    ['hex cut by another letter', [{ to: stranger, data: '0xab zz' }]],
    ['escapes', [{ to: stranger, data: '0x' }, '\u0001']],
    ['escapes inside text', [stranger, '{"a":"\\u0030x"}']],
  ])('sends %s to the worker', (_, params) => {
    expect(passes(params)).toBe(true);
  });

  it('sends more than 64 kB of calldata to the worker without reading it', () => {
    expect(passes([{ to: stranger, data: `0x${'11'.repeat(65_536)}` }])).toBe(true);
    expect(passes([{ to: stranger, data: `0x${'11'.repeat(65_000)}` }])).toBe(false);
  });

  it.each([
    ['a plain payment', [{ from: stranger, to: stranger, value: '0xde0b6b3a7640000', gas: '0x5208' }]],
    [
      'a transfer',
      [{ to: stranger, data: `0xa9059cbb${stranger.slice(2).padStart(64, '0')}${'ff'.repeat(32)}` }],
    ],
    ['no data', [{ to: stranger, data: '' }]],
    ['empty data', [{ to: stranger, data: '0x', input: '0x' }]],
    ['the making of a contract', [{ from: stranger, data: '0x6080604052', to: null }]],
    [
      'a batch',
      [
        {
          version: '2.0.0',
          chainId: '0x1',
          calls: [
            { to: stranger, value: '0x0' },
            { to: stranger, data: '0xd0e30db0' },
          ],
        },
      ],
    ],
    [
      'a letter that is signed',
      [stranger, { primaryType: 'Mail', domain: {}, message: { to: { name: 'Bob' }, text: 'deposit' } }],
    ],
    ['nothing', null],
  ])('forwards %s', (_, params) => {
    expect(passes(params)).toBe(false);
  });

  it('rarely takes unrelated calldata for ours', () => {
    let taken = 0;
    for (let index = 0; index < 2_000; index += 1) {
      if (passes([{ to: stranger, data: `0x${randomBytes(1_024).toString('hex')}` }])) taken += 1;
    }
    expect(taken).toBeLessThanOrEqual(10);
  });

  it('never throws over any text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof mayConcernUs(text) === 'boolean'));
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof passes(value) === 'boolean'));
  });

  it('keeps working after a page has replaced what it may replace', () => {
    const replaced = [
      [String.prototype, 'charCodeAt'],
      [String.prototype, 'slice'],
      [Number, 'parseInt'],
      [Array.prototype, 'includes'],
      [Function.prototype, 'call'],
    ] as const;
    const kept = replaced.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
    const params = JSON.stringify([{ to: stranger, data: `0x${registered[0]?.slice(2)}` }]);
    let answers: unknown[] = [];
    try {
      for (const [owner, name] of replaced) Reflect.set(owner, name, lie);
      answers = [mayConcernUs(params), mattersMethod('eth_sendTransaction')];
    } finally {
      replaced.forEach(([owner, name], index) => Reflect.defineProperty(owner, name, kept[index] ?? {}));
    }
    expect(answers).toEqual([true, true]);
  });

  it('has a fingerprint for every deposit contract and every restaking token', () => {
    const list = fingerprintsOf(protocols);
    for (const address of registered)
      expect(
        list.some((bytes) => address.toLowerCase().includes(bytes)),
        address,
      ).toBe(true);
    for (const bytes of list) expect(bytes).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('the table of fingerprints', () => {
  it('is asked for nothing before it is there: then everything may matter', () => {
    const { learn, mayMatter } = makePrefilter();
    expect(mayMatter(calldata(''))).toBe(true);
    learn('');
    expect(mayMatter(calldata(''))).toBe(true);
    learn(packed(['e7a050aa']));
    expect(mayMatter(calldata(''))).toBe(false);
    expect(mayMatter(calldata('e7a050aa'))).toBe(true);
  });

  it('stays as it was at the first request', () => {
    const { learn, mayMatter } = makePrefilter();
    learn(packed(['e7a050aa']));
    expect(mayMatter(calldata('12345678'))).toBe(false);
    learn(packed(['12345678']));
    expect(mayMatter(calldata('12345678'))).toBe(false);
    expect(mayMatter(calldata('e7a050aa'))).toBe(true);
  });

  it('gives back exactly what was put in, wherever its numbers lie', () => {
    const word = fc.oneof(
      fc.integer({ min: 1, max: 0xffff_ffff }),
      fc.integer({ min: 0xf000_0000, max: 0xf000_ffff }),
      fc.integer({ min: 0xffff_ff00, max: 0xffff_ffff }),
      fc.constantFrom(1, 0xffff_ffff, 0x8000_0000, 0x7fff_ffff),
    );
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), word, (numbers, other) => {
        const words = numbers.map((number) => number.toString(16).padStart(8, '0'));
        const mayMatter = filterOf(words);
        for (const one of words) expect(mayMatter(calldata(one)), one).toBe(true);
        const beside = other.toString(16).padStart(8, '0');
        expect(mayMatter(calldata(beside)), beside).toBe(words.includes(beside));
      }),
    );
  });

  it('is found again to the last entry when it is as long as may be, and is never longer', () => {
    const words = new Set<string>();
    while (words.size < mostFingerprints) words.add(randomWord());
    const mayMatter = filterOf([...words]);
    for (const word of words) expect(mayMatter(calldata(word)), word).toBe(true);
    while (words.size <= mostFingerprints) words.add(randomWord());
    expect(() => packed([...words])).toThrow(/room for 1024/);
    expect(() => packed(['00000000'])).toThrow(/0 is no fingerprint/);
  });
});

describe('methods that matter', () => {
  it('are those that are read', () => {
    const context = { chainId: 1, account: null };
    const methods =
      `eth_sendTransaction wallet_sendTransaction eth_signTransaction wallet_sendCalls wallet_prepareCalls
      wallet_sendPreparedCalls eth_sendRawTransaction eth_sendUserOperation wallet_invokeMethod eth_signTypedData
      eth_signTypedData_v1 eth_signTypedData_v3 eth_signTypedData_v4 eth_call eth_accounts personal_sign eth_sign
      wallet_grantPermissions wallet_requestExecutionPermissions wallet_switchEthereumChain wallet_signAuthorization
      eth_signAuthorization constructor`.split(/\s+/);
    for (const method of methods) {
      for (const spelt of [method, method.toUpperCase(), method.replace('_s', '_S')])
        expect(mattersMethod(spelt), spelt).toBe(
          readRequest({ method: spelt, params: null }, context).matters,
        );
    }
  });

  it('are read as what they are, in whatever letters they are asked', () => {
    const context = { chainId: 1, account: null };
    const call = { to: stranger, data: '0xe7a050aa', value: '0x1' };
    const asked = (method: string, params: unknown) => readRequest({ method, params }, context);
    expect(asked('ETH_SendTransaction', [call])).toEqual(asked('eth_sendTransaction', [call]));
    const calls = [{ version: '1.0', chainId: '0x1', calls: [call] }];
    expect(asked('Wallet_sendcalls', calls)).toEqual(asked('wallet_sendCalls', calls));
    const inside = { scope: 'eip155:1', request: { method: 'eth_sendtransaction', params: [call] } };
    expect(asked('WALLET_INVOKEMETHOD', inside)).toEqual(asked('wallet_invokeMethod', inside));
    expect(asked('wallet_invokeMethod', inside).calls).toHaveLength(1);
    expect(asked('ETH_CALL', [call]).matters).toBe(false);
  });
});

describe('methods that nobody knows', () => {
  const call = { to: stranger, data: '0x' };
  const typed = { primaryType: 'Permit', message: {} };
  it.each([
    ['a call', [call]],
    ['a call deep inside', { a: [{ b: { calls: [call] } }] }],
    ['typed data', [stranger, typed]],
    ['typed data as text', [stranger, JSON.stringify(typed)]],
    ['typed data as text with blanks', [stranger, JSON.stringify(typed, null, 2).replaceAll(':', ' :')]],
    ['a request in a message', { data: { method: 'eth_sendTransaction', params: [call] } }],
  ])('are looked at for %s', (_, params) => {
    expect(looksLikeCall('vendor_odd', JSON.stringify(params))).toBe(true);
    const read = readRequest({ method: 'vendor_odd', params }, { chainId: 1, account: null });
    expect(read.matters).toBe(true);
  });

  it.each([
    ['eth_call', [call]],
    ['eth_estimateGas', [call]],
    ['pm_sponsorUserOperation', [call]],
    ['wallet_watchAsset', { type: 'ERC20', options: { address: stranger, symbol: 'X' } }],
    ['wallet_addEthereumChain', [{ chainId: '0x1', rpcUrls: ['https://a.example'] }]],
    ['vendor_odd', ['to: nobody', 'primaryType']],
  ])('are left alone: %s', (method, params) => {
    expect(looksLikeCall(method, JSON.stringify(params))).toBe(false);
  });
});

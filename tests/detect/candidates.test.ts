import { encodeFunctionData, parseAbi } from 'viem';
import { describe, expect, it } from 'vitest';

import { detect } from '../../lib/detect/index.ts';
import { check } from '../../lib/pipeline.ts';
import { readRequest } from '../../lib/request/index.ts';
import { readExposure } from '../../lib/exposure/index.ts';
import { limitsFrom } from '../../lib/limits/index.ts';

const PERSON = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const VAULT = '0x007e0B8E99c6134E81A1eAAE754460E3202cB671';
const SITE = 'https://app.symbiotic.fi';
const abi = parseAbi(['function deposit(address,uint256)', 'function deposit(uint256,address)']);
const first = encodeFunctionData({ abi, functionName: 'deposit', args: [PERSON, 5n] });
const second = encodeFunctionData({ abi, functionName: 'deposit', args: [5n, PERSON] });

function asked(data: `0x${string}`, origin = SITE, chainId = 1) {
  const request = { method: 'eth_sendTransaction', params: [{ from: PERSON, to: VAULT, data }] };
  return { request, origin, chainId, account: PERSON } as const;
}

function found(data: `0x${string}`, origin = SITE, chainId = 1) {
  const context = { chainId, account: PERSON } as const;
  return detect(readRequest(asked(data, origin, chainId).request, context), { origin }, context);
}

describe('a call to a vault that no list names', () => {
  it('is a stranger by bundled data, and a candidate that only the factory can make a deposit', () => {
    const { deposits, notes, candidates, opensWindow, identity } = found(first);
    expect([deposits, opensWindow, identity.contractKnown]).toEqual([[], true, false]);
    expect(notes.map(({ id }) => id)).toContain('known-site-unknown-contract');
    expect(candidates.map(({ deposit }) => deposit)).toMatchObject([
      {
        protocol: 'symbiotic-v1',
        stake: 'symbiotic-v1',
        contract: VAULT,
        amount: 5n,
        receiver: PERSON.toLowerCase(),
      },
    ]);
    expect(found(second).candidates.map(({ deposit }) => deposit.stake)).toEqual(['symbiotic-v2']);
  });

  it('is no candidate on another site, another chain, or with arguments that are not those of a deposit', () => {
    expect(found(first, 'https://app.renzoprotocol.com').candidates).toEqual([]);
    expect(found(first, 'https://example.org').candidates).toEqual([]);
    expect(found(first, SITE, 10).candidates).toEqual([]);
    expect(found(`0x${first.slice(2, 20)}`).candidates).toEqual([]);
  });
});

const nobody = (deposit: Parameters<typeof readExposure>[0]) =>
  readExposure(deposit, {
    nodes: [],
    now: () => 0,
    signal: new AbortController().signal,
    deadlineMs: 1_000,
  });
const ids = (notes: readonly { readonly id: string }[]) => notes.map(({ id }) => id);

describe('the path of a deposit', () => {
  const own = { limits: limitsFrom('balanced'), guesses: {} };

  it('takes a vault that the factory knows for a deposit, its contract for known', async () => {
    const result = await check(asked(first), own, nobody, undefined, null, () => Promise.resolve(true));
    expect(result.deposits.map(({ deposit }) => deposit.stake)).toEqual(['symbiotic-v1']);
    expect(ids(result.found.notes)).not.toContain('known-site-unknown-contract');
    expect(result.found.identity).toMatchObject({
      contractKnown: true,
      sameProtocol: true,
      recipientIsUser: true,
    });
  });

  it.each([
    ['the factory does not know it', () => Promise.resolve(false)],
    ['nobody can be asked', null],
  ] as const)('leaves the finding where %s', async (_, confirm) => {
    const result = await check(asked(first), own, nobody, undefined, null, confirm);
    expect(result.deposits).toEqual([]);
    expect(ids(result.found.notes)).toContain('known-site-unknown-contract');
    expect(result.overall?.level).toBe('exceeds');
  });

  it('does not let one genuine vault speak for a stranger beside it', async () => {
    const stranger = { from: PERSON, to: '0x1111111111111111111111111111111111111111', data: first };
    const request = {
      method: 'wallet_sendCalls',
      params: [
        {
          version: '2.0.0',
          chainId: '0x1',
          from: PERSON,
          atomicRequired: true,
          calls: [{ to: VAULT, data: first }, stranger],
        },
      ],
    };
    const confirm = ({ deposit }: { readonly deposit: { readonly contract: string } }) =>
      Promise.resolve(deposit.contract === VAULT);
    const result = await check({ ...asked(first), request }, own, nobody, undefined, null, confirm);
    expect(result.deposits).toHaveLength(1);
    expect(ids(result.found.notes)).toContain('known-site-unknown-contract');
    expect(result.found.identity.contractKnown).toBe(false);
  });

  it('does not let one genuine vault hide what runs on another chain than the page claims', async () => {
    const renzo = { to: '0x74a09653A083691711cF8215a6ab074BB4e99ef5', value: '0x5', data: '0xf6326fb3' };
    const calls = [{ to: VAULT, data: first }, renzo];
    const request = { method: 'wallet_sendCalls', params: [{ from: PERSON, calls }] };
    const claimed = { ...asked(first), request, chainId: 137, claims: true } as const;
    const result = await check(claimed, own, nobody, undefined, null, () => Promise.resolve(true));
    expect(result.deposits.map(({ deposit }) => deposit.protocol).sort()).toEqual(['renzo', 'symbiotic-v1']);
    expect(ids(result.found.notes)).toContain('chain-not-sure');
  });
});

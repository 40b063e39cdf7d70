import { encodeFunctionData, pad, parseAbi, toEventSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { type Address, GuardError } from '../../lib/core/index.ts';
import { detect } from '../../lib/detect/index.ts';
import { type NodePort, type RpcReply, tryRequest } from '../../lib/exposure/index.ts';
import { triage } from '../../lib/pipeline.ts';
import { readRequest } from '../../lib/request/index.ts';

const ME = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const ROUTER = '0x00000000000000000000000000000000005a5a5a';
/** Renzo's RestakeManager and its `depositETH()`. */
const RESTAKE_MANAGER = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const depositEth = { value: '0x5', data: '0xf6326fb3' };
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';

const bought = {
  address: EZETH,
  topics: [toEventSelector('Transfer(address,address,uint256)'), pad(ROUTER), pad(ME)],
  data: toHex(5n, { size: 32 }),
};

const SAFE = '0x00000000000000000000000000000000005afe01';
const DAI = '0x6B175474E89094C44Da98b954EedeAC495271d0F';
const ZERO = '0x0000000000000000000000000000000000000000';
const safe = parseAbi([
  'function execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)',
]);

function moved(address: Address, from: Address, to: Address) {
  return { ...bought, address, topics: [bought.topics[0], pad(from), pad(to)] };
}

type Said =
  | 'buys'
  | 'nothing'
  | 'nothing twice'
  | 'reverts'
  | 'not-offered'
  | 'silent'
  | 'safe buys'
  | 'buys2'
  | 'no-code'
  | 'code-not-said';

function triedAs(status: string, logs: readonly unknown[], count = 1): RpcReply {
  return { ok: true, result: [{ calls: Array.from({ length: count }, () => ({ status, logs })) }] };
}

/** A made node of one chain that says one thing of every request. */
function nodeOf(chainId: number, said: Said, asked: unknown[] = []): NodePort {
  const replies: Readonly<Record<Exclude<Said, 'silent'>, RpcReply>> = {
    buys: triedAs('0x1', [bought]),
    'safe buys': triedAs('0x1', [moved(DAI, SAFE, ROUTER), moved(EZETH, ROUTER, SAFE)]),
    buys2: {
      ok: true,
      result: [
        {
          calls: [
            { status: '0x1', logs: [] },
            { status: '0x1', logs: [bought] },
          ],
        },
      ],
    },
    nothing: triedAs('0x1', []),
    'nothing twice': triedAs('0x1', [], 2),
    'no-code': triedAs('0x1', []),
    'code-not-said': triedAs('0x1', []),
    reverts: triedAs('0x0', []),
    'not-offered': { ok: false, code: -32601, message: 'no such method' },
  };
  return {
    name: String(chainId),
    batch: (calls) => {
      asked.push(...calls);
      if (said === 'silent') return Promise.reject(new GuardError('rpc/timeout', 'No answer.', ''));
      const codes = calls.slice(2).map((): RpcReply => {
        if (said === 'code-not-said') return { ok: false, code: null, message: 'busy' };
        return { ok: true, result: said === 'no-code' ? '0x' : '0x6000' };
      });
      return Promise.resolve([{ ok: true, result: toHex(chainId) }, replies[said], ...codes]);
    },
  };
}

function triaged(
  nodes: readonly (readonly [number, NodePort])[],
  change: { chainId?: number; from?: string | undefined; method?: string; to?: string } = {},
) {
  const { chainId = 1, method = 'eth_sendTransaction', to = ROUTER } = change;
  const from = 'from' in change ? change.from : ME;
  const request = { method, params: [{ from, to, value: '0x5', data: '0x12345678' }] };
  const asked = { request, origin: 'https://stake.example', chainId, account: null, claims: true } as const;
  return triage(asked, { nodes: new Map(nodes), signal: new AbortController().signal });
}

/** A request as the extension is asked it: chain and account are the page's word. */
function askedOf(request: { readonly method: string; readonly params: unknown }) {
  return { request, origin: 'https://stake.example', chainId: 1, account: null, claims: true } as const;
}

const hold = { action: 'hold' };
const forward = { action: 'forward', line: null };

describe('requests whose calldata shows nothing, with simulation switched on', () => {
  it('holds one that ends with a restaking token, and lets go one that does not', async () => {
    expect(await triaged([[1, nodeOf(1, 'buys')]])).toEqual(hold);
    expect(await triaged([[1, nodeOf(1, 'nothing')]])).toEqual(forward);
  });

  it.each(['reverts', 'not-offered', 'silent', 'no-code', 'code-not-said'] as const)(
    'holds one that could not be tried: %s',
    async (said) => {
      expect(await triaged([[1, nodeOf(1, said)]])).toEqual(hold);
    },
  );

  it('holds one on a chain without a node of the person', async () => {
    expect(await triaged([[1, nodeOf(1, 'nothing')]], { chainId: 137 })).toEqual(hold);
    expect(await triaged([])).toEqual(hold);
  });

  it('does not believe a page that names another chain', async () => {
    const nodes = [
      [1, nodeOf(1, 'buys')],
      [137, nodeOf(137, 'nothing')],
    ] as const;
    expect(await triaged(nodes, { chainId: 137 })).toEqual(hold);
  });

  it('lets go one that fails only where nobody said it would run', async () => {
    const nodes = [
      [1, nodeOf(1, 'reverts')],
      [137, nodeOf(137, 'nothing')],
    ] as const;
    expect(await triaged(nodes, { chainId: 137 })).toEqual(forward);
  });

  it('holds one that does not say who sends it', async () => {
    expect(await triaged([[1, nodeOf(1, 'nothing')]], { from: undefined })).toEqual(hold);
  });

  it('lets go a call to an address without code only where nobody said it would run', async () => {
    const nodes = [
      [1, nodeOf(1, 'no-code')],
      [137, nodeOf(137, 'nothing')],
    ] as const;
    expect(await triaged(nodes, { chainId: 137 })).toEqual(forward);
  });

  it('asks for no code where a call carries no data', async () => {
    const asked: unknown[] = [];
    const request = { method: 'eth_sendTransaction', params: [{ from: ME, to: ROUTER, value: '0x5' }] };
    const plain = askedOf(request);
    const nodes = new Map([[1, nodeOf(1, 'no-code', asked)]]);
    expect(await triage(plain, { nodes, signal: new AbortController().signal })).toEqual(forward);
    expect(asked).toHaveLength(2);
  });

  it('does not try it as the account that the page claims: it could choose what is seen', async () => {
    const request = { method: 'eth_sendTransaction', params: [{ to: ROUTER, data: '0x12345678' }] };
    const asked = { request, origin: 'https://stake.example', chainId: 1, account: ME } as const;
    const trial = { nodes: new Map([[1, nodeOf(1, 'nothing')]]), signal: new AbortController().signal };
    expect(await triage({ ...asked, claims: true }, trial)).toEqual(hold);
    expect(await triage(asked, trial)).toEqual(forward);
  });

  it('holds one whose calls name a chain without a node, whatever the first one names', async () => {
    const call = { to: ROUTER, data: '0x12345678' };
    const calls = [call, { ...call, chainId: '0x2105' }];
    const request = { method: 'wallet_sendCalls', params: [{ from: ME, chainId: '0x1', calls }] };
    const asked = askedOf(request);
    const nodes = new Map([[1, nodeOf(1, 'nothing twice')]]);
    expect(await triage(asked, { nodes, signal: new AbortController().signal })).toEqual(hold);
  });

  it('holds a transaction of an account that is only signed: it is not tried', async () => {
    const types = {
      EIP712Domain: [{ name: 'verifyingContract', type: 'address' }],
      SafeTx: [
        { name: 'to', type: 'address' },
        { name: 'value', type: 'uint256' },
        { name: 'data', type: 'bytes' },
        { name: 'operation', type: 'uint8' },
      ],
    };
    const message = { to: ROUTER, value: '5', data: '0x12345678', operation: '0' };
    const typed = { types, primaryType: 'SafeTx', domain: { chainId: 1, verifyingContract: ME }, message };
    const request = { method: 'eth_signTypedData_v4', params: [ME, JSON.stringify(typed)] };
    const asked = askedOf(request);
    const nodes = new Map([[1, nodeOf(1, 'nothing')]]);
    expect(await triage(asked, null)).toEqual(forward);
    expect(await triage(asked, { nodes, signal: new AbortController().signal })).toEqual(hold);
    const hello = { ...asked, request: { method: 'personal_sign', params: ['0x68656c6c6f', ME] } };
    expect(await triage(hello, { nodes, signal: new AbortController().signal })).toEqual(forward);
  });

  it('holds one with two kinds of calldata: tried one after the other, the first may hide the second', async () => {
    const request = {
      method: 'eth_sendTransaction',
      params: [{ from: ME, to: ROUTER, data: '0x12345678', input: '0x87654321' }],
    };
    const asked = askedOf(request);
    const nodes = new Map([[1, nodeOf(1, 'nothing twice')]]);
    expect(await triage(asked, { nodes, signal: new AbortController().signal })).toEqual(hold);
  });

  it('finds what a smart account on the way gets, and does not name what that paid', async () => {
    const inner = [ROUTER, 0n, '0x12345678', 0, 0n, 0n, 0n, ZERO, ZERO, '0x'] as const;
    const data = encodeFunctionData({ abi: safe, args: inner });
    const params = [{ from: ME, to: SAFE, data }];
    const read = readRequest({ method: 'eth_sendTransaction', params }, { chainId: 1, account: null });
    const signal = new AbortController().signal;
    const found = await tryRequest(read, null, { nodes: new Map([[1, nodeOf(1, 'safe buys')]]), signal });
    expect(found.deposits).toMatchObject([{ receiver: SAFE, token: EZETH, asset: null, amount: null }]);
    const context = { chainId: 1, account: ME, claims: true } as const;
    const { notes } = detect(read, { origin: 'https://stake.example' }, context, found);
    expect(notes.map(({ id }) => id)).toEqual(['receiver-smart-account', 'found-by-trial']);
  });

  it('counts the value of every call for what is paid', async () => {
    const call = { to: ROUTER, data: '0x12345678' };
    const calls = [
      { ...call, value: '0x1' },
      { ...call, value: '0x64' },
    ];
    const read = readRequest(
      { method: 'wallet_sendCalls', params: [{ from: ME, calls }] },
      { chainId: 1, account: ME },
    );
    const nodes = new Map([[1, nodeOf(1, 'buys2')]]);
    const found = await tryRequest(read, ME, { nodes, signal: new AbortController().signal });
    expect(found.deposits).toMatchObject([{ asset: 'native', amount: 101n }]);
  });

  it('asks no node about reads, nor whether to hold a deposit that the calldata shows', async () => {
    const asked: unknown[] = [];
    expect(await triaged([[1, nodeOf(1, 'nothing', asked)]], { method: 'eth_call' })).toEqual(forward);
    const deposit = {
      method: 'eth_sendTransaction',
      params: [{ from: ME, to: RESTAKE_MANAGER, ...depositEth }],
    };
    const known = { request: deposit, origin: 'https://stake.example', chainId: 1 };
    const trial = {
      nodes: new Map([[1, nodeOf(1, 'nothing', asked)]]),
      signal: new AbortController().signal,
    };
    expect(await triage({ ...known, account: ME, claims: true }, trial)).toEqual(hold);
    expect(asked).toEqual([]);
  });

  it('asks nothing at all while it is switched off', async () => {
    const request = { method: 'eth_sendTransaction', params: [{ from: ME, to: ROUTER, data: '0x12345678' }] };
    const asked = { request, origin: 'https://stake.example', chainId: 1, account: ME } as const;
    expect(await triage(asked, null)).toEqual(forward);
  });
});

import { encodeFunctionData, pad, parseAbi, toEventSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { type Address, GuardError } from '../../lib/core/index.ts';
import { type NodePort, readExposure } from '../../lib/exposure/index.ts';
import { limitsFrom } from '../../lib/limits/index.ts';
import { plain } from '../../lib/explain/index.ts';
import { noteLevel } from '../../lib/limits/finding-level.ts';
import { toCheckedView } from '../../lib/messages/to-checked-view.ts';
import { check } from '../../lib/pipeline.ts';

const ME = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const STRANGER = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const ZERO = '0x0000000000000000000000000000000000000000';
const EZETH = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const PUFETH = '0xD9A442856C234a39a81a089C06451EBAa4306a72';
const VAULT = '0x007e0B8E99c6134E81A1eAAE754460E3202cB671';
const STRATEGY_MANAGER = '0x858646372CC42E1A627fcE94aa7A7033e7CF075A';
const DELEGATION = '0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A';
const STETH_STRATEGY = '0x93c4b944D05dfe6df7645A86cd2206016c51564D';
const OTHER_STRATEGY = '0x54945180dB7943c0ed0FEE7EdaB2Bd24620256bc';
const STETH = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';

const PZETH = '0x8c9532a60E0E7C6BbD2B2c1303F63aCE1c3E9811';
const EZETH_ARBITRUM = '0x2416092f143378750bb29b79eD961ab195CcEea5';
const PODS = '0x91E677b07F7AF907ec9a428aafA9fc14a0d3A338';
const WEETH = '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee';
const LIQUID_ETH = '0xf0bb20865277aBd641a307eCe5Ee04E79073416C';
const ROUTER = '0x00000000000000000000000000000000005a5a5a';
const RENZO = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';

/** `depositETH()` of Renzo's RestakeManager. */
const renzo = { to: RENZO, value: '0x5', data: '0xf6326fb3' } as const;
const intoStEth = {
  to: STRATEGY_MANAGER,
  data: encodeFunctionData({
    abi: parseAbi(['function depositIntoStrategy(address,address,uint256)']),
    args: [STETH_STRATEGY, STETH, 7n],
  }),
} as const;
const toOperator = {
  to: DELEGATION,
  data: encodeFunctionData({
    abi: parseAbi(['function delegateTo(address,(bytes,uint256),bytes32)']),
    args: [RENZO, ['0x', 0n], pad('0x00')],
  }),
} as const;
const intoVault = {
  to: VAULT,
  data: encodeFunctionData({ abi: parseAbi(['function deposit(address,uint256)']), args: [ME, 5n] }),
} as const;

/** `deposit(uint256,address)` of pzETH, which stands in the registry under the protocol that built it. */
const intoPzeth = {
  to: PZETH,
  data: encodeFunctionData({ abi: parseAbi(['function deposit(uint256,address)']), args: [5n, ME] }),
} as const;
/** `wrapEth(uint256,uint256)` of ether.fi's membership: what it gives is not in the registry. */
const wrapsEther = {
  to: '0x3d320286E014C3e1ce99Af6d6B00f0C1D63E3000',
  value: '0x1',
  data: encodeFunctionData({ abi: parseAbi(['function wrapEth(uint256,uint256)']), args: [1n, 0n] }),
} as const;
const WETH = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
/** `deposit` of ether.fi's LiquidRefer: what it gives is not named in the registry. */
const refers = {
  to: '0x1d536713E681B3679f6201f0aD0f83d79eff3ede',
  data: encodeFunctionData({
    abi: parseAbi(['function deposit(address,address,uint256,uint256,address)']),
    args: [WETH, '0x9AA79C84b79816ab920bBcE20f8f74557B514734', 5n, 1n, ZERO],
  }),
} as const;
const router = { to: ROUTER, data: '0x12345678' } as const;
/** The form of an entry point, at a contract that nobody knows. */
const operations = {
  to: ROUTER,
  data: encodeFunctionData({
    abi: parseAbi([
      'function handleOps((address,uint256,bytes,bytes,uint256,uint256,uint256,uint256,uint256,bytes,bytes)[],address)',
    ]),
    args: [[[STRANGER, 0n, '0x', '0x', 0n, 0n, 0n, 0n, 0n, '0x', '0x']], ROUTER],
  }),
} as const;
const newPod = {
  to: PODS,
  data: encodeFunctionData({ abi: parseAbi(['function createPod()']) }),
} as const;
const pod = {
  address: PODS,
  topics: [toEventSelector('PodDeployed(address,address)'), pad(STRANGER), pad(ME)],
  data: '0x',
};

function gets(token: Address, who: Address) {
  return {
    address: token,
    topics: [toEventSelector('Transfer(address,address,uint256)'), pad(ZERO), pad(who)],
    data: toHex(5n, { size: 32 }),
  };
}

function shares(strategy: Address) {
  const words = [ME, strategy, toHex(7n)].map((part) => part.slice(2).toLowerCase().padStart(64, '0'));
  return {
    address: STRATEGY_MANAGER,
    topics: [toEventSelector('Deposit(address,address,uint256)')],
    data: `0x${words.join('')}`,
  };
}

function delegates(operator: Address) {
  const topics = [toEventSelector('StakerDelegated(address,address)'), pad(ME), pad(operator)];
  return { address: DELEGATION, topics, data: '0x' };
}

const simulated = z.tuple(
  [z.object({ blockStateCalls: z.tuple([z.object({ calls: z.array(z.unknown()) })]) })],
  z.unknown(),
);

/** How many calls a trial is asked to make. */
function countOf(params: unknown): number {
  return simulated.parse(params)[0].blockStateCalls[0].calls.length;
}

/** A made node, of Ethereum or another chain, on which the last call writes these logs; null: it fails. */
function nodeWith(logs: readonly unknown[] | null, chainId = 1): NodePort {
  const ran = { status: logs === null ? '0x0' : '0x1', logs: logs ?? [] };
  return {
    name: String(chainId),
    batch: (calls) => {
      const before = Array.from({ length: countOf(calls[1]?.params) - 1 }, () => ({
        status: '0x1',
        logs: [],
      }));
      return Promise.resolve([
        { ok: true, result: toHex(chainId) },
        { ok: true, result: [{ calls: [...before, ran] }] },
        ...calls.slice(2).map(() => ({ ok: true, result: '0x6000' }) as const),
      ]);
    },
  };
}

function silent(chainId: number): NodePort {
  return {
    name: String(chainId),
    batch: () => Promise.reject(new GuardError('rpc/timeout', 'No answer.', '')),
  };
}

type Sent = { readonly to: Address; readonly data: `0x${string}`; readonly value?: string };
type Change = {
  readonly origin?: string;
  readonly chainId?: number;
  readonly elsewhere?: NodePort;
  /** Chain and account are only the page's word, as in the extension. */
  readonly claims?: false;
};

function nameOf(receiver: Address | null): string {
  if (receiver === null) return 'nobody named';
  const names = { [ME.toLowerCase()]: 'me', [STRANGER.toLowerCase()]: 'a stranger' };
  return names[receiver.toLowerCase()] ?? receiver;
}

/** What is judged, as "what, for whom"; a trial's own with a plus before it. And the notes that matter here. */
async function checked(sent: Sent | readonly Sent[], node: NodePort | null, change: Change = {}) {
  const { origin = 'https://stake.example', chainId = 1, elsewhere, claims } = change;
  const asked = {
    request:
      'to' in sent
        ? { method: 'eth_sendTransaction', params: [{ from: ME, ...sent }] }
        : { method: 'wallet_sendCalls', params: [{ from: ME, calls: sent }] },
    origin,
    chainId,
    account: ME,
    ...(claims === false ? {} : { claims: true as const }),
  } as const;
  const { signal } = new AbortController();
  const nobody: Parameters<typeof check>[2] = (deposit) =>
    readExposure(deposit, { nodes: [], now: () => 0, signal, deadlineMs: 1_000 });
  const nodes = new Map<number, NodePort>();
  for (const one of [node, elsewhere]) if (one != null) nodes.set(Number(one.name), one);
  const trial = { nodes, signal };
  const own = { limits: limitsFrom('balanced'), guesses: {} };
  const result = await check(asked, own, nobody, undefined, trial, async () => true);
  const { found, overall, deposits } = result;
  return {
    deposits: found.deposits.map(
      ({ gives, kind, via, receiver }) =>
        `${via.includes('trial') ? '+' : ''}${gives ?? kind} for ${nameOf(receiver)}`,
    ),
    notes: found.notes.map(({ id }) => id).filter((id) => /tri|receiver|chain/.test(id)),
    found,
    overall,
    shown: toCheckedView(result, { final: true, now: 0 }).deposits.map(
      ({ explanation }) => explanation?.word,
    ),
    given: deposits.map(({ explanation }) =>
      explanation.sentences.map(plain).includes('Your own nodes were given this request, to try it.'),
    ),
    about: deposits.map(({ assessment }) =>
      assessment.findings.flatMap((finding) => (finding.kind === 'note' ? [finding.id] : [])),
    ),
  };
}

const ownRenzo = 'ezETH for me';

describe.each([
  ['with chain and account claimed by the page', {}],
  ['with chain and account known', { claims: false }],
] as const)('a request that shows a deposit, with simulation switched on, %s', (_, claims) => {
  const look = (sent: Sent | readonly Sent[], logs: readonly unknown[] | null, change: Change = {}) =>
    checked(sent, nodeWith(logs), { ...claims, ...change });

  it('is judged as it stands where the trial shows the same', async () => {
    const same = await look(renzo, [gets(EZETH, ME)]);
    expect(same).toMatchObject({ deposits: [ownRenzo], notes: [], given: [true] });
    expect(await look(intoStEth, [shares(STETH_STRATEGY)])).toMatchObject({
      deposits: ['deposit for me'],
      notes: [],
    });
    expect((await look(toOperator, [delegates(RENZO)])).deposits).toEqual(['delegate for me']);
    expect((await look(newPod, [pod])).deposits).toEqual(['exposure-change for me']);
    expect((await look(intoPzeth, [gets(PZETH, ME)])).deposits).toEqual(['pzETH for me']);
  });

  it('is judged with another token that the trial shows beside it, and no amount is made up for that', async () => {
    const { deposits, notes, found, about } = await look(
      [renzo, router],
      [gets(EZETH, ME), gets(PUFETH, ME)],
    );
    expect(deposits).toEqual([ownRenzo, '+pufETH for me']);
    expect(notes).toEqual(['found-by-trial']);
    expect(about).toEqual([['known-contract-unknown-site', 'found-by-trial'], ['found-by-trial']]);
    expect(found.deposits.map(({ asset, amount }) => [asset, amount])).toEqual([
      ['native', 5n],
      [null, null],
    ]);
  });

  it.each([
    ['shares beside a token', renzo, shares(STETH_STRATEGY), '+deposit for me'],
    ['a delegation beside a token', renzo, delegates(STRANGER), '+delegate for me'],
    ['shares beside a delegation', toOperator, shares(STETH_STRATEGY), '+deposit for me'],
    ['a delegation beside shares', intoStEth, delegates(STRANGER), '+delegate for me'],
    ['a pod beside a delegation', toOperator, pod, '+exposure-change for me'],
    ['a pod beside shares', intoStEth, pod, '+exposure-change for me'],
    ['shares beside a pod', newPod, shares(STETH_STRATEGY), '+deposit for me'],
    ['shares of another strategy', intoStEth, shares(OTHER_STRATEGY), '+deposit for me'],
    ['a delegation to another operator', toOperator, delegates(STRANGER), '+delegate for me'],
    ['another token of the protocol', renzo, gets(PZETH, ME), '+pzETH for me'],
    ['a token that is not said to be given', wrapsEther, gets(LIQUID_ETH, ME), '+liquidETH for me'],
    ['a token of its protocol for a stranger', wrapsEther, gets(WEETH, STRANGER), '+weETH for a stranger'],
  ])('is judged with %s', async (_name, sent, log, wanted) => {
    const { deposits } = await look(sent, [log]);
    expect(deposits).toHaveLength(2);
    expect(deposits[1]).toBe(wanted);
  });

  it('tells two chains apart', async () => {
    const elsewhere = nodeWith([gets(EZETH_ARBITRUM, ME)], 42_161);
    const { deposits } = await look(renzo, [gets(EZETH, ME)], { elsewhere });
    expect(deposits).toEqual([ownRenzo, '+ezETH for me']);
  });

  it('is judged a second time where its token ends with somebody else, and says that it does', async () => {
    const { deposits, notes, overall } = await look(renzo, [gets(EZETH, STRANGER)]);
    expect(deposits).toEqual([ownRenzo, '+ezETH for a stranger']);
    expect(notes).toEqual(['receiver-not-user', 'found-by-trial']);
    expect(overall?.level).toBe('exceeds');
  });

  it('does not take a stranger for the person because a call names them as the owner of an account', async () => {
    const unnamed = await look([renzo, router], [gets(EZETH, STRANGER)]);
    expect(unnamed.notes).toContain('receiver-not-user');
    const named = await look([renzo, operations, router], [gets(EZETH, STRANGER)]);
    expect(named.deposits).toEqual([ownRenzo, '+ezETH for a stranger']);
    expect(named.notes).toContain('receiver-smart-account');
    expect(named.found.identity.recipientIsUser).not.toBe(true);
  });

  it('shows each deposit with what was found of it, whatever the trial adds', async () => {
    const alone = await look(renzo, [gets(EZETH, ME)]);
    expect(alone.shown).toHaveLength(1);
    expect((await look(renzo, null)).shown).toEqual(['Not checked']);
    const both = await look(renzo, [gets(EZETH, ME), gets(PUFETH, ME)]);
    expect(both.shown).toEqual([...alone.shown, 'Not checked']);
  });

  it('is no unknown contract for what a known one really gives', async () => {
    const own = { origin: 'https://app.ether.fi' };
    const { deposits, overall } = await look(refers, [gets(LIQUID_ETH, ME)], own);
    expect(deposits).toEqual(['deposit for me', '+liquidETH for me']);
    expect(overall?.level).toBe('cannot_evaluate');
    expect((await look([refers, router], [gets(LIQUID_ETH, ME)], own)).overall?.level).toBe('exceeds');
  });

  it('tells a great many positions as that, and one that is written down again and again once', async () => {
    const same = Array.from({ length: 500 }, () => shares(OTHER_STRATEGY));
    const { found } = await look(intoStEth, same);
    expect(found.deposits.map(({ shares: amount }) => amount)).toEqual([null, 3_500n]);
    const many = Array.from({ length: 30 }, (_x, at) => shares(pad(toHex(at + 1), { size: 20 })));
    const flooded = await look(intoStEth, many);
    expect(flooded.deposits).toHaveLength(21);
    expect(flooded.found.notes.map(({ id }) => id)).toContain('not-fully-read');
  });

  it('tells what a stranger gets of a hidden token, and what the person gets beside it', async () => {
    const more = { ...gets(PUFETH, STRANGER), data: toHex(6n, { size: 32 }) };
    const { deposits, notes } = await look(renzo, [gets(EZETH, ME), more, gets(PUFETH, ME)]);
    expect(deposits).toEqual([ownRenzo, '+pufETH for a stranger', '+pufETH for me']);
    expect(notes).toContain('receiver-not-user');
  });

  it('says so where it could not be tried, and is no longer within limits', async () => {
    const { deposits, notes, found } = await look(renzo, null);
    expect(deposits).toEqual([ownRenzo]);
    expect(notes).toEqual(['rest-not-tried']);
    expect(noteLevel('rest-not-tried', false)).toBe('warn');
    expect(found.opensWindow).toBe(true);
  });

  it('is not held against a node of a chain that nobody named', async () => {
    for (const elsewhere of [nodeWith(null, 42_161), silent(42_161)])
      expect((await look(renzo, [gets(EZETH, ME)], { elsewhere })).notes).toEqual([]);
  });

  it.each([[[gets(PUFETH, ME)]], [null]])(
    'keeps a vault that only its factory knows, whatever the trial shows beside it',
    async (logs) => {
      const { deposits } = await look(intoVault, logs, { origin: 'https://app.symbiotic.fi' });
      expect(deposits).toEqual(['deposit for me', ...(logs === null ? [] : ['+pufETH for me'])]);
    },
  );
});

it('keeps a deposit on another chain than the page claims, and that the chain is not sure', async () => {
  const node = nodeWith([gets(EZETH, ME), gets(PUFETH, ME)]);
  const { deposits, notes } = await checked(renzo, node, { chainId: 137 });
  expect(deposits).toEqual([ownRenzo, '+pufETH for me']);
  expect(notes).toEqual(['rest-not-tried', 'found-by-trial', 'chain-not-sure']);
});

it('keeps what an approval says, whatever the trial shows', async () => {
  const data = encodeFunctionData({
    abi: parseAbi(['function approve(address,uint256)']),
    args: [RENZO, 5n],
  });
  const { deposits, found } = await checked({ to: STETH, data }, nodeWith([gets(PUFETH, ME)]));
  expect(deposits).toEqual(['+pufETH for me']);
  expect(found.notes.map(({ id }) => id)).toContain('approval-to-deposit-contract');
});

it.each([
  ['no node of the person is for it', null],
  ['it fails there', nodeWith(null)],
])('says of a deposit on another chain than the page claims that %s', async (_, node) => {
  const { notes } = await checked(renzo, node, { chainId: 137, elsewhere: nodeWith([], 137) });
  expect(notes).toEqual(['rest-not-tried', 'chain-not-sure']);
});

import type { Deposit } from '../../lib/detect/index.ts';
import {
  type Exposure,
  type NodePort,
  type Probe,
  probeNode,
  readExposure,
  type RpcCall,
  type ReadOptions,
} from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import type { WorldName } from '../../tools/chain/world.ts';

/** Who deposits, in every test. */
export const PERSON = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const STETH = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';
export const STETH_STRATEGY = '0x93c4b944D05dfe6df7645A86cd2206016c51564D';

export const STAKE_OF = {
  renzo: 'renzo-ezeth',
  kelp: 'kelp-rseth',
  puffer: 'puffer-pufeth',
  etherfi: 'etherfi',
  swell: 'swell-rsweth',
  yneth: 'yieldnest-yneth',
  ynlsde: 'yieldnest-ynlsde',
  mantle: 'mantle-cmeth',
  unifieth: 'puffer-unifieth',
  'eigenlayer-direct': 'eigenlayer-direct',
} as const satisfies Record<WorldName, string>;

/** Every world of a token or position, in one order. */
export const WORLDS: readonly WorldName[] = [
  'renzo',
  'kelp',
  'puffer',
  'eigenlayer-direct',
  'etherfi',
  'swell',
  'yneth',
  'ynlsde',
  'mantle',
  'unifieth',
];

/** Registered ids that are not the world's own name. */
const PROTOCOL_OF: Partial<Record<WorldName, string>> = {
  'eigenlayer-direct': 'eigenlayer',
  yneth: 'yieldnest',
  ynlsde: 'yieldnest',
  unifieth: 'puffer',
  mantle: 'mantle-meth-cmeth',
};

/** Ten ETH, or ten stETH, into what a world holds; nothing but the fields a reading looks at is meant. */
export function depositOf(world: WorldName, change: Partial<Deposit> = {}): Deposit {
  const direct = world === 'eigenlayer-direct';
  return {
    protocol: PROTOCOL_OF[world] ?? world,
    kind: 'deposit',
    chainId: 1,
    contract: '0x858646372CC42E1A627fcE94aa7A7033e7CF075A',
    contractName: 'made for this test',
    signature: direct ? 'depositIntoStrategy(address,address,uint256)' : 'deposit()',
    asset: direct ? STETH : 'native',
    assetSymbol: null,
    amount: 10n ** 19n,
    amountUnit: 'assets',
    shares: null,
    receiver: PERSON,
    caller: PERSON,
    gives: null,
    token: null,
    strategy: direct ? STETH_STRATEGY : null,
    operator: null,
    withdrawal: null,
    data: '0x',
    via: [],
    stake: STAKE_OF[world],
    ...change,
  };
}

/** Reads with defaults: the given nodes, half a minute. */
export function read(
  deposit: Deposit,
  nodes: readonly NodePort[],
  options: Partial<ReadOptions> = {},
): Promise<Exposure> {
  return readExposure(deposit, {
    nodes,
    now: () => Date.now(),
    signal: new AbortController().signal,
    deadlineMs: 30_000,
    ...options,
  });
}

/** What the extension has after it probed its nodes. */
export async function probed(nodes: readonly NodePort[]): Promise<Record<string, Probe>> {
  const found: Record<string, Probe> = {};
  for (const node of nodes) found[node.name] = await probeNode(node, AbortSignal.timeout(10_000));
  return found;
}

/** A node that refuses every call longer than a bundle of reads: it never runs the lens. */
export function withoutLens(url: string): NodePort {
  const node = createNode(url);
  return {
    name: `${url} without lens`,
    batch: async (calls, signal) => {
      const replies = await node.batch(calls, signal);
      return replies.map((reply, i) =>
        heavy(calls[i] ?? { method: '', params: [] })
          ? { ok: false, code: -32000, message: 'refused' }
          : reply,
      );
    },
  };
}

/** Figures of the stake itself that were not read; bridges and markets, which no world holds here, have their own tests. */
export function unreadOfStake({ evidence }: Exposure): readonly string[] {
  return evidence.unread
    .map(({ figure }) => figure)
    .filter((figure) => !/^(bridge|market|sell)/.test(figure));
}

/** All that an exposure says, without how it was read. */
export function said(exposure: Exposure): Omit<Exposure, 'evidence'> & { readonly unread: unknown } {
  const { evidence, ...rest } = exposure;
  return { ...rest, unread: evidence.unread };
}

/** Whether a call brings the lens along. */
function heavy({ method, params }: RpcCall): boolean {
  if (method !== 'eth_call') return false;
  const data: unknown = Object.entries(params[0] ?? {}).find(([key]) => key === 'data')?.[1];
  return (
    params.length > 2 ||
    (typeof data === 'string' && data.includes('4e59b44847b379578588920ca78fbf26c0b4956c'))
  );
}

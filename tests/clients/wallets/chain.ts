/** The account of every wallet in these tests. */
export const account = '0x00000000000000000000000000000000000a11ce';
/** What a wallet answers to a transaction. */
export const hash = `0x${'5'.repeat(64)}`;
/** What it answers to a text. */
export const signature = `0x${'7'.repeat(128)}1b`;
const blockHash = `0x${'b'.repeat(64)}`;
const bloom = `0x${'0'.repeat(512)}`;

export type Asked = { readonly method: string; readonly params?: unknown };

/** One request as it reached a wallet: `by` says which. */
export type Reached = Asked & { readonly by: string };

/** Requests that could move funds or grant power: everything a wallet would ask its person for. */
export const acts = /^(eth_send|eth_sign|personal_sign|wallet_send|wallet_invoke)/;

/** Keeps what reached a wallet, copied as posting it to another process would copy it. */
export function record(by: string, { method, params }: Asked): void {
  const seen: unknown = JSON.parse(JSON.stringify({ by, method, params }));
  const list: unknown = Reflect.get(window, 'walletSaw');
  if (Array.isArray(list)) list.push(seen);
  else Object.assign(window, { walletSaw: [seen] });
}

/** Answers as a wallet with one account on a quiet main network would, without a network and without a person. */
export function answer({ method, params }: Asked): unknown {
  if (/requestAccounts$|requestPermissions$/.test(method)) connected = true;
  if (/accounts$/i.test(method)) return accounts();
  if (method === 'eth_sendTransaction') return sent(params);
  if (method === 'eth_getTransactionByHash') return transaction();
  return method in fixed ? fixed[method] : null;
}

let connected = false;

/** What a page may know: nothing before it has asked to connect. */
export function accounts(): string[] {
  return connected ? [account] : [];
}

let last: Record<string, unknown> = {};

function sent(params: unknown): string {
  const first: unknown = Array.isArray(params) ? params[0] : {};
  last = typeof first === 'object' && first !== null ? { ...first } : {};
  return hash;
}

const mined = { blockHash, blockNumber: '0x10', transactionIndex: '0x0', from: account };

function transaction(): object {
  const { to = null, value = '0x0', data = '0x' } = last;
  const fees = { gas: '0x5208', gasPrice: '0x3b9aca00' };
  const signed = {
    v: '0x1b',
    r: `0x${'7'.repeat(64)}`,
    s: `0x${'1'.repeat(64)}`,
    type: '0x0',
    chainId: '0x1',
  };
  return { ...mined, ...fees, ...signed, hash, nonce: '0x0', to, value, input: data };
}

const block = {
  number: '0x10',
  hash: blockHash,
  parentHash: blockHash,
  nonce: '0x0000000000000000',
  timestamp: '0x65000000',
  difficulty: '0x0',
  gasLimit: '0x1c9c380',
  gasUsed: '0x0',
  miner: account,
  extraData: '0x',
  baseFeePerGas: '0x3b9aca00',
  logsBloom: bloom,
  size: '0x1',
  stateRoot: blockHash,
  transactions: [],
  uncles: [],
};

const fixed: Readonly<Record<string, unknown>> = {
  eth_chainId: '0x1',
  net_version: '1',
  wallet_requestPermissions: [{ parentCapability: 'eth_accounts' }],
  wallet_getPermissions: [{ parentCapability: 'eth_accounts' }],
  eth_blockNumber: '0x10',
  eth_getBlockByNumber: block,
  eth_getBlockByHash: block,
  eth_gasPrice: '0x3b9aca00',
  eth_maxPriorityFeePerGas: '0x3b9aca00',
  eth_feeHistory: {
    oldestBlock: '0xf',
    baseFeePerGas: ['0x1', '0x1'],
    gasUsedRatio: [0.5],
    reward: [['0x1']],
  },
  eth_estimateGas: '0x5208',
  eth_getTransactionCount: '0x0',
  eth_getBalance: '0x8ac7230489e80000',
  eth_getCode: '0x',
  eth_call: '0x',
  personal_sign: signature,
  eth_getTransactionReceipt: {
    ...mined,
    transactionHash: hash,
    to: account,
    contractAddress: null,
    logs: [],
    logsBloom: bloom,
    cumulativeGasUsed: '0x5208',
    gasUsed: '0x5208',
    effectiveGasPrice: '0x1',
    status: '0x1',
    type: '0x0',
  },
};

import {
  type Client,
  createTestClient,
  http,
  publicActions,
  type PublicActions,
  type TestActions,
  walletActions,
  type WalletActions,
} from 'viem';
import { mainnet } from 'viem/chains';
import * as z from 'zod/mini';

import type { Address, Hex } from '../../lib/core/index.ts';
import { GuardError } from '../../lib/core/index.ts';
import { startAnvil } from './anvil.ts';
import { standInContracts } from './compiled.ts';
import { puttingEigenLayer, type Sending } from './eigenlayer-put.ts';
import { EIGENLAYER, made } from './eigenlayer-state.ts';
import { ask, type RpcRequest } from './node-rpc.ts';
import { type Answer, answering, type ContractState, forgetting, heeding, placing } from './stand-in.ts';
import type { Variant, World, WorldName } from './world-types.ts';
import { worlds } from './worlds/index.ts';

export type { Expected, Variant, World, WorldName } from './world-types.ts';

/** Ready-made first account of the local chain: unlocked, rich, known to everybody. */
export const DEMO_ACCOUNT: Address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
/** Sends the setting-up transactions, so that the demo account keeps nonce 0. */
const DRIVER: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';
/** A made height: above every delay, so that blocks in the past can be named. */
const BLOCK = 26_000_330n;
/** Blocks from the first to the one a world is made for: more than an hour of them. */
const DEPTH = 330n;
/** The last blocks, in which the world's state already stands. Few: each costs time when there is much state. */
const SETTLED_BLOCKS = 8n;
const BLOCK_SECONDS = 12n;
/** Lets all of the set-up into one block; the limit that was asked for holds from the next one on. */
const SETTING_UP_GAS = '0xffffffff';

export type ChainOptions = {
  /** Left out: the contracts stand, but hold nothing. */
  readonly world?: WorldName | World;
  /** Left out: `within`. */
  readonly variant?: Variant;
  /** Block gas limit, which is also what an eth_call may use; left out: 50 million. */
  readonly gasLimit?: number;
  /** Unix seconds of the last block; left out: now. A world that is given whole brings its own. */
  readonly timestamp?: number;
  /** Number of the last block, 330 or more; left out: 26,000,330. A world that is given whole brings its own. */
  readonly block?: bigint;
  readonly chainId?: number;
  /** Whose position `eigenlayer-direct` holds; left out: the demo account. */
  readonly account?: Address;
  /**
   * Seconds between blocks that come by themselves, beside those that transactions make; left out: none come.
   * Each is twelve seconds later than the one before, so 12 keeps the chain's time with the clock.
   */
  readonly blockTime?: number;
  readonly port?: number;
};

export type ChainClient = Client & PublicActions & TestActions & WalletActions;

/** A local chain with the stand-ins at the mainnet addresses. */
export type Chain = {
  readonly url: string;
  readonly world: World;
  readonly test: ChainClient;
  /** Puts contracts there, over what stood at their addresses. */
  place(contracts: readonly ContractState[]): Promise<void>;
  /** Changes answers of a contract; on the EigenLayer managers they go before the state. */
  answer(address: Address, answers: readonly Answer[]): Promise<void>;
  /** Takes such an answer back. `question` is its calldata or selector. */
  forget(address: Address, question: Hex): Promise<void>;
  /** Sends setter transactions (see `eigenlayer-put.ts`); each is mined into a block of its own. */
  send(sendings: readonly Sending[], from?: Address): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a local chain with chain id 1 and stand-in contracts at the real addresses, holding one world.
 *
 * @throws GuardError when anvil is missing or a transaction of the set-up fails
 */
export async function startChain(options: ChainOptions = {}): Promise<Chain> {
  const world = worldOf(options);
  const { block, timestamp } = world;
  const gasLimit = options.gasLimit ?? 50_000_000;
  const code = standInContracts();
  const anvil = await startAnvil({
    chainId: options.chainId ?? 1,
    gasLimit,
    timestamp: Number(timestamp - DEPTH * BLOCK_SECONDS),
    ...(options.port === undefined ? {} : { port: options.port }),
    args: ['--number', String(block - DEPTH)],
  });
  const runtime = (name: string): Hex => {
    const found = code[name]?.runtime;
    if (found === undefined)
      throw new GuardError('chain/no-contract', `No stand-in ${name}.`, 'See tools/chain/contracts.');
    return found;
  };
  const logic = new Map<string, Address>(
    world.contracts.flatMap(({ address, logic: to }) => (to ? [[address, to]] : [])),
  );
  const put = (requests: readonly RpcRequest[]) => ask(anvil.url, requests);
  const place = async (contracts: readonly ContractState[]) => {
    await put(contracts.flatMap((contract) => placing(contract, runtime('StandIn'))));
  };
  let timer: NodeJS.Timeout | undefined;
  const chain: Chain = {
    url: anvil.url,
    world,
    test: createTestClient({
      chain: mainnet,
      mode: 'anvil',
      transport: http(anvil.url),
      cacheTime: 0,
      pollingInterval: 50,
    })
      .extend(publicActions)
      .extend(walletActions),
    place,
    answer: async (address, answers) => {
      await put([
        heeding(address, logic.get(address)),
        ...answers.flatMap((entry) => answering(address, entry)),
      ]);
    },
    forget: async (address, question) => {
      await put([forgetting(address, question)]);
    },
    send: (sendings, from = DRIVER) => sendAll(anvil.url, sendings, from),
    stop: async () => {
      clearInterval(timer);
      await anvil.stop();
    },
  };
  try {
    await put([
      ['anvil_setBlockTimestampInterval', [Number(BLOCK_SECONDS)]],
      ['anvil_mine', [quantity(DEPTH - SETTLED_BLOCKS - 2n)]],
      ['evm_setBlockGasLimit', [SETTING_UP_GAS]],
      ['anvil_setCode', [MULTICALL3, runtime('Multicall3')]],
      ...LOGIC.map((name): RpcRequest => ['anvil_setCode', [made(`logic ${name}`), runtime(name)]]),
    ]);
    await place(
      world.contracts.map((contract) =>
        contract.logic === undefined ? contract : { ...contract, answers: [] },
      ),
    );
    await chain.send(puttingEigenLayer(world.eigenlayer));
    // Only now: an answer before the state could be in the way of the setters.
    for (const { address, answers = [], logic: to } of world.contracts) {
      if (to !== undefined && answers.length > 0) await chain.answer(address, answers);
    }
    await put([['evm_setBlockGasLimit', [quantity(BigInt(gasLimit))]]]);
    await settle(anvil.url, block);
    if (options.blockTime !== undefined) timer = minesEvery(anvil.url, options.blockTime);
  } catch (cause) {
    await anvil.stop();
    throw cause;
  }
  return chain;
}

/** The EigenLayer managers: contract name here, and mainnet address. */
const MANAGERS = [
  ['AllocationManager', EIGENLAYER.allocationManager],
  ['DelegationManager', EIGENLAYER.delegationManager],
  ['StrategyManager', EIGENLAYER.strategyManager],
  ['EigenPodManager', EIGENLAYER.eigenPodManager],
] as const;

/** Contracts that answer for stand-ins out of their storage. */
const LOGIC = [...MANAGERS.map(([name]) => name), 'CurvePool', 'V3Pool', 'QuoterV2', 'BalancerVault'];

/** A receipt of a transaction that did not revert. */
const success = z.object({ status: z.literal('0x1') });

function worldOf({
  world,
  variant = 'within',
  account = DEMO_ACCOUNT,
  block = BLOCK,
  timestamp,
}: ChainOptions): World {
  if (typeof world === 'object') return world;
  const now = BigInt(timestamp ?? Math.floor(Date.now() / 1000));
  return worlds[world ?? 'bare']({ variant, block, timestamp: now, account });
}

async function sendAll(url: string, sendings: readonly Sending[], from: Address): Promise<void> {
  if (sendings.length === 0) return;
  const gas = '0xf42400'; // 16 million: below the cap of one transaction
  const [, , count] = await ask(url, [
    ['anvil_impersonateAccount', [from]],
    ['evm_setAutomine', [false]],
    ['eth_getTransactionCount', [from, 'latest']],
  ]);
  const hashes = await ask(
    url,
    sendings.map(({ to, data }, index) => {
      const nonce = quantity(BigInt(String(count)) + BigInt(index));
      return ['eth_sendTransaction', [{ from, to, data, gas, nonce }]];
    }),
  );
  const last = hashes.at(-1);
  for (let blocks = 0; blocks < sendings.length; blocks += 1) {
    const [, receipt] = await ask(url, [
      ['evm_mine', []],
      ['eth_getTransactionReceipt', [last]],
    ]);
    if (receipt !== null) break;
  }
  const receipts = await ask(
    url,
    hashes.map((hash) => ['eth_getTransactionReceipt', [hash]]),
  );
  await ask(url, [['evm_setAutomine', [true]]]);
  for (const [index, receipt] of receipts.entries()) {
    if (success.safeParse(receipt).success) continue;
    const what = sendings[index]?.data.slice(0, 10);
    throw new GuardError('chain/failed', `A transaction failed: ${what}`, 'See the stand-in contracts.');
  }
}

/** Mines up to the block a world is made for, so that its last block has the world's number and time. */
async function settle(url: string, block: bigint): Promise<void> {
  const [now] = await ask(url, [['eth_blockNumber', []]]);
  const missing = block - BigInt(String(now));
  if (missing < 0n)
    throw new GuardError('chain/too-long', 'Setting up took more blocks than planned.', 'Raise DEPTH.');
  if (missing > 0n) await ask(url, [['anvil_mine', [quantity(missing)]]]);
}

/** anvil's own interval mining would keep transactions waiting for the next block. */
function minesEvery(url: string, seconds: number): NodeJS.Timeout {
  const mine = () => void ask(url, [['evm_mine', []]]).catch(() => undefined); // stopped meanwhile
  return setInterval(mine, seconds * 1000).unref();
}

function quantity(value: bigint): string {
  return `0x${value.toString(16)}`;
}

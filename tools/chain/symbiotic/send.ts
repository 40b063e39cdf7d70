import { type Abi, encodeFunctionData, parseAbi } from 'viem';
import * as z from 'zod/mini';

import { type Address, GuardError, type Hex } from '../../../lib/core/index.ts';
import { ask } from '../node-rpc.ts';

/** One transaction of the local chain, from whoever is meant. */
export type Act = { readonly from: Address; readonly to: Address; readonly data: Hex };

const RICH = '0xde0b6b3a76400000';
const receipt = z.object({ status: z.string() });

/** Calldata of a function by its signature, such as `function stake(bytes32,address) view returns (uint256)`. */
export function encode(signature: string, ...args: readonly unknown[]): Hex {
  const signatures: readonly string[] = [signature];
  const abi: Abi = parseAbi(signatures);
  const [item] = abi;
  if (item?.type !== 'function') throw new GuardError('chain/no-function', signature, 'See the call.');
  return encodeFunctionData({ abi, functionName: item.name, args });
}

/**
 * Sends transactions one after the other, each mined into a block of its own.
 *
 * @throws GuardError `chain/failed` for the first that reverts
 */
export async function act(url: string, acts: readonly Act[]): Promise<void> {
  for (const [index, { from, to, data }] of acts.entries()) {
    const [, , hash] = await ask(url, [
      ['anvil_impersonateAccount', [from]],
      ['anvil_setBalance', [from, RICH]],
      ['eth_sendTransaction', [{ from, to, data, gas: '0xe00000' }]],
    ]);
    const status = await statusOf(url, hash);
    if (status !== '0x1')
      throw new GuardError(
        'chain/failed',
        `Transaction ${index} failed: ${data.slice(0, 10)} to ${to}`,
        'See the call.',
      );
  }
}

/** The chain mines by itself, and a moment later than it answers. */
async function statusOf(url: string, hash: unknown): Promise<string | null> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const [found] = await ask(url, [['eth_getTransactionReceipt', [hash]]]);
    const read = receipt.safeParse(found);
    if (read.success) return read.data.status;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return null;
}

/** Whether a transaction would go through, as eth_call sees it. */
export async function call(url: string, { from, to, data }: Act): Promise<Hex | null> {
  try {
    const [result] = await ask(url, [['eth_call', [{ from, to, data, gas: '0xe00000' }, 'latest']]]);
    return typeof result === 'string' && result.startsWith('0x') ? `0x${result.slice(2)}` : null;
  } catch (cause) {
    if (cause instanceof GuardError) return null;
    throw cause;
  }
}

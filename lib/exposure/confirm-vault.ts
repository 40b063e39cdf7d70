import { type Address, GuardError } from '../core/index.ts';
import type { FactoryVaults } from '../protocols/index.ts';

import type { NodePort, RpcReply } from './exposure.ts';
import { addressWord } from './words.ts';

/**
 * Whether a factory knows an address as one of its vaults, and of the right version. Yes only where a node says so
 * and none of those that answer says otherwise; where none answers it is no.
 *
 * @param nodes - the first two are asked
 */
export async function confirmVault(
  vault: Address,
  { chainId, factory, versions }: FactoryVaults,
  nodes: readonly NodePort[],
  signal: AbortSignal,
): Promise<boolean> {
  const calls = [
    { method: 'eth_chainId', params: [] },
    { method: 'eth_call', params: [{ to: factory, data: `0x14887c58${addressWord(vault)}` }, 'latest'] },
    { method: 'eth_call', params: [{ to: vault, data: '0x54fd4d50' }, 'latest'] },
  ];
  const says = async (node: NodePort): Promise<boolean | null> => {
    try {
      const [chain, known, version] = (await node.batch(calls, signal)).map(wordOf);
      if (chain !== BigInt(chainId)) return null;
      return known === 1n && version !== undefined && version !== null && versions.includes(version);
    } catch (cause) {
      if (cause instanceof GuardError) return null; // a node that does not answer says nothing
      throw cause;
    }
  };
  const said = await Promise.all(nodes.slice(0, 2).map(says));
  return said.includes(true) && !said.includes(false);
}

function wordOf(reply: RpcReply): bigint | null {
  return reply.ok && typeof reply.result === 'string' && /^0x[0-9a-f]{1,64}$/i.test(reply.result)
    ? BigInt(reply.result)
    : null;
}

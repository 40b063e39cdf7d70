import { type Address, GuardError, type Hex } from '../core/index.ts';
import { eigenlayerCore, stakes } from '../protocols/index.ts';

import type { NodePort, RpcCall, RpcReply } from './exposure.ts';
import type { Probe } from './options.ts';
import { Session } from './session.ts';

/** An address nobody uses, for code of ours. */
const UNUSED: Address = '0x5106000000000000000000000000000000005107';
/** Answers that are tried: 256 kB is the largest page seen, with room to spare. */
const ANSWER_BYTES = 262_144;
/** Creation code that gives back the gas it has: GAS PUSH0 MSTORE PUSH1 32 PUSH0 RETURN. */
const GAS_CODE: Hex = '0x5a5f5260205ff3';
/** Gives back `ANSWER_BYTES` of zeros: PUSH3 size PUSH0 RETURN. */
const LONG_CODE: Hex = `0x62${ANSWER_BYTES.toString(16).padStart(6, '0')}5ff3`;

/** Contracts whose storage a reading needs and no contract can read. */
function hidden(): readonly Address[] {
  const slots = stakes.flatMap(({ reads }) =>
    Object.values(reads).flatMap((read) => (read.kind === 'slot' ? [read.of] : [])),
  );
  return [...new Set([eigenlayerCore.allocation, ...slots])];
}

/**
 * Finds out what a node can do: chain, batches, state override, gas of a call, size of an answer. One trip, two where
 * it refuses batches.
 *
 * @throws GuardError (`rpc/…`) when it does not answer, or names no chain
 */
export async function probeNode(node: NodePort, signal: AbortSignal): Promise<Probe> {
  const session = new Session(node, signal, true);
  const contracts = hidden();
  const [chain, gas, override, long, ...codes] = await session.ask([
    { method: 'eth_chainId', params: [] },
    { method: 'eth_call', params: [{ data: GAS_CODE }, 'latest'] },
    withCode(GAS_CODE),
    withCode(LONG_CODE),
    ...contracts.map((address) => ({ method: 'eth_getCode', params: [address, 'latest'] })),
  ]);
  const chainId = numberOf(chain);
  if (chainId === null || chainId > 2n ** 53n) {
    throw new GuardError('rpc/bad-response', 'The node does not name its chain.', 'Choose another node.');
  }
  const takesOverride = numberOf(override) !== null && (numberOf(override) ?? 0n) > 0n;
  return {
    chainId: Number(chainId),
    batch: session.batch,
    override: takesOverride,
    gas: gasOf(numberOf(override) ?? numberOf(gas)),
    codes: Object.fromEntries(
      contracts.flatMap((address, i) => {
        const code = hexOf(codes[i]);
        return code === null ? [] : [[address.toLowerCase(), code]];
      }),
    ),
    answerBytes: takesOverride && hexOf(long)?.length === ANSWER_BYTES * 2 + 2 ? ANSWER_BYTES : null,
  };
}

function withCode(code: Hex): RpcCall {
  return { method: 'eth_call', params: [{ to: UNUSED }, 'latest', { [UNUSED]: { code } }] };
}

function gasOf(gas: bigint | null): number | null {
  return gas === null || gas > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(gas);
}

function hexOf(reply: RpcReply | undefined): Hex | null {
  if (!reply?.ok || typeof reply.result !== 'string' || !/^0x[0-9a-fA-F]*$/.test(reply.result)) return null;
  return `0x${reply.result.slice(2)}`;
}

function numberOf(reply: RpcReply | undefined): bigint | null {
  const hex = hexOf(reply);
  return hex === null || hex.length < 3 || hex.length > 66 ? null : BigInt(hex);
}

import { type Address, GuardError, type Hex, isAddress } from '../core/index.ts';
import type { TrialLog } from '../detect/index.ts';
import type { NodePort, RpcReply } from './exposure.ts';

/** One call to try, as a transaction would make it. */
export type TrialCall = {
  readonly from: Address;
  readonly to: Address | null;
  readonly value: bigint;
  readonly data: Hex;
};

/** What came of a trial. `unknown`: nobody can say what the calls would do. */
export type Trial =
  | { readonly status: 'ran'; readonly logs: readonly TrialLog[] }
  | { readonly status: 'unknown'; readonly why: TrialGap };

/** Why a trial says nothing: no such method, no answer, no contract there, a call that fails, an answer that is none. */
export type TrialGap =
  | 'no-node'
  | 'not-offered'
  | 'rpc-failed'
  | 'wrong-chain'
  | 'no-contract'
  | 'reverted'
  | 'malformed';

/** Logs beyond this make an answer no honest transaction gives. */
const MOST_LOGS = 20_000;

/**
 * Tries calls on a node by `eth_simulateV1`, one after the other on the state of its newest block, and lists the logs
 * they would write. A call with data to an address without code does nothing and never fails, as where a page named
 * the wrong chain: that is not known either. Nothing is checked of balances for gas, nonces or signatures. The node learns the calls: only ever
 * ask one that the person chose for this. A contract can tell a trial from the real thing, so what a trial does not
 * show may still happen. Never throws for what the node does.
 */
export async function simulate(
  calls: readonly TrialCall[],
  chainId: number,
  node: NodePort,
  signal: AbortSignal,
): Promise<Trial> {
  const trial = {
    blockStateCalls: [{ calls: calls.map(wireCall) }],
    traceTransfers: false,
    validation: false,
  };
  const targets = new Set(calls.flatMap(({ to, data }) => (to === null || data === '0x' ? [] : [to])));
  let replies: readonly RpcReply[];
  try {
    replies = await node.batch(
      [
        { method: 'eth_chainId', params: [] },
        { method: 'eth_simulateV1', params: [trial, 'latest'] },
        ...[...targets].map((to) => ({ method: 'eth_getCode', params: [to, 'latest'] })),
      ],
      signal,
    );
  } catch (cause) {
    if (!(cause instanceof GuardError)) throw cause;
    return { status: 'unknown', why: 'rpc-failed' };
  }
  const [chain, ran, ...codes] = replies;
  if (chain?.ok !== true || typeof chain.result !== 'string') return { status: 'unknown', why: 'rpc-failed' };
  if (Number(chain.result) !== chainId) return { status: 'unknown', why: 'wrong-chain' };
  if (ran?.ok !== true) return { status: 'unknown', why: refusal(ran) };
  const trialed = readTrial(ran.result, calls.length);
  return trialed.status === 'ran' ? (whereCode(codes, targets.size) ?? trialed) : trialed;
}

/** Null where every address that is called has code. */
function whereCode(codes: readonly RpcReply[], count: number): Trial | null {
  if (codes.length !== count) return { status: 'unknown', why: 'rpc-failed' };
  for (const code of codes) {
    if (!code.ok || !isHex(code.result)) return { status: 'unknown', why: 'rpc-failed' };
    if (code.result === '0x') return { status: 'unknown', why: 'no-contract' };
  }
  return null;
}

function wireCall({ from, to, value, data }: TrialCall): Record<string, string> {
  const call = { from, value: `0x${value.toString(16)}`, input: data };
  return to === null ? call : { ...call, to };
}

function refusal(reply: RpcReply | undefined): TrialGap {
  if (reply === undefined || reply.ok) return 'rpc-failed';
  return reply.code === -32601 || /not (found|supported|available|exist)|unknown method/i.test(reply.message)
    ? 'not-offered'
    : 'rpc-failed';
}

/** Reads one simulated block; anything that is not exactly as many results as calls says nothing. */
function readTrial(result: unknown, count: number): Trial {
  const blocks: unknown[] = Array.isArray(result) ? result : [];
  const results = fieldOf(blocks[0], 'calls');
  if (blocks.length !== 1 || !Array.isArray(results) || results.length !== count) return malformed;
  const logs: TrialLog[] = [];
  for (const [call, one] of results.entries()) {
    const status = fieldOf(one, 'status');
    if (status === '0x0') return { status: 'unknown', why: 'reverted' };
    const written = fieldOf(one, 'logs');
    if (status !== '0x1' || !Array.isArray(written) || logs.length + written.length > MOST_LOGS)
      return malformed;
    for (const entry of written) {
      const log = readLog(entry, call);
      if (log === null) return malformed;
      logs.push(log);
    }
  }
  return { status: 'ran', logs };
}

const malformed: Trial = { status: 'unknown', why: 'malformed' };

function readLog(entry: unknown, call: number): TrialLog | null {
  const [address, topics, data] = [
    fieldOf(entry, 'address'),
    fieldOf(entry, 'topics'),
    fieldOf(entry, 'data'),
  ];
  if (typeof address !== 'string' || !isAddress(address)) return null;
  if (!Array.isArray(topics) || topics.length > 4 || !isHex(data)) return null;
  const words = topics.flatMap((topic: unknown) => (isHex(topic) && topic.length === 66 ? [topic] : []));
  return words.length === topics.length ? { address, topics: words, data, call } : null;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function isHex(value: unknown): value is Hex {
  return typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value);
}

import { GuardError } from '../../lib/core/index.ts';
import type { NodePort, RpcCall, RpcReply } from '../../lib/exposure/index.ts';
import type { Protocol, StakeRecord } from '../../lib/protocols/index.ts';
import { contractQuestions } from './contracts.ts';
import { type Answer, type Question, unread } from './question.ts';
import { marketQuestions } from './markets.ts';
import { stakeQuestions, strategyQuestions } from './stakes.ts';

/** Calls in one request: what small public nodes still take. */
const BATCH = 50;

/** Every question of the registry; `only` keeps those whose protocol or stake record has a name that starts so. */
export function questionsOf(
  protocols: readonly Protocol[],
  stakes: readonly StakeRecord[],
  only: string | null = null,
): Question[] {
  const all = [
    ...protocols.flatMap(contractQuestions),
    ...stakes.flatMap(stakeQuestions),
    ...strategyQuestions(),
    ...marketQuestions(),
  ];
  return only === null ? all : all.filter(({ fact }) => fact.startsWith(only));
}

/**
 * Puts the questions of a node's own chain to it, in batches; a batch that is refused is asked call by call.
 *
 * @throws GuardError `rpc/…` where the node does not even say its chain
 */
export async function verify(
  node: NodePort,
  questions: readonly Question[],
  signal: AbortSignal,
): Promise<Answer[]> {
  const [reply] = await node.batch([{ method: 'eth_chainId', params: [] }], signal);
  const chain = reply?.ok === true && typeof reply.result === 'string' ? Number(reply.result) : Number.NaN;
  if (!Number.isInteger(chain))
    throw new GuardError('rpc/bad-response', 'The node did not say its chain.', 'Choose another node.');
  const mine = questions.filter(({ chainId }) => chainId === chain);
  const answers: Answer[] = [];
  for (let at = 0; at < mine.length; at += BATCH) {
    const part = mine.slice(at, at + BATCH);
    const replies = await asked(node, part, signal);
    for (const [i, { chainId, fact, evidence, judge }] of part.entries()) {
      const given = replies[i];
      const outcome = given?.ok === true ? judge(given.result) : unread(given?.message ?? 'no answer');
      answers.push({ chainId, fact, evidence, outcome });
    }
  }
  return answers;
}

async function asked(
  node: NodePort,
  part: readonly Question[],
  signal: AbortSignal,
): Promise<readonly RpcReply[]> {
  try {
    return await node.batch(
      part.map(({ call }) => call),
      signal,
    );
  } catch (cause) {
    if (!(cause instanceof GuardError)) throw cause;
  }
  const replies: RpcReply[] = [];
  for (const { call } of part) replies.push(await alone(node, call, signal));
  return replies;
}

async function alone(node: NodePort, call: RpcCall, signal: AbortSignal): Promise<RpcReply> {
  try {
    const [reply] = await node.batch([call], signal);
    return reply ?? { ok: false, code: null, message: 'no answer' };
  } catch (cause) {
    if (!(cause instanceof GuardError)) throw cause;
    return { ok: false, code: null, message: cause.message };
  }
}

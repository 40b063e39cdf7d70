import { GuardError, type Hex, type UnknownReason } from '../core/index.ts';

import type { RpcCall, RpcReply } from './exposure.ts';
import { aggregate3, aggregate3Results, MULTICALL3 } from './lens-call.ts';
import { type Ask, keyOf, LIST, type Raw, type Request } from './request.ts';
import type { Session } from './session.ts';
import { logsRaw } from './symbiotic/logs.ts';
import { word } from './words.ts';

type CallRequest = Extract<Request, { kind: 'call' }>;

/** Weight of one aggregate3: a value read weighs 1, a list 8. Far below the gas of a small node. */
const WEIGHT = 120;
/** Most reads one walk may ask this way; beyond that the rest is not reached. */
const MOST = 12_000;

/**
 * Answers a walk's questions in rounds of Multicall3 calls pinned to one block: for a node that refuses the lens, or
 * for what the lens did not reach. A part that fails is halved until the read that fails stands alone, so one bad
 * view costs nothing but itself.
 */
export function roundsAsk(session: Session, block: bigint, keep: (key: string, raw: Raw) => void): Ask {
  const at: Hex = `0x${block.toString(16)}`;
  let left = MOST;
  return async (requests) => {
    const wanted = new Map(requests.map((request) => [keyOf(request), request]));
    const asked = [...wanted].slice(0, left);
    left -= asked.length;
    const answers = await answerAll(
      session,
      at,
      asked.map(([, request]) => request),
    );
    for (const [key, raw] of answers) keep(key, raw);
    return requests.map(
      (request) => answers.get(keyOf(request)) ?? { status: 'failed', reason: 'not-reached' },
    );
  };
}

type Job = { readonly call: RpcCall; readonly requests: readonly Request[]; readonly alone: boolean };

async function answerAll(session: Session, at: Hex, requests: readonly Request[]): Promise<Map<string, Raw>> {
  const answers = new Map<string, Raw>();
  const calls = requests.filter((request) => request.kind === 'call');
  const others = requests.filter((request) => request.kind !== 'call');
  let jobs: Job[] = [
    ...others.map((request) => alone(request, at)),
    ...chunks(calls).map((part) => together(part, at)),
  ];
  while (jobs.length > 0 && !session.signal.aborted) {
    const replies = await trip(session, jobs);
    const next: Job[] = [];
    for (const [i, job] of jobs.entries()) {
      const again = take(job, replies[i], answers);
      if (again.length > 1 && again.length === job.requests.length) {
        const half = Math.ceil(again.length / 2);
        next.push(together(again.slice(0, half), at), together(again.slice(half), at));
      } else next.push(...again.map((request) => alone(request, at)));
    }
    jobs = next;
  }
  for (const { requests: rest } of jobs)
    for (const request of rest) answers.set(keyOf(request), failed('rpc-failed'));
  return answers;
}

/** One trip; where all of it together gets no answer, each job goes by itself and fails by itself. */
async function trip(session: Session, jobs: readonly Job[]): Promise<readonly (RpcReply | undefined)[]> {
  try {
    return await session.ask(jobs.map(({ call }) => call));
  } catch (cause) {
    if (jobs.length === 1 || session.signal.aborted) return jobs.map(() => lost(cause));
    return Promise.all(jobs.map(async (job) => (await trip(session, [job]))[0]));
  }
}

function lost(cause: unknown): RpcReply {
  const oversized = cause instanceof GuardError && cause.code === 'rpc/oversized';
  return { ok: false, code: null, message: oversized ? 'oversized' : 'no answer' };
}

function chunks(calls: readonly CallRequest[]): CallRequest[][] {
  const out: CallRequest[][] = [];
  let weight = WEIGHT;
  for (const call of calls) {
    const own = call.gas >= LIST.gas ? 8 : 1;
    if (weight + own > WEIGHT) {
      out.push([]);
      weight = 0;
    }
    out.at(-1)?.push(call);
    weight += own;
  }
  return out;
}

function together(requests: readonly Request[], at: Hex): Job {
  const calls = requests.filter((request) => request.kind === 'call');
  const call = { method: 'eth_call', params: [{ to: MULTICALL3, data: aggregate3(calls) }, at] };
  return { call, requests, alone: false };
}

function alone(request: Request, at: Hex): Job {
  return { call: callFor(request, at), requests: [request], alone: true };
}

function callFor(request: Request, at: 'latest' | Hex): RpcCall {
  const { to } = request;
  switch (request.kind) {
    case 'call':
    case 'quote':
      return { method: 'eth_call', params: [{ to, data: request.data, gas: gasFor(request) }, at] };
    case 'balance':
      return { method: 'eth_getBalance', params: [to, at] };
    case 'code':
      return { method: 'eth_getCode', params: [to, at] };
    case 'logs':
      return {
        method: 'eth_getLogs',
        params: [
          {
            address: to,
            fromBlock: `0x${request.from.toString(16)}`,
            toBlock: at,
            topics: [[...request.topics]],
          },
        ],
      };
    default:
      return { method: 'eth_getStorageAt', params: [to, request.slot, at] };
  }
}

/** A read that stands alone has its own cap, as in the lens, beside what any call costs. */
function gasFor({ gas, data }: Pick<CallRequest, 'gas' | 'data'>): Hex {
  return `0x${(gas + 25_000 + 8 * data.length).toString(16)}`;
}

/** Keeps what a job answered; returns what must be asked again, in smaller parts. */
function take(job: Job, reply: RpcReply | undefined, answers: Map<string, Raw>): readonly Request[] {
  const [first] = job.requests;
  if (job.alone && first !== undefined) {
    answers.set(keyOf(first), aloneRaw(first, reply));
    return [];
  }
  const data = reply?.ok ? digitsOf(reply.result) : null;
  const results = data === null ? null : aggregate3Results(data, job.requests.length);
  if (results === null) return job.requests;
  return job.requests.filter((request, i) => {
    const result = results[i];
    // An empty failure may be want of gas inside the bundle: asked alone it has the whole of it.
    if (!result || (!result.ok && result.data === '')) return true;
    answers.set(keyOf(request), result.ok ? sized(request, result.data) : failed('reverted'));
    return false;
  });
}

function failed(reason: UnknownReason): Raw {
  return { status: 'failed', reason };
}

function sized(request: Request, data: string): Raw {
  if (request.kind === 'quote') return { status: 'ok', data: data.slice(0, request.size * 2) };
  return request.kind === 'call' && data.length / 2 > request.size
    ? failed('oversized')
    : { status: 'ok', data };
}

function digitsOf(result: unknown): string | null {
  return typeof result === 'string' && /^0x[0-9a-f]*$/i.test(result) ? result.slice(2).toLowerCase() : null;
}

function aloneRaw(request: Request, reply: RpcReply | undefined): Raw {
  if (reply === undefined) return failed('rpc-failed');
  if (!reply.ok) {
    if (reply.message === 'oversized') return failed('oversized');
    const isCall = request.kind === 'call' || request.kind === 'quote';
    if (!isCall || reply.message === 'no answer') return failed('rpc-failed');
    // Asked in the first trip of an unknown node: one that only declines says nothing of the chain.
    if (request.kind === 'quote' && !/revert|gas|opcode/i.test(reply.message)) return failed('rpc-failed');
    return failed(
      /out ?of ?gas|gas limit|exceed|timed? ?out|timeout|opcode|InvalidFE/i.test(reply.message)
        ? 'starved'
        : 'reverted',
    );
  }
  if (request.kind === 'logs') return logsRaw(reply.result);
  const data = digitsOf(reply.result);
  if (data === null) return failed('malformed');
  if (request.kind === 'call' || request.kind === 'quote')
    return data.length % 2 === 0 ? sized(request, data) : failed('malformed');
  if (request.kind === 'code') return { status: 'ok', data: word(codeKind(data)) };
  return data.length > 64 ? failed('malformed') : { status: 'ok', data: data.padStart(64, '0') };
}

function codeKind(code: string): number {
  if (code === '') return 0;
  return code.length === 46 && code.startsWith('ef0100') ? 2 : 1;
}

/** The answer to one read that stood in a batch by itself, as a walk takes it. */
export function besideRaw(request: Beside, reply: RpcReply | undefined): Raw {
  return aloneRaw(request, reply);
}

/** What no contract can read for us: storage words, and questions that no static call can put. */
export type Beside = Extract<Request, { kind: 'slot' | 'quote' }>;

/** Such a read as a call of its own. */
export function besideCall(request: Beside, at: 'latest' | Hex): RpcCall {
  return callFor(request, at);
}

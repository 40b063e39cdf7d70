import { GuardError, type Hex } from '../core/index.ts';

import type { RpcCall, RpcReply } from './exposure.ts';
import { type At, lensByMulticall, lensByOverride, lensData } from './lens-call.ts';
import type { Memory, Probe } from './options.ts';
import { pagesOf } from './pages.ts';
import { LENS_CAPS, type Plan } from './plan.ts';
import { type LensWay, programOf } from './program.ts';
import { keyOf, type Raw, type Request } from './request.ts';
import { type Beside, besideCall, besideRaw } from './rounds.ts';
import type { Session } from './session.ts';
import { delaySlot } from './slots.ts';
import { type BlockInfo, streamAsk, StreamMismatch, streamOf } from './stream.ts';
import { walk } from './walk.ts';
import { addressWord } from './words.ts';

/** How the lens is brought to a node. */
export type Form = 'override' | 'multicall' | 'none';

/** What the first trip to a node brought: its block, and every answer by question. */
export type FirstTrip = {
  readonly block: BlockInfo;
  readonly memo: Map<string, Raw>;
  /** False: the node did not run the lens, or its answer was not one. */
  readonly lens: boolean;
};

type Slot = Extract<Request, { kind: 'slot' }>;

/** Asks a node everything that can be asked at once: block, lens in pages, storage words no contract can read. */
export async function firstTrip(
  session: Session,
  plan: Plan,
  form: Form,
  probe: Probe | undefined,
  memory: Memory,
  at: At,
): Promise<FirstTrip> {
  const codes = form === 'override' ? codesFor(plan, probe) : new Map<string, Hex>();
  const way: LensWay = { shims: new Set(codes.keys()), assumed: assumedOf(plan, memory) };
  const pages = form === 'none' ? [] : pagesOf(plan);
  const slots = slotsOf(plan, memory).filter(({ to }) => !way.shims.has(to.toLowerCase()));
  const beside: Beside[] = [...slots, ...quotesOf(plan)];
  const replies = await session.ask([
    { method: 'eth_chainId', params: [] },
    { method: 'eth_getBlockByNumber', params: [at, false] },
    ...pages.map((page) => lensCall(page, way, codes, form, at)),
    ...beside.map((request) => besideCall(request, at)),
  ]);
  const memo = new Map<string, Raw>();
  const head = headOf(replies[0], replies[1]);
  beside.forEach((request, i) => memo.set(keyOf(request), besideRaw(request, replies[2 + pages.length + i])));
  let block: BlockInfo | null = null;
  let whole = pages.length > 0;
  for (const [i, page] of pages.entries()) {
    const read = await readPage(page, way, form, replies[2 + i]);
    if (read === null) whole = false;
    // Pages of another block than the first are asked again later, pinned to it.
    else if (block === null || sameBlock(block, read.block)) {
      block ??= read.block;
      for (const [key, raw] of read.memo) memo.set(key, raw);
    }
  }
  const stands = block ?? head;
  if (stands === null)
    throw new GuardError('rpc/bad-response', 'The node did not name its block.', 'Choose another node.');
  // These were read beside the lens: of another block they are worth nothing.
  if (block !== null && head !== null && !sameBlock(block, head))
    for (const request of beside) memo.delete(keyOf(request));
  if (head !== null && head.chainId !== stands.chainId) throw wrongChain();
  return { block: stands, memo, lens: whole };
}

function wrongChain(): GuardError {
  return new GuardError('rpc/bad-response', 'The node gave two chain ids.', 'Choose another node.');
}

/** The same block, by number, time and parent. */
export function sameBlock(a: BlockInfo, b: BlockInfo): boolean {
  return (
    a.number === b.number &&
    a.timestamp === b.timestamp &&
    a.parentHash.toLowerCase() === b.parentHash.toLowerCase()
  );
}

function lensCall(page: Plan, way: LensWay, codes: ReadonlyMap<string, Hex>, form: Form, at: At): RpcCall {
  const program = programOf(page, way);
  return form === 'override' ? lensByOverride(program, at, codes) : lensByMulticall(program, at);
}

async function readPage(page: Plan, way: LensWay, form: Form, reply: RpcReply | undefined) {
  if (!reply?.ok || form === 'none') return null;
  const data = lensData(reply.result, form);
  const stream = data === null ? null : streamOf(data);
  if (stream === null) return null;
  const memo = new Map<string, Raw>();
  try {
    await walk(
      page,
      streamAsk(stream, way, (key, raw) => memo.set(key, raw)),
      LENS_CAPS,
    );
  } catch (cause) {
    if (cause instanceof StreamMismatch) return null;
    throw cause;
  }
  return { block: stream.block, memo };
}

/** Contracts whose storage the plan needs and whose code the probe has seen. */
function codesFor(plan: Plan, probe: Probe | undefined): Map<string, Hex> {
  const wanted = plan.steps.flatMap(({ op, target }) =>
    op === 'slot' && target.kind === 'fixed' ? [target.address] : [],
  );
  const codes = new Map<string, Hex>();
  for (const address of [plan.allocation, ...wanted]) {
    const code = probe?.codes[address.toLowerCase()];
    if (code !== undefined && code.length > 2) codes.set(address.toLowerCase(), code);
  }
  return codes;
}

/** Most storage words asked beside the lens: nodes bound their batches. The rest waits for the second trip. */
const MOST_SLOTS = 30;

/** Most quotes asked beside the lens: with words, pages and block a batch stays well below a hundred calls. */
const MOST_QUOTES = 30;

function quotesOf({ steps }: Plan): Extract<Request, { kind: 'quote' }>[] {
  const quotes = steps.flatMap(({ op, target, data, gas, size }) =>
    op === 'quote' && target.kind === 'fixed'
      ? [{ kind: op, to: target.address, data, gas, size } as const]
      : [],
  );
  return quotes.slice(0, MOST_QUOTES);
}

/** Storage words to ask beside the lens: what the steps name, what earlier readings met, operators known beforehand. */
function slotsOf(plan: Plan, memory: Memory): Slot[] {
  const named = plan.steps.flatMap(({ op, target, data }): Slot[] =>
    op === 'slot' && target.kind === 'fixed' ? [{ kind: 'slot', to: target.address, slot: data }] : [],
  );
  const seen = Object.keys(memory.slots).flatMap((key): Slot[] => {
    const [, to, slot] = /^slot:0x([0-9a-f]{40}):0x([0-9a-f]{64})$/.exec(key) ?? [];
    return to === undefined || slot === undefined ? [] : [{ kind: 'slot', to: `0x${to}`, slot: `0x${slot}` }];
  });
  const hinted = [...memory.operators, ...plan.hinted].map((operator): Slot => ({
    kind: 'slot',
    to: plan.allocation,
    slot: delaySlot(operator),
  }));
  const all = new Map([...named, ...seen, ...hinted].map((slot) => [keyOf(slot), slot]));
  return [...all.values()].slice(0, MOST_SLOTS);
}

/**
 * Words that were published, or that an earlier reading saw: the lens goes by them, and the same trip reads whether
 * they still hold.
 */
function assumedOf(plan: Plan, memory: Memory): Map<string, Raw> {
  const assumed = new Map<string, Raw>();
  for (const { op, target, data, hint } of plan.steps) {
    if (op !== 'slot' || target.kind !== 'fixed' || hint === undefined) continue;
    const slot: Slot = { kind: 'slot', to: target.address, slot: data };
    assumed.set(keyOf(slot), { status: 'ok', data: addressWord(hint) });
  }
  for (const slot of slotsOf(plan, memory)) {
    const word = memory.slots[keyOf(slot)];
    if (word !== undefined) assumed.set(keyOf(slot), { status: 'ok', data: word.slice(2) });
  }
  return assumed;
}

/** The block and chain a node says it stands at; null where it says nothing usable. */
function headOf(chain: RpcReply | undefined, block: RpcReply | undefined): BlockInfo | null {
  if (!chain?.ok || !block?.ok || typeof block.result !== 'object' || block.result === null) return null;
  const field = (name: string): unknown =>
    Object.entries(block.result ?? {}).find(([key]) => key === name)?.[1];
  const [number, timestamp, parent] = [
    quantity(field('number')),
    quantity(field('timestamp')),
    field('parentHash'),
  ];
  const chainId = quantity(chain.result);
  if (number === null || timestamp === null || chainId === null) return null;
  if (typeof parent !== 'string' || !/^0x[0-9a-fA-F]{64}$/.test(parent)) return null;
  return { number, timestamp, chainId, parentHash: `0x${parent.slice(2)}` };
}

function quantity(value: unknown): bigint | null {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(value) ? BigInt(value) : null;
}

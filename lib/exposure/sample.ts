import { GuardError, type Hex } from '../core/index.ts';

import { firstTrip, type Form } from './first-trip.ts';
import type { At } from './lens-call.ts';
import type { Memory, Probe } from './options.ts';
import { type Plan, WIDE_CAPS } from './plan.ts';
import { type Ask, keyOf, NOT_REACHED, type Raw, type Request } from './request.ts';
import { roundsAsk } from './rounds.ts';
import type { Session } from './session.ts';
import type { BlockInfo } from './stream.ts';
import { type Walk, walk } from './walk.ts';

/** Trips after the first that a reading may take: a walk without the lens needs about eight. */
const MOST_ROUNDS = 20;

/** Blocks older than this are no news (risk-model 4): seconds. */
const STALE_SECS = 300;

/** A block may be this far ahead of this clock, seconds: clocks differ a little, and no chain runs ahead of time. */
const AHEAD_SECS = 60;

export type SampleContext = {
  readonly plan: Plan;
  readonly chainId: number;
  readonly probe: Probe | undefined;
  readonly memory: Memory;
  /** Unix milliseconds. */
  readonly now: () => number;
};

/** All answers of one node at one block, by question, and the walk over them. */
export type Sample = {
  readonly session: Session;
  readonly block: BlockInfo;
  readonly memo: Map<string, Raw>;
  readonly walk: Walk;
};

/** Answers from what is already here. Hands each question without an answer to `miss`, and every one to `use`. */
export function memoAsk(
  memo: ReadonlyMap<string, Raw>,
  miss: (key: string, request: Request) => void = () => {},
  use: (key: string) => void = () => {},
): Ask {
  const answer = (request: Request): Raw => {
    const key = keyOf(request);
    const raw = memo.get(key);
    use(key);
    if (raw === undefined) miss(key, request);
    return raw ?? NOT_REACHED;
  };
  return (requests) => Promise.resolve(requests.map(answer));
}

/**
 * Reads the whole plan from one node: the lens first, and what it did not bring in rounds pinned to its block.
 *
 * @param partial - called with what is known before a further trip
 * @throws GuardError `rpc/wrong-chain`, `rpc/behind`, `rpc/ahead`, or what the transport throws
 */
export async function sample(
  session: Session,
  context: SampleContext,
  at: At,
  partial: (sofar: Sample) => void,
): Promise<Sample> {
  const { plan, probe, memory } = context;
  const forms: Form[] = probe?.override === true ? ['override', 'multicall'] : ['multicall'];
  let trip = await firstTrip(session, plan, forms[0] ?? 'multicall', probe, memory, at);
  check(trip.block, context);
  if (!trip.lens && forms[1] !== undefined) {
    // Pinned to the block that is known now, so that nothing read before is lost.
    const pinned: Hex = `0x${trip.block.number.toString(16)}`;
    trip = await firstTrip(session, plan, forms[1], probe, memory, pinned);
    check(trip.block, context);
  }
  const { block, memo } = trip;
  const rounds = roundsAsk(session, block.number, (key, raw) => memo.set(key, raw));
  for (let round = 0; ; round += 1) {
    const missing = new Map<string, Request>();
    const answers = await walk(
      plan,
      memoAsk(memo, (key, request) => missing.set(key, request)),
      WIDE_CAPS,
    );
    const sofar = { session, block, memo, walk: answers };
    if (missing.size === 0 || round === MOST_ROUNDS || session.signal.aborted) return sofar;
    const known = memo.size;
    const more = rounds([...missing.values()]);
    partial(sofar); // once the questions are on their way
    await more;
    if (memo.size === known) return sofar;
  }
}

/**
 * Refuses a block of another chain, one too old to be news, and one of a time that has not come.
 *
 * @throws GuardError `rpc/wrong-chain`, `rpc/behind` or `rpc/ahead`
 */
export function check(block: BlockInfo, { chainId, now }: Pick<SampleContext, 'chainId' | 'now'>): void {
  if (block.chainId !== BigInt(chainId)) {
    throw new GuardError('rpc/wrong-chain', `The node is on chain ${block.chainId}.`, 'Choose another node.');
  }
  const age = Math.floor(now() / 1000) - Number(block.timestamp);
  if (age > STALE_SECS) {
    throw new GuardError('rpc/behind', `The node is ${age} s behind.`, 'Choose another node.');
  }
  if (-age > AHEAD_SECS) {
    throw new GuardError('rpc/ahead', `The node is ${-age} s ahead of this clock.`, 'Choose another node.');
  }
}

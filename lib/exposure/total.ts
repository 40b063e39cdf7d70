import { known, type Reading, unknown } from '../core/index.ts';

import type { StakeReading } from './findings.ts';
import type { StakeLines } from './stake-lines.ts';

/** Why some of the contracts that hold the stake were not walked, with the read at fault; null: all were. */
export function stakersUnread({ plan, walk, answers }: StakeReading): Reading<never> | null {
  if (walk.stakers !== null && walk.stakersLeft === 0n) return null;
  const { stakers } = plan;
  const name = stakers.kind === 'given' ? undefined : plan.steps[stakers.step]?.name;
  if (name === undefined) return unknown('not-reached', 'stakers');
  const source = stakers.kind === 'list' ? answers.list(name) : answers.words(name);
  return source.status === 'unknown' ? source : unknown('not-reached', 'stakers');
}

/** All that was found of the stake, in wei of ETH; unknown as soon as a part of it is. */
export function tracedOf(reading: StakeReading, stake: StakeLines): Reading<bigint> {
  const unwalked = stakersUnread(reading);
  if (unwalked !== null) return unwalked;
  const [failed] = stake.unread;
  if (failed !== undefined) return unknown(failed.reason, failed.figure);
  return known(partsOf(stake), 'shares of all stakers in ETH', reading.block.number);
}

/**
 * The total, in wei of ETH, where it says enough. What was not read may be as large as the total less what was
 * found; a total that leaves no room for it would make it nothing, and so is not taken. Neither is a total of
 * nothing where something was found.
 */
export function soundTotal(
  total: Reading<bigint>,
  idle: Reading<bigint>,
  stake: StakeLines,
  unwalked: Reading<never> | null,
): Reading<bigint> {
  if (total.status === 'unknown') return total;
  const parts = partsOf(stake) + (idle.status === 'known' ? idle.value : 0n);
  if (total.value > parts) return total;
  const gap = unwalked ?? unvalued(stake) ?? (idle.status === 'unknown' ? idle : null);
  if (gap !== null) return gap;
  return total.value === 0n && parts > 0n ? unknown('malformed', total.source) : total;
}

/** Why a line, a withdrawal or idle stake has no value; null: all have one. */
function unvalued({ lines, queued, idle, unread }: StakeLines): Reading<never> | null {
  const values = [...lines, ...queued].map(({ valueWei }) => valueWei ?? null);
  if (!values.includes(null) && !idle.includes(null)) return null;
  const [first] = unread;
  return unknown(first?.reason ?? 'not-reached', first?.figure ?? 'stake');
}

/** What was found and has a value. */
function partsOf({ lines, queued, idle }: StakeLines): bigint {
  const delegated = [...lines, ...queued].map(({ valueWei }) => BigInt(valueWei ?? 0));
  return [...delegated, ...idle].reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
}

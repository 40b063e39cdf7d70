import {
  amount,
  below,
  type Fields,
  fieldsOrNull,
  flag,
  Refusal,
  whole,
  wholeUnlessAbsent,
} from './fields.ts';
import type { ExitInputs, Span } from './parsed.ts';

/** Blocks between asking to leave and leaving on Ethereum mainnet (§2). */
const ESCROW_BLOCKS = 100_800n;

function parseSpan(from: Fields, key: string, path: string): Span | null {
  const span = fieldsOrNull(from, key, path);
  if (span === null) return null;
  const at = below(path, key);
  const min = whole(span, 'minSecs', at) ?? 0n;
  const max = whole(span, 'maxSecs', at);
  if (max !== null && max < min) throw new Refusal(below(at, 'maxSecs'));
  return { min, max };
}

/** What is known about leaving; null when nothing is. @throws Refusal with the path of the first impossible field */
export function parseExit(from: Fields): ExitInputs | null {
  const exit = fieldsOrNull(from, 'exit', '');
  if (exit === null) return null;
  return {
    buffer: amount(exit, 'instantBufferWei', 'exit'),
    queue: parseSpan(exit, 'queue', 'exit'),
    escrowBlocks: wholeUnlessAbsent(exit, 'escrowBlocks', 'exit', ESCROW_BLOCKS),
    validatorExit: parseSpan(exit, 'validatorExit', 'exit'),
    queueIncludesUnwind: flag(exit, 'queueIncludesUnwind', 'exit') ?? false,
  };
}

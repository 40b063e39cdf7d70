import { type Reading, unknown } from '../core/index.ts';

import type { Answers } from './answers.ts';

/** A bundle's answer is not looked at beyond this. */
const MOST_BYTES = 8_192n;

/**
 * Word number `n` of one answer in a bundle, as Multicall3 lays it out: a list of (went well, bytes). An answer of
 * another length than the question has is malformed.
 *
 * @param at - which of the bundle's questions
 * @param words - how many words its answer has
 */
export function bundled(answers: Answers, name: string, at: number, words = 1, n = 0): Reading<bigint> {
  const offset = answers.word(name, 2 + at);
  if (offset.status === 'unknown') return offset;
  if (offset.value % 32n !== 0n || offset.value > MOST_BYTES) return unknown('malformed', offset.source);
  const from = 2 + Number(offset.value / 32n);
  const [wentWell, length] = [answers.word(name, from), answers.word(name, from + 2)];
  if (wentWell.status === 'known' && wentWell.value === 0n) return unknown('reverted', offset.source);
  const whole = length.status === 'known' && length.value === 32n * BigInt(words);
  return whole ? answers.word(name, from + 3 + n) : unknown('malformed', offset.source);
}

import { known, type Reading, unknown } from '../core/index.ts';
import { RUNGS, WETH } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import { bundled } from './market-bundle.ts';

/** More tokens than this no pool of Balancer's V2 has. */
const MOST_TOKENS = 50n;

/** How much WETH Balancer's vault holds for a pool: two lists, its tokens and as many balances. */
export function vaultHolds(answers: Answers, name: string): Reading<bigint> {
  const [tokens, balances] = [answers.word(name, 0), answers.word(name, 1)];
  if (tokens.status === 'unknown') return tokens;
  if (balances.status === 'unknown') return balances;
  const [first, second] = [place(tokens.value), place(balances.value)];
  const [count, other] = [answers.word(name, first), answers.word(name, second)];
  if (count.status === 'unknown') return count;
  if (other.status === 'unknown') return other;
  if (count.value !== other.value || count.value > MOST_TOKENS) return unknown('malformed', count.source);
  for (let i = 1; i <= Number(count.value); i += 1) {
    const token = answers.word(name, first + i);
    if (token.status === 'unknown') return token;
    if (token.value === BigInt(WETH)) return answers.word(name, second + i);
  }
  return unknown('malformed', count.source);
}

/** The word at which a list stands; past every answer where the offset is none. */
function place(offset: bigint): number {
  return offset % 32n === 0n && offset < 100_000n ? Number(offset / 32n) : 100_000;
}

/** What each size brings: of the two changes that the vault names, that of WETH, which leaves it. */
export function balancerQuotes(answers: Answers, name: string): readonly Reading<bigint>[] {
  return RUNGS.map((amount, at) => {
    const [given, taken] = [bundled(answers, name, at, 4, 2), bundled(answers, name, at, 4, 3)];
    if (given.status === 'unknown') return given;
    if (taken.status === 'unknown') return taken;
    const paid = 2n ** 256n - taken.value;
    return given.value === amount && paid < 2n ** 255n
      ? known(paid, taken.source, taken.block)
      : unknown('malformed', taken.source);
  });
}

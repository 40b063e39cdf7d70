import type { Level } from '../../lib/limits/index.ts';

/** How much comfort a level gives. What is not known and what is over a limit give none. */
export const COMFORT: Readonly<Record<Level, number>> = {
  off: 9,
  ok: 3,
  notice: 2,
  warn: 1,
  cannot_evaluate: 0,
  exceeds: 0,
};

/**
 * How long validators took to leave: no node answers that, so it is bundled, with dates.
 * Seconds until stake is free: exit queue, withdrawability delay (98,304 s) and sweep (up to 777,600 s, assumed).
 * Compiled 2026-11-21 from the pages named.
 */
export const validatorExit = {
  /** An observation may stand for today while it is at most this old. */
  staleAfterDays: 30,
  newest: { minSecs: 100_224, maxSecs: 1_674_432, asOf: '2026-05-02', source: 'ether.fi/blog, 2026-06-09' },
  /** Empty queue to the longest queue seen (46 days, 2.5 million ETH). */
  allTime: {
    minSecs: 100_224,
    maxSecs: 4_852_224,
    from: '2023-04',
    asOf: '2025-09-15',
    source: 'streamlinecrypto.com; vtrader.io (September 2025)',
  },
} as const;

import { built } from '../browser/built.ts';
import { startChromium, type Started } from '../browser/chromium.ts';

/** A Chromium with the extension, and one without any. */
export type Pair = { readonly guarded: Started; readonly bare: Started };

/** Runs `work` with both, and ends them whatever happens. */
export async function withPair(work: (pair: Pair) => Promise<void>): Promise<void> {
  const guarded = await startChromium({ extensions: [built('chrome-mv3')] });
  const bare = await startChromium({});
  try {
    await work({ guarded, bare });
  } finally {
    await guarded.stop();
    await bare.stop();
  }
}

/**
 * Measures both sides once in each round, by turns first: what drifts on a busy machine drifts for both. Gives each
 * side's figures, and for each round what the extension added.
 */
export async function paired(
  rounds: number,
  guarded: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ readonly with: number[]; readonly without: number[]; readonly added: number[] }> {
  const all: { with: number[]; without: number[]; added: number[] } = { with: [], without: [], added: [] };
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await guarded() : await bare();
    const second = round % 2 === 0 ? await bare() : await guarded();
    const [a, b] = round % 2 === 0 ? [first, second] : [second, first];
    all.with.push(a);
    all.without.push(b);
    all.added.push(a - b);
  }
  return all;
}

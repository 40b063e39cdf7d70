import { draws } from './sfc32.ts';

/** Draws are whole numbers below this. */
export const RANGE = 2 ** 32;

/** So many draws make a block. */
export const BLOCK = 16_384;

/** Draws of one block that are below a limit: their places in the block, ascending, and their values. */
export type Hits = { readonly places: Uint16Array; readonly values: Uint32Array };

/** Blocks of hits, to be asked for from the first on. */
export type Stream = (block: number) => Hits;

/** Chances up to this count as rare: nearly all draws can be forgotten at once. */
const RARE = 1 / 16;

/** Draws beyond this are not kept: 13 MB of hits at the most. */
const MOST_KEPT = 2 ** 25;

/** So many blocks are made ahead: what a token with a hundred shocks takes. */
const AHEAD = 256;

/** Goes through the draws of a seed once; the lists it gives are its own and hold one block only. */
function streamOf(seed: number, limit: number): Stream {
  const fill = draws(seed);
  const drawn = new Uint32Array(BLOCK);
  const places = new Uint16Array(BLOCK);
  const values = new Uint32Array(BLOCK);
  return () => {
    fill(drawn);
    let count = 0;
    for (let place = 0; place < BLOCK; place += 1) {
      const value = drawn[place] ?? 0;
      if (value >= limit) continue;
      places[count] = place;
      values[count] = value;
      count += 1;
    }
    return { places: places.subarray(0, count), values: values.subarray(0, count) };
  };
}

/** The same, keeping what it gave: asked for again from the first, it gives the same without drawing. */
function keeping(stream: Stream): Stream {
  const kept: Hits[] = [];
  return (block) => {
    while (kept.length <= block) {
      const { places, values } = stream(kept.length);
      kept.push({ places: places.slice(), values: values.slice() });
    }
    return kept[block] ?? { places: new Uint16Array(), values: new Uint32Array() };
  };
}

let last: { readonly seed: number; readonly rare: Stream } | null = null;

function rareOf(seed: number): Stream {
  if (last?.seed !== seed) last = { seed, rare: keeping(streamOf(seed, RARE * RANGE)) };
  return last.rare;
}

/**
 * Every draw of a seed that can be below one of the chances, in the order of drawing, and maybe some that are not.
 *
 * @param highest - the highest chance, 0 to 1
 * @param count - how many draws will be looked at
 */
export function hitsOf(seed: number, highest: number, count: number): Stream {
  return highest <= RARE && count <= MOST_KEPT ? rareOf(seed) : streamOf(seed, highest * RANGE);
}

/** Draws ahead what nearly every token will need, such as while a node is asked. */
export function drawAhead(seed: number): void {
  rareOf(seed)(AHEAD - 1);
}

const DISCARDED = 12;

/**
 * The generator of §3.4, 32-bit wrap-around: from one seed the same numbers everywhere, bit for bit.
 *
 * @param seed - a whole number; its lowest 32 bits count
 * @returns fills a list with the next numbers, 0 to 2^32 - 1; the first 12 are already discarded
 */
export function draws(seed: number): (into: Uint32Array) => void {
  // Typed arrays keep all 32 bits as plain integers; a captured number above 2^30 would be boxed at each write.
  const state = Int32Array.of(0x9e3779b9, 0x243f6a88, seed, 1);
  const fill = (into: Uint32Array): void => {
    let a = state[0] ?? 0;
    let b = state[1] ?? 0;
    let c = state[2] ?? 0;
    let d = state[3] ?? 0;
    for (let index = 0; index < into.length; index += 1) {
      const sum = (a + b + d) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      d = (d + 1) | 0;
      into[index] = sum;
    }
    state.set([a, b, c, d]);
  };
  fill(new Uint32Array(DISCARDED));
  return fill;
}

/** The same one number at a time. */
export function sfc32(seed: number): () => number {
  const fill = draws(seed);
  const one = new Uint32Array(1);
  return () => {
    fill(one);
    return one[0] ?? 0;
  };
}

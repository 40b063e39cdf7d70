const DISCARDED = 12;

/**
 * The generator of §3.4, 32-bit wrap-around: from one seed the same numbers everywhere, bit for bit.
 *
 * @param seed - a whole number; its lowest 32 bits count
 * @returns the next number at each call, 0 to 2^32 - 1; the first 12 are already discarded
 */
export function sfc32(seed: number): () => number {
  // A typed array keeps all 32 bits as plain integers; a captured number above 2^30 would be boxed at each write.
  const state = Int32Array.of(0x9e3779b9, 0x243f6a88, seed, 1);
  const next = (): number => {
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const d = state[3] ?? 0;
    const sum = ((state[0] ?? 0) + b + d) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[3] = (d + 1) | 0;
    return sum >>> 0;
  };
  for (let left = DISCARDED; left > 0; left -= 1) next();
  return next;
}

/** Parameters of RFC 3492, section 5. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > ((base - tMin) * tMax) >> 1) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 22;
  if (code >= 97 && code <= 122) return code - 97;
  return base;
}

/** One label of a host name without its `xn--`, as Unicode (RFC 3492, section 6.2); null where it is not valid. */
export function decodeLabel(label: string): string | null {
  const delimiter = label.lastIndexOf('-');
  const output = label.slice(0, Math.max(delimiter, 0)).split('');
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = delimiter + 1; at < label.length;) {
    const start = i;
    for (let weight = 1, k = base; ; k += base) {
      const digit = at < label.length ? digitOf(label.charCodeAt(at)) : base;
      at += 1;
      if (digit >= base) return null;
      i += digit * weight;
      const threshold = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias;
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff) return null;
    }
    bias = adapt(i - start, output.length + 1, start === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) return null;
    output.splice(i, 0, String.fromCodePoint(n));
    i += 1;
  }
  return output.join('');
}

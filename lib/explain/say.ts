import { WAD } from '../core/index.ts';
import type { Part, Sentence } from './explanation.ts';

/** Names for addresses from bundled data, by lower-case address. */
export type Labels = Readonly<Record<string, string>>;

/** A sentence from a template: text stands as it is, everything else is a typed part. */
export function say(texts: TemplateStringsArray, ...parts: readonly (Part | Sentence)[]): Sentence {
  const sentence: Part[] = [];
  texts.forEach((text, index) => {
    if (text !== '') sentence.push({ kind: 'text', text });
    const part = parts[index];
    if (part !== undefined) sentence.push(...('kind' in part ? [part] : part));
  });
  return sentence;
}

/** Plain text as a sentence. */
export function words(text: string): Sentence {
  return [{ kind: 'text', text }];
}

/** A risk as a share: rounded up. */
export function risk(wad: bigint): Part {
  return { kind: 'share', wad: String(wad), round: 'up' };
}

/** A protection, or something known, as a share: rounded down. */
export function cover(wad: bigint): Part {
  return { kind: 'share', wad: String(wad), round: 'down' };
}

const TENTH_OF_PERCENT = WAD / 1000n;

/** A share that a person chose, with every digit it has: rounded, a small one would read as none. */
export function exactShare(wad: bigint): Part {
  if (wad % TENTH_OF_PERCENT === 0n) return cover(wad);
  const rest = String(wad % (10n * TENTH_OF_PERCENT))
    .padStart(16, '0')
    .replace(/0+$/, '');
  return { kind: 'text', text: `${wad / (10n * TENTH_OF_PERCENT)}.${rest}%` };
}

/** A time that one must wait: rounded up. */
export function wait(secs: bigint): Part {
  return { kind: 'duration', secs: String(secs), round: 'up' };
}

/** A time that protects: rounded down. */
export function warning(secs: bigint): Part {
  return { kind: 'duration', secs: String(secs), round: 'down' };
}

/** ETH value in wei; a view that cannot show all of it rounds as said, up unless told otherwise. */
export function ether(wei: bigint, round: 'up' | 'down' = 'up'): Part {
  return { kind: 'amount', base: String(wei), decimals: 18, symbol: 'ETH', round };
}

/** A moment, in Unix seconds. */
export function day(at: bigint): Part {
  return { kind: 'date', at: String(at) };
}

/** Noon, so that the day reads the same in almost every time zone. */
const NOON = 43_200n;

/** A day as bundled data writes it, `2026-05-02`; any other text, such as a month, stands as it is. */
export function dayOf(date: string): Sentence {
  const at = Date.parse(date);
  return Number.isNaN(at) ? words(date) : [day(BigInt(at / 1000) + NOON)];
}

/** A plain number of things. */
export function number(count: bigint): Part {
  return { kind: 'text', text: String(count) };
}

/** Sentences with a space between. */
export function join(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((one, index) => (index === 0 ? one : [...words(' '), ...one]));
}

const DIGITS = 4;

/** A loss, rounded up to four digits that count, so that every way of showing it errs upwards. */
export function loss(deposit: bigint, share: bigint): Part {
  const wei = (deposit * share + WAD - 1n) / WAD;
  const step = 10n ** BigInt(Math.max(0, String(wei).length - DIGITS));
  return ether(((wei + step - 1n) / step) * step);
}

/** An address with its bundled name, if it has one. What starts with `?` stands for nobody in particular. */
export function named(address: string, labels: Labels): Part {
  if (address.startsWith('?')) return { kind: 'text', text: 'an unknown one' };
  return { kind: 'address', address, label: labels[address.toLowerCase()] ?? null };
}

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

/** A time that one must wait: rounded up. */
export function wait(secs: bigint): Part {
  return { kind: 'duration', secs: String(secs), round: 'up' };
}

/** A time that protects: rounded down. */
export function warning(secs: bigint): Part {
  return { kind: 'duration', secs: String(secs), round: 'down' };
}

/** ETH value in wei, as it is. */
export function ether(wei: bigint): Part {
  return { kind: 'amount', base: String(wei), decimals: 18, symbol: 'ETH' };
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

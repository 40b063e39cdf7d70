import { durationText } from './duration.ts';
import { decimalText, isBase, localNumber, LOCALE } from './decimal.ts';
import { NOT_KNOWN } from './share.ts';

/** How long ago something was read, in whole units, rounded up; a time that lies ahead of the clock reads as now. */
export function ageText(readAt: number, now: number): string {
  const exact = Math.max(0, Math.ceil((now - readAt) / 1000));
  const step = exact >= 172_800 ? 86_400 : exact >= 7200 ? 3600 : 1;
  const secs = Math.ceil(exact / step) * step;
  return secs === 0 ? 'just now' : `${durationText(String(secs), 'up')} ago`;
}

/** A block number, grouped; what is no number reads "not known". */
export function blockText(block: string): string {
  return isBase(block) ? localNumber(decimalText(block, 0), {}) : NOT_KNOWN;
}

/** The time of day of a moment. */
export function clockText(at: number): string {
  return new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

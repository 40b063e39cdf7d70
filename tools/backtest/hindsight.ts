import type { Datum } from './snapshot.ts';
import { wordsOfSource } from './sources.ts';

/**
 * The only lines of the file of events that tell of the time before: what a reading would have shown, and what
 * happened. Loss, repayment and notes were learnt from the event.
 */
const TELLS_OF_BEFORE = /^incidents\.json [\w-]+\.(what|signals\[\d+\]\.why)$/;

/** Words by which a sentence itself says that something was so earlier. */
const SAYS_EARLIER = /\b(before|already|records that)\b/;

/** Words by which a sentence says that the registry held something, or did not. */
const SAYS_KNOWN = /\bknown\b/;
const SAYS_NOT_KNOWN = /\bunknown\b|\bnot (be )?in (the|any) registry\b/;

function ofTheEvent(source: string): boolean {
  if (source.startsWith('incidents.json')) return !TELLS_OF_BEFORE.test(source);
  return /\bincidents\[/.test(source);
}

/** Site and contract are asked of the registry of the evening before: it held them, or what the page uses is new. */
function saysEarlier({ path, value, quote }: Datum): boolean {
  if (!path.startsWith('identity.')) return SAYS_EARLIER.test(quote);
  return (value === true ? SAYS_KNOWN : SAYS_NOT_KNOWN).test(quote);
}

/**
 * What makes a figure one that could only be known afterwards: it is told by what the event did; it has a date that
 * no source line gives; or it has none, and its own words do not say that it was so before.
 */
export function hindsightOf(one: Datum): readonly string[] {
  const { source, since, sinceFrom = source, why } = one;
  const told = [source, sinceFrom].find(ofTheEvent);
  if (told !== undefined) return [`${told} tells what the event did`];
  if (since === null) {
    if (why === undefined) return ['neither a date nor why it was so before'];
    return saysEarlier(one) ? [] : ['no date, and its own words do not say that it was so before'];
  }
  const dated = wordsOfSource(sinceFrom)?.includes(since.slice(0, 7)) ?? false;
  return dated ? [] : [`${since.slice(0, 7)} does not stand in ${sinceFrom}`];
}

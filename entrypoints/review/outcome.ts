import { type Tone, wordTone } from '../../components/verdict/tone.ts';
import type { ReviewView } from '../../lib/messages/index.ts';

/** The headline of the window as it stands now. */
export type Outcome = { readonly tone: Tone; readonly word: string; readonly headline: string };

const WITHOUT: Readonly<Record<ReviewView['state'], Outcome>> = {
  loading: { tone: 'checking', word: 'Reading the chain', headline: 'Checking this deposit' },
  partial: { tone: 'unknown', word: 'Not checked', headline: 'We could not finish this check' },
  ready: { tone: 'unknown', word: 'Not checked', headline: 'We could not finish this check' },
  stale: { tone: 'unknown', word: 'Not checked', headline: 'These numbers are too old' },
  offline: { tone: 'unknown', word: 'Not checked', headline: 'No node could be reached' },
  error: { tone: 'unknown', word: 'Not checked', headline: 'We could not finish this check' },
  changed: { tone: 'unknown', word: 'Not checked', headline: 'The page changed its request' },
  unsupported: { tone: 'unknown', word: 'Not checked', headline: 'We cannot judge this deposit yet' },
  ended: { tone: 'off', word: 'Ended', headline: 'This request has ended' },
};

/** A verdict that nothing still to be read can better. */
export function breach(tone: Tone): boolean {
  return tone === 'stop' || tone === 'blocked';
}

/**
 * What the window says first. While reads are under way only a breach is shown: any other verdict may still
 * get worse.
 */
export function outcomeOf({ state, overall }: Pick<ReviewView, 'state' | 'overall'>): Outcome {
  if (overall === null || state === 'ended') return WITHOUT[state];
  const { word, headline } = overall;
  const tone = wordTone(word);
  if (state === 'loading' && !breach(tone)) return WITHOUT.loading;
  // Something is not known, or near enough to a limit for a note: the one line that is read first says so.
  const noted = overall.level === 'notice' && word === 'Within limits';
  return { tone, word: noted ? `${word}, with a note` : word, headline };
}

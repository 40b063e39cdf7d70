import { plain } from '../../lib/explain/index.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import { breach, outcomeOf } from './outcome.ts';

/**
 * What is read out. A breach interrupts once; everything else waits its turn. The same text is not
 * spoken twice, because a live region speaks only when it changes.
 */
export function announce(view: ReviewView): { polite: string; assertive: string } {
  const { tone, word, headline } = outcomeOf(view);
  const lead = view.deposits.length === 1 ? view.deposits[0]?.explanation?.lead : undefined;
  const spoken = [`${word}.`, `${headline}.`];
  if (lead !== undefined && view.state !== 'loading') spoken.push(plain(lead));
  return breach(tone)
    ? { polite: '', assertive: `${word}. ${headline}.` }
    : { polite: spoken.join(' '), assertive: '' };
}

import { plain } from '../../lib/explain/index.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import { breach, outcomeOf } from './outcome.ts';
import { realmWords } from './realm-words.ts';

/**
 * What is read out. A breach interrupts once; everything else waits its turn. The same text is not
 * spoken twice, because a live region speaks only when it changes. A page that could have been prepared is always
 * told: the focus starts below the line that says it.
 */
export function announce(view: ReviewView): { polite: string; assertive: string } {
  const { tone, word, headline } = outcomeOf(view);
  const lead = view.deposits.length === 1 ? view.deposits[0]?.explanation?.lead : undefined;
  const spoken = [`${word}.`, `${headline}.`];
  if (lead !== undefined && view.state !== 'loading') spoken.push(plain(lead));
  const realm = realmWords(view.realm ?? 'own');
  if (realm !== null) spoken.push(realm);
  return breach(tone)
    ? { polite: realm ?? '', assertive: `${word}. ${headline}.` }
    : { polite: spoken.join(' '), assertive: '' };
}

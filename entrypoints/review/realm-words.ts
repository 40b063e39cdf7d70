import { unreachable } from '../../components/base/unreachable.ts';
import type { ReviewView } from '../../lib/messages/index.ts';

/**
 * What a page could have done to its own words before they reached us; null where it could not. We hold and judge what
 * the page says: one that was prepared can show us one thing and its wallet another. Short, since ninety words are all
 * that may stand above the buttons.
 */
export function realmWords(realm: NonNullable<ReviewView['realm']>): string | null {
  switch (realm) {
    case 'own':
      return null;
    case 'prepared':
      return 'This page could have been prepared. We show what it says.';
    case 'late':
      return 'This page ran before Slashlight. We show what it says.';
    default:
      return unreachable(realm);
  }
}

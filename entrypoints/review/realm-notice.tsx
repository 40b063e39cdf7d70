import { Notice } from '../../components/base/notice.tsx';
import { unreachable } from '../../components/base/unreachable.ts';
import type { ReviewView } from '../../lib/messages/index.ts';
import css from './review.module.css';

/**
 * What a page could have done to its own words before they reached us; null where it could not. We hold and judge what
 * the page says: one that was prepared can show us one thing and its wallet another. Short, since ninety words are all
 * that may stand above the buttons.
 */
function realmWords(realm: NonNullable<ReviewView['realm']>): string | null {
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

/** How far the page that asks can be taken at its word, in one line under its name. */
export function RealmNotice({ realm = 'own' }: Pick<ReviewView, 'realm'>) {
  const words = realmWords(realm);
  if (words === null) return null;
  return (
    <div className={css.realm}>
      <Notice tone="warn">
        <p>{words}</p>
      </Notice>
    </div>
  );
}

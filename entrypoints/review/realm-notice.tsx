import { Notice } from '../../components/base/notice.tsx';
import type { ReviewView } from '../../lib/messages/index.ts';
import { realmWords } from './realm-words.ts';
import css from './review.module.css';

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

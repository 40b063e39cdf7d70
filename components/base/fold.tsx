import type { ReactNode } from 'react';

import css from './fold.module.css';

/** A part of the page that stays closed until asked for; the note says what is inside. */
export function Fold({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <details className={css.fold}>
      <summary>
        <span className={css.title}>{title}</span>
        {note !== undefined && <span className={css.note}>{note}</span>}
      </summary>
      <div className={css.body}>{children}</div>
    </details>
  );
}

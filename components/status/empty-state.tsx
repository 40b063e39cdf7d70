import type { ReactNode } from 'react';

import css from './status.module.css';

/** Nothing to list yet, and when there will be. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      <p>{children}</p>
    </div>
  );
}

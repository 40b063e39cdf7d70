import type { ReactNode } from 'react';

import { classes } from './classes.ts';
import css from './notice.module.css';

type Props = {
  readonly tone?: 'plain' | 'warn' | 'stop';
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

/** A strip that says what is out of the ordinary, and what can be done about it. */
export function Notice({ tone = 'plain', children, action }: Props) {
  return (
    <div className={classes(css.notice, tone === 'warn' && css.warn, tone === 'stop' && css.stop)}>
      <div className={css.text}>{children}</div>
      {action}
    </div>
  );
}

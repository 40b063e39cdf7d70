import { classes } from '../base/classes.ts';
import type { SiteState } from './site-status.tsx';
import css from './status.module.css';

const SHIELD = 'M12 2 20.5 5.2v6.2c0 5-3.4 8.7-8.5 10.6-5.1-1.9-8.5-5.6-8.5-10.6V5.2z';

/** The mark inside the shield; each state has its own, so that none is told by colour alone. */
const marks: Readonly<Record<SiteState, string>> = {
  on: 'm7.8 12 2.9 2.9 5.5-6',
  off: 'M4 20 20 4',
  reload: 'M15.6 10.4a4 4 0 1 0 .3 2.9M15.9 7.4v3.1h-3.1',
  unprotected: 'M12 7.5v5M12 15.8v.2',
  'no-access': 'M8.5 12h7',
};

/** A filled shield where Slashlight stands before every wallet, and only there; an open one everywhere else. */
export function SiteSign({ state }: { state: SiteState }) {
  const on = state === 'on';
  const gap = state === 'unprotected' || state === 'reload';
  return (
    <svg
      viewBox="0 0 24 24"
      className={classes(css.sign, on && css.signOn, gap && css.signGap)}
      data-sign={state}
      aria-hidden="true"
    >
      <path d={SHIELD} className={on ? css.signFill : css.signOpen} />
      <path d={marks[state]} className={on ? css.signMark : css.signOpen} />
    </svg>
  );
}

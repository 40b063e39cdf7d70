import { classes } from '../base/classes.ts';
import type { SiteState } from './site-status.tsx';
import css from './status.module.css';

const SHIELD = 'M12 2 20.5 5.2v6.2c0 5-3.4 8.7-8.5 10.6-5.1-1.9-8.5-5.6-8.5-10.6V5.2z';

/** A filled shield where Slashlight is on, an open one where it is not; struck through where it is off. */
export function SiteSign({ state }: { state: SiteState }) {
  const on = state === 'on';
  return (
    <svg viewBox="0 0 24 24" className={classes(css.sign, on && css.signOn)} aria-hidden="true">
      <path d={SHIELD} className={on ? css.signFill : css.signOpen} />
      {on && <path d="m7.8 12 2.9 2.9 5.5-6" className={css.signMark} />}
      {state === 'off' && <path d="M4 20 20 4" className={css.signOpen} />}
      {(state === 'reload' || state === 'unprotected') && (
        <path d="M12 7.5v5M12 15.8v.2" className={css.signOpen} />
      )}
    </svg>
  );
}

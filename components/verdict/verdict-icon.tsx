import { useId } from 'react';

import { classes } from '../base/classes.ts';
import type { Tone } from './tone.ts';
import css from './verdict-icon.module.css';

const OCTAGON = 'M7.9 1.5h8.2L22.5 7.9v8.2l-6.4 6.4H7.9L1.5 16.1V7.9z';

function Shape({ tone, hatch }: { tone: Tone; hatch: string }) {
  switch (tone) {
    case 'ok':
      return (
        <>
          <circle cx="12" cy="12" r="10.5" className={css.fill} />
          <path d="m7 12.4 3.4 3.4 6.8-7.2" className={css.mark} />
        </>
      );
    case 'warn':
      return (
        <>
          <path d="M12 2.6 22.6 21H1.4z" className={classes(css.fill, css.joined)} />
          <path d="M12 9.4v5M12 17.6v.2" className={css.mark} />
        </>
      );
    case 'stop':
      return (
        <>
          <path d={OCTAGON} className={css.fill} />
          <path d="M7 12h10" className={css.mark} />
        </>
      );
    case 'blocked':
      return (
        <>
          <path d={OCTAGON} className={css.fill} />
          <path d="m8.2 15.8 7.6-7.6M8.2 8.2l7.6 7.6" className={css.mark} />
        </>
      );
    case 'unknown':
      return (
        <>
          <path d="M12 1.6 22.4 12 12 22.4 1.6 12z" className={css.open} fill={`url(#${hatch})`} />
          <path d="M9.6 9.9c0-3.2 4.8-3.2 4.8 0 0 1.9-2.4 1.9-2.4 3.8M12 16.4v.2" className={css.halo} />
          <path d="M9.6 9.9c0-3.2 4.8-3.2 4.8 0 0 1.9-2.4 1.9-2.4 3.8M12 16.4v.2" className={css.query} />
        </>
      );
    case 'checking':
      return (
        <>
          <circle cx="12" cy="12" r="9.5" className={css.track} />
          <path d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5" className={css.arc} />
        </>
      );
    default:
      return <circle cx="12" cy="12" r="9.5" className={css.track} />;
  }
}

/** The shape of a verdict: circle, triangle, octagon or hatched diamond. The word always stands beside it. */
export function VerdictIcon({ tone, size = 'm' }: { tone: Tone; size?: 's' | 'm' | 'l' }) {
  const hatch = useId();
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classes(css.icon, css[size], css[tone])}>
      {tone === 'unknown' && (
        <pattern
          id={hatch}
          width="3.4"
          height="3.4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3.4" height="3.4" className={css.under} />
          <rect width="1.2" height="3.4" className={css.line} />
        </pattern>
      )}
      <Shape tone={tone} hatch={hatch} />
    </svg>
  );
}

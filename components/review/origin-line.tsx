import type { ReactNode } from 'react';

import { BrandMark } from '../base/brand-mark.tsx';
import { Host } from '../text/host.tsx';
import css from './origin-line.module.css';

type Props = { readonly site: string; readonly frame: string | null; readonly children?: ReactNode };

/** Who asks: the site, and the frame inside it where that is another one. */
export function OriginLine({ site, frame, children }: Props) {
  return (
    <div className={css.line}>
      <BrandMark />
      <p className={css.who}>
        <span className="visually-hidden">Asked by </span>
        <strong>
          <Host host={site} />
        </strong>
        {frame !== null && frame !== site && (
          <span className={css.frame}>
            through a frame of <Host host={frame} />
          </span>
        )}
      </p>
      {children}
    </div>
  );
}

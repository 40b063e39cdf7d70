import type { ReactNode } from 'react';

import { BrandMark } from '../base/brand-mark.tsx';
import { Host } from '../text/host.tsx';
import css from './origin-line.module.css';

type Props = { readonly site: string; readonly frame: string | null; readonly children?: ReactNode };

/** A host has no blanks; what has some is our own words for a page without an address. */
function isWords(name: string): boolean {
  return name.includes(' ');
}

function Frame({ frame }: { frame: string }) {
  if (isWords(frame)) return <span className={css.frame}>In a frame without an address</span>;
  return (
    <span className={css.frame}>
      In a frame of <Host host={frame} />
    </span>
  );
}

/** Who asks: the site in the address bar, and the frame inside it where that is another one. */
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
          <>
            {' '}
            <Frame frame={frame} />
          </>
        )}
      </p>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

import { BrandMark } from '../../components/base/brand-mark.tsx';
import { Button } from '../../components/base/button.tsx';
import css from './popup.module.css';

/** The head and the width of the popup, the same in every state. */
export function PopupFrame({ onOptions, children }: { onOptions: () => void; children: ReactNode }) {
  return (
    <div className={css.popup}>
      <header className={css.head}>
        <BrandMark size={22} />
        <h1>Slashlight</h1>
        <Button look="link" onClick={onOptions}>
          Settings
        </Button>
      </header>
      <main className={css.main}>{children}</main>
    </div>
  );
}

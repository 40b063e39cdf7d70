import type { ReactNode, Ref } from 'react';

import { classes } from '../base/classes.ts';
import type { Tone } from './tone.ts';
import css from './verdict-banner.module.css';
import { VerdictIcon } from './verdict-icon.tsx';

type Props = {
  readonly tone: Tone;
  readonly word: string;
  readonly headline: string;
  /** Stands beside the word: how well the case is known. */
  readonly beside?: string | null;
  readonly id: string;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children?: ReactNode;
};

/** The outcome, before anything else: shape, colour, word and headline. */
export function VerdictBanner({ tone, word, headline, beside = null, id, headingRef, children }: Props) {
  return (
    <section className={classes(css.banner, css[tone])} aria-labelledby={id}>
      <div className={css.top}>
        <VerdictIcon tone={tone} size="l" />
        <div className={css.words}>
          <p className={css.word}>
            {word}
            {beside !== null && <span className={css.beside}>{beside}</span>}
          </p>
          <h1 id={id} ref={headingRef} tabIndex={-1} className={css.headline}>
            {headline}
          </h1>
        </div>
      </div>
      {children}
    </section>
  );
}

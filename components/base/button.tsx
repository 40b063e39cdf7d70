import type { ButtonHTMLAttributes, Ref } from 'react';

import css from './button.module.css';
import { classes } from './classes.ts';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & {
  /** `main` is the one we suggest; `link` reads as text in a row. */
  readonly look?: 'main' | 'plain' | 'link';
  readonly small?: boolean;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button: a verb, at least 40 px high unless it stands in a line of text. */
export function Button({ look = 'plain', small = false, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(
        css.button,
        look === 'main' && css.main,
        look === 'link' && css.link,
        small && css.small,
      )}
    />
  );
}

import { useId } from 'react';

import { classes } from '../base/classes.ts';
import css from './choice.module.css';

type Option<T extends string> = { readonly value: T; readonly name: string; readonly about: string };

type Props<T extends string> = {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  /** Side by side, each with a border. */
  readonly cards?: boolean;
  readonly onChange: (value: T) => void;
};

/** One of a few, each with what it means. */
export function Choice<T extends string>({ legend, value, options, cards = false, onChange }: Props<T>) {
  const group = useId();
  return (
    <fieldset>
      <legend className={css.legend}>{legend}</legend>
      <div className={cards ? css.cards : css.list}>
        {options.map((option) => {
          const id = `${group}${option.value}`;
          return (
            <div key={option.value} className={classes(css.option, cards && css.card)}>
              <input
                type="radio"
                id={id}
                name={group}
                className={css.radio}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
                aria-describedby={`${id}a`}
              />
              <div>
                <label htmlFor={id} className={css.name}>
                  {option.name}
                </label>
                <span id={`${id}a`} className={css.about}>
                  {option.about}
                </span>
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

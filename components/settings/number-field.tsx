import { type ChangeEvent, useId, useState } from 'react';

import { Button } from '../base/button.tsx';
import { YoursMark } from '../review/yours-mark.tsx';
import type { Typed } from './quantity.ts';
import css from './settings.module.css';

/** A button that puts a value into the field outright. */
type Shortcut<T> = {
  readonly word: string;
  readonly to: T | null;
  /** The field holds that value already. */
  readonly idle: boolean;
};

type Props<T> = {
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly yours: boolean;
  /** The value as a person would type it; empty where there is none. */
  readonly shown: string;
  /** Stands in the empty field. */
  readonly empty: string;
  readonly parse: (typed: string) => Typed<T>;
  readonly shortcuts: readonly Shortcut<T>[];
  readonly onChange: (value: T | null) => void;
  /** Whether what stands in the field can be saved. */
  readonly onValid: (valid: boolean) => void;
};

/** What stands in a field while it is edited: the text as typed, and what is wrong with it. */
function useDraft<T>({ parse, onChange, onValid }: Pick<Props<T>, 'parse' | 'onChange' | 'onValid'>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState('');
  const settle = (value: T | null) => {
    setDraft(null);
    setWrong('');
    onValid(true);
    onChange(value);
  };
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const parsed = parse(event.target.value);
    setDraft(event.target.value);
    setWrong(parsed.ok ? '' : parsed.why);
    onValid(parsed.ok);
    if (parsed.ok) onChange(parsed.value);
  };
  return { draft, wrong, settle, type };
}

/** One number of the person's: what it is, its value, and ways back. A wrong text says why and changes nothing. */
export function NumberField<T>(props: Props<T>) {
  const { label, hint, unit, yours, shown, empty, shortcuts } = props;
  const id = useId();
  const { draft, wrong, settle, type } = useDraft(props);
  return (
    <div className={css.limit}>
      <div className={css.limitWords}>
        <label htmlFor={id}>{label}</label>
        {yours && <YoursMark />}
        <p id={`${id}h`} className={css.small}>
          {hint}
        </p>
      </div>
      <div className={css.limitValue}>
        <input
          id={id}
          className={css.number}
          inputMode="decimal"
          autoComplete="off"
          placeholder={empty}
          value={draft ?? shown}
          onChange={type}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}h ${id}w`}
        />
        <span className={css.unit}>{unit}</span>
        {shortcuts.map(({ word, to, idle }) => (
          <Button
            key={word}
            look="link"
            disabled={idle && draft === null}
            aria-label={`${word}: ${label}`}
            onClick={() => settle(to)}
          >
            {word}
          </Button>
        ))}
      </div>
      <output id={`${id}w`} className={css.wrong}>
        {wrong}
      </output>
    </div>
  );
}

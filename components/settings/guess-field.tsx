import { type ChangeEvent, useId, useState } from 'react';

import { Button } from '../base/button.tsx';
import { YoursMark } from '../review/yours-mark.tsx';
import { type GuessSpec, parseGuess, showGuess } from './guess.ts';
import css from './settings.module.css';

type Props = {
  readonly spec: GuessSpec;
  /** The person's own value; null where the bundled one holds. */
  readonly own: number | null;
  readonly onChange: (own: number | null) => void;
  /** Whether what stands in the field can be saved. */
  readonly onValid: (valid: boolean) => void;
};

function shown({ fixed, unit }: GuessSpec, own: number | null): string {
  const value = own ?? fixed;
  return value === null ? '' : showGuess(value, unit);
}

/** One guess: what it is, what stands behind it, and the person's own value. A wrong text says why. */
export function GuessField({ spec, own, onChange, onValid }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState('');
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const parsed = parseGuess(event.target.value, spec);
    setDraft(event.target.value);
    setWrong(parsed.ok ? '' : parsed.why);
    onValid(parsed.ok);
    if (parsed.ok) onChange(parsed.value === spec.fixed ? null : parsed.value);
  };
  const reset = () => {
    setDraft(null);
    setWrong('');
    onValid(true);
    onChange(null);
  };
  return (
    <div className={css.limit}>
      <div className={css.limitWords}>
        <label htmlFor={id}>{spec.label}</label>
        {own !== null && <YoursMark />}
        <p id={`${id}h`} className={css.small}>
          Default: {spec.bundled}. Basis: {spec.source}.
        </p>
      </div>
      <div className={css.limitValue}>
        <input
          id={id}
          className={css.number}
          inputMode="decimal"
          autoComplete="off"
          placeholder="default"
          value={draft ?? shown(spec, own)}
          onChange={type}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}h ${id}w`}
        />
        <span className={css.unit}>{spec.unit === 'percent' ? '%' : ''}</span>
        <Button
          look="link"
          disabled={own === null && draft === null}
          aria-label={`Reset: ${spec.label}`}
          onClick={reset}
        >
          Reset
        </Button>
      </div>
      <output id={`${id}w`} className={css.wrong}>
        {wrong}
      </output>
    </div>
  );
}

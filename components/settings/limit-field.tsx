import { type ChangeEvent, useId, useState } from 'react';

import { Button } from '../base/button.tsx';
import { YoursMark } from '../review/yours-mark.tsx';
import type { LimitSpec } from './limit-spec.ts';
import { parseQuantity, readQuantity, showQuantity, UNIT_WORD } from './quantity.ts';
import css from './settings.module.css';

type Props = {
  readonly spec: LimitSpec;
  /** In base units; null is off. */
  readonly value: bigint | null;
  readonly preset: bigint | null;
  readonly yours: boolean;
  /** A new value, which may be that of the preset. */
  readonly onChange: (value: bigint | null) => void;
  /** Whether what stands in the field can be saved. */
  readonly onValid: (valid: boolean) => void;
};

/** One limit: typed in its own unit, or off. A wrong text says why and changes nothing. */
export function LimitField({ spec, value, preset, yours, onChange, onValid }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState('');
  const settle = (next: bigint | null) => {
    setDraft(null);
    setWrong('');
    onValid(true);
    onChange(next);
  };
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.target.value;
    const parsed = parseQuantity(typed, spec.unit);
    setDraft(typed);
    setWrong(parsed.ok ? '' : parsed.why);
    onValid(parsed.ok);
    if (parsed.ok) onChange(parsed.value);
  };
  const off = value === null && draft === null;
  return (
    <div className={css.limit}>
      <div className={css.limitWords}>
        <label htmlFor={id}>{spec.title}</label>
        {yours && <YoursMark />}
        <p id={`${id}h`} className={css.small}>
          {spec.hint} Preset: {readQuantity(preset, spec.unit)}.
        </p>
      </div>
      <div className={css.limitValue}>
        <input
          id={id}
          className={css.number}
          inputMode="decimal"
          autoComplete="off"
          placeholder="off"
          value={draft ?? (value === null ? '' : showQuantity(value, spec.unit))}
          onChange={type}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}h ${id}w`}
        />
        <span className={css.unit}>{UNIT_WORD[spec.unit]}</span>
        <Button look="link" disabled={off} aria-label={`Off: ${spec.title}`} onClick={() => settle(null)}>
          Off
        </Button>
        <Button
          look="link"
          disabled={!yours && draft === null}
          aria-label={`Reset: ${spec.title}`}
          onClick={() => settle(preset)}
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

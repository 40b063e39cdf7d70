import { type GuessSpec, parseGuess, showGuess } from './guess.ts';
import { NumberField } from './number-field.tsx';

type Props = {
  readonly spec: GuessSpec;
  /** The person's own value; null where the bundled one holds. */
  readonly own: number | null;
  readonly onChange: (own: number | null) => void;
  readonly onValid: (valid: boolean) => void;
};

/** One guess: what it is, what stands behind it, and the person's own value. */
export function GuessField({ spec, own, onChange, onValid }: Props) {
  const value = own ?? spec.fixed;
  return (
    <NumberField
      label={spec.label}
      hint={`Default: ${spec.bundled}. Basis: ${spec.source}.`}
      unit={spec.unit === 'percent' ? '%' : ''}
      yours={own !== null}
      shown={value === null ? '' : showGuess(value, spec.unit)}
      empty="default"
      parse={(typed) => parseGuess(typed, spec)}
      shortcuts={[{ word: 'Reset', to: null, idle: own === null }]}
      onChange={(typed) => onChange(typed === spec.fixed ? null : typed)}
      onValid={onValid}
    />
  );
}

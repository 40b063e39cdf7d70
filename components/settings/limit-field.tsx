import type { LimitSpec } from './limit-spec.ts';
import { NumberField } from './number-field.tsx';
import { parseQuantity, readQuantity, showQuantity, UNIT_WORD } from './quantity.ts';

type Props = {
  readonly spec: LimitSpec;
  /** In base units; null is off. */
  readonly value: bigint | null;
  readonly preset: bigint | null;
  readonly yours: boolean;
  /** A new value, which may be that of the preset. */
  readonly onChange: (value: bigint | null) => void;
  readonly onValid: (valid: boolean) => void;
};

/** One limit: typed in its own unit, or off. */
export function LimitField({ spec, value, preset, yours, onChange, onValid }: Props) {
  return (
    <NumberField
      label={spec.title}
      hint={`${spec.hint} Preset: ${readQuantity(preset, spec.unit)}.`}
      unit={UNIT_WORD[spec.unit]}
      yours={yours}
      shown={value === null ? '' : showQuantity(value, spec.unit)}
      empty="off"
      parse={(typed) => parseQuantity(typed, spec.unit)}
      shortcuts={[
        { word: 'Off', to: null, idle: value === null },
        { word: 'Reset', to: preset, idle: !yours },
      ]}
      onChange={onChange}
      onValid={onValid}
    />
  );
}

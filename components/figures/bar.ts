import { barTenths, tenthsText } from '../format/share.ts';
import type { BarPart, FactorRow, How } from '../../lib/explain/index.ts';

/** One part of the bar as it is drawn and listed: both say the same figure. */
export type BarLine = {
  readonly id: BarPart['id'];
  readonly label: string;
  readonly tenths: number;
  readonly text: string;
  readonly how: How | null;
};

const FACTOR: Readonly<Record<BarPart['id'], string | null>> = {
  now: 'slashableNow',
  noNotice: 'noNotice',
  unknown: 'slashableNow',
  rest: null,
};

function restHow(lines: readonly { label: string; text: string }[]): How {
  const inputs = lines.map(({ label, text }) => ({
    name: label,
    value: text,
    source: 'this table',
    block: null,
  }));
  return {
    formula: '100% less the parts above',
    inputs,
    steps: ['Risks are rounded up, so this part is what is left.'],
  };
}

/** A risk that is there but lost its tenth to the sum still does not read as nothing. */
function partText({ id, wad }: BarPart, tenths: number): string {
  return tenths === 0 && id !== 'rest' && BigInt(wad) > 0n ? '<0.1%' : tenthsText(tenths);
}

/**
 * The parts of a bar with shares that add up to 100 %, each with how it came about.
 *
 * @returns null where the parts do not add up: then nothing is drawn
 */
export function barLines(bar: readonly BarPart[], factors: readonly FactorRow[]): readonly BarLine[] | null {
  const tenths = barTenths(bar);
  if (tenths === null) return null;
  const lines = bar.map((part, at) => ({
    id: part.id,
    label: part.label,
    tenths: tenths[at] ?? 0,
    text: partText(part, tenths[at] ?? 0),
  }));
  const risks = lines.filter(({ id }) => id !== 'rest');
  return lines.map((line) => ({
    ...line,
    how:
      line.id === 'rest' ? restHow(risks) : (factors.find(({ id }) => id === FACTOR[line.id])?.how ?? null),
  }));
}

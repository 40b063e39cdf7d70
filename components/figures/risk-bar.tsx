import { useId } from 'react';

import type { BarLine } from './bar.ts';
import { partFill, PartPatterns } from './part-pattern.tsx';
import css from './risk-bar.module.css';

const WIDTH = 1000;
const HEIGHT = 22;
/** A part that exists is drawn at least this wide: small is not the same as absent. */
const LEAST = 6;

function widths(lines: readonly BarLine[]): readonly number[] {
  const drawn = lines.map(({ tenths }) => (tenths === 0 ? 0 : Math.max(tenths, LEAST)));
  const surplus = drawn.reduce((sum, width) => sum + width, 0) - WIDTH;
  const widest = drawn.indexOf(Math.max(...drawn));
  return drawn.map((width, at) => (at === widest ? width - surplus : width));
}

/** The stake as one bar of four parts. Its text is that of the table below it. */
export function RiskBar({ lines }: { lines: readonly BarLine[] }) {
  const prefix = useId();
  const sizes = widths(lines);
  const label = lines.map(({ label: name, text }) => `${name} ${text}`).join(', ');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG drawn from live figures is no <img>
    <svg className={css.bar} role="img" aria-label={label} width="100%" height={HEIGHT}>
      <PartPatterns prefix={prefix} />
      {lines.map((line, at) => {
        const from = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
        return (
          <rect
            key={line.id}
            x={`${String(from / 10)}%`}
            width={`${String((sizes[at] ?? 0) / 10)}%`}
            height={HEIGHT}
            fill={partFill(line.id, prefix)}
            className={css.part}
          />
        );
      })}
    </svg>
  );
}

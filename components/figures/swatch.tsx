import { useId } from 'react';

import type { BarPart } from '../../lib/explain/index.ts';
import { partFill, PartPatterns } from './part-pattern.tsx';
import css from './risk-table.module.css';

/** The key of one part of the bar, in the same fill. */
export function Swatch({ id }: { id: BarPart['id'] }) {
  const prefix = useId();
  return (
    <svg className={css.swatch} width="14" height="14" aria-hidden="true">
      <PartPatterns prefix={prefix} />
      <rect width="14" height="14" rx="3" fill={partFill(id, prefix)} className={css.edge} />
    </svg>
  );
}

import type { BarPart } from '../../lib/explain/index.ts';
import css from './risk-bar.module.css';

/** The fills of the four parts: solid, striped, hatched, plain. Told apart without colour. */
export function PartPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      <pattern id={`${prefix}noNotice`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className={css.noticeUnder} />
        <rect width="3" height="5" className={css.noticeOver} />
      </pattern>
      <pattern
        id={`${prefix}unknown`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className={css.unknownUnder} />
        <rect width="2" height="6" className={css.unknownOver} />
      </pattern>
    </defs>
  );
}

/** The fill of one part, by its pattern where it has one. */
export function partFill(id: BarPart['id'], prefix: string): string {
  if (id === 'now') return 'var(--part-now)';
  return id === 'rest' ? 'var(--part-rest)' : `url(#${prefix}${id})`;
}

import { ageText, blockText } from '../format/age.ts';
import css from './freshness.module.css';

type Props = { readonly readAt: number; readonly block: string | null; readonly now: number };

/** How old the figures are, and of which block. */
export function Freshness({ readAt, block, now }: Props) {
  return (
    <p className={css.freshness}>
      Read {ageText(readAt, now)}
      {block !== null && `, block ${blockText(block)}`}
    </p>
  );
}

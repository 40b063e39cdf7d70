import { amountText, exactAmount } from '../format/amount.ts';
import css from './figure.module.css';

/** A token amount; the tooltip holds every digit. */
export function Amount({ base, decimals, symbol }: { base: string; decimals: number; symbol: string }) {
  return (
    <bdi className={css.figure} title={exactAmount(base, decimals, symbol)}>
      {amountText(base, decimals, symbol)}
    </bdi>
  );
}

import { amountText, exactAmount } from '../format/amount.ts';
import css from './figure.module.css';

type Props = {
  readonly base: string;
  readonly decimals: number;
  readonly symbol: string;
  readonly round?: 'up' | 'down';
};

/** A token amount; the tooltip holds every digit. */
export function Amount({ base, decimals, symbol, round = 'up' }: Props) {
  return (
    <bdi className={css.figure} title={exactAmount(base, decimals, symbol)}>
      {amountText(base, decimals, symbol, round)}
    </bdi>
  );
}

import { amountFigure } from '../../lib/explain/index.ts';
import { decimalText, isBase } from './decimal.ts';
import { NOT_KNOWN } from './share.ts';

/**
 * A token amount as a person reads it, at most six digits after the point: `0.62 ETH`.
 * Rounded up unless told otherwise, since most of what is shown is what could be lost.
 */
export function amountText(
  base: string,
  decimals: number,
  symbol: string,
  round: 'up' | 'down' = 'up',
): string {
  return isBase(base) ? `${amountFigure(BigInt(base), decimals, round)} ${symbol}` : NOT_KNOWN;
}

/** The same amount with every digit it has, for the tooltip. */
export function exactAmount(base: string, decimals: number, symbol: string): string {
  return isBase(base) ? `${decimalText(base, decimals)} ${symbol}` : NOT_KNOWN;
}

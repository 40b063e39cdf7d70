import { WAD } from '../../lib/core/index.ts';
import { percentFigure } from '../../lib/explain/index.ts';
import { decimalText, isBase, localNumber } from './decimal.ts';

/** What stands in place of a figure that cannot be shown. */
export const NOT_KNOWN = 'not known';

const TENTH = 10n ** 15n;

/**
 * A share (1e18 = 100 %) to a tenth of a percent, as a person reads it: `12.4%`.
 * A risk is rounded up, a protection down. A risk above zero but below a tenth reads `<0.1%`;
 * a protection that small reads `0%`, since it must never look larger than it is.
 *
 * @param wad - decimal digits; anything else reads "not known"
 */
export function shareText(wad: string, round: 'up' | 'down'): string {
  if (!isBase(wad)) return NOT_KNOWN;
  const value = BigInt(wad);
  return round === 'up' && value > 0n && value < TENTH ? '<0.1%' : `${percentFigure(value, round)}%`;
}

type Part = { readonly id: string; readonly wad: string };

/** Takes a surplus off the largest parts other than `now`, tenth by tenth. */
function trimmed(parts: readonly Part[], tenths: readonly number[], surplus: number): readonly number[] {
  if (surplus === 0) return tenths;
  const size = (at: number) => (parts[at]?.id === 'now' ? -1 : (tenths[at] ?? -1));
  const largest = tenths.reduce((best, _, at) => (size(at) > size(best) ? at : best), 0);
  return trimmed(parts, tenths.with(largest, size(largest) - 1), surplus - 1);
}

/**
 * Tenths of a percent for the parts of one bar, which always add up to 1000.
 * Every part but `rest` is a risk and is rounded up; `rest` gets what is left. Where nothing is left
 * to give, the surplus (at most 0.2 %) comes off the other risks, never off `now`: the whole is then
 * at risk anyway and reads as 100 %.
 *
 * @returns null where the parts are no numbers or do not add up to 1e18: then nothing may be drawn
 */
export function barTenths(parts: readonly Part[]): readonly number[] | null {
  if (!parts.every(({ wad }) => isBase(wad))) return null;
  if (parts.reduce((sum, { wad }) => sum + BigInt(wad), 0n) !== WAD) return null;
  const tenths = parts.map(({ id, wad }) => (id === 'rest' ? 0 : Number((BigInt(wad) + TENTH - 1n) / TENTH)));
  const left = 1000 - tenths.reduce((sum, part) => sum + part, 0);
  const rest = parts.findIndex(({ id }) => id === 'rest');
  return left >= 0 && rest >= 0 ? tenths.with(rest, left) : trimmed(parts, tenths, -left);
}

/** Tenths of a percent as a table shows them, always with one digit after the point: `60` gives `6.0%`. */
export function tenthsText(tenths: number): string {
  return localNumber(decimalText(String(tenths), 3), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

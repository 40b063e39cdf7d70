import { durationFigure } from '../../lib/explain/index.ts';
import { isBase } from './decimal.ts';
import { NOT_KNOWN } from './share.ts';

/**
 * A length of time in the largest unit that holds at least two of it: `17.5 days`, `36 hours`.
 * Rounded in the direction given: a wait up, a warning time down.
 */
export function durationText(secs: string, round: 'up' | 'down'): string {
  if (!isBase(secs)) return NOT_KNOWN;
  const { figure, unit } = durationFigure(BigInt(secs), round);
  return `${figure} ${unit}`;
}

import type { FactorVerdict, Verdict } from '../limits/index.ts';
import type { Override } from './explanation.ts';
import { isProtection } from './factor-figure.ts';
import { amountFigure, durationFigure, percentFigure } from './plain.ts';
import type { Tone } from './tone.ts';

/** The number of a factor as its sentence shows it, without its unit; null where it shows none. */
function shownFigure({ id, value }: FactorVerdict): string | null {
  if (value.kind !== 'range') return null;
  const protects = isProtection(id);
  const shown = protects ? value.lo : (value.hi ?? value.lo);
  // Of no protection at all the sentence says so in words.
  if (shown === null || (protects && shown === 0n)) return null;
  const round = protects || value.hi === null ? 'down' : 'up';
  switch (value.unit) {
    case 'wad':
      return percentFigure(shown, round);
    case 'secs':
      return shown < 0n ? null : durationFigure(shown, round).figure;
    case 'wei':
      return amountFigure(shown, 18, round);
    default:
      return String(shown);
  }
}

/**
 * What the person must do to go on: one click, type this case's own figure or word, or change a setting first.
 * A check that was not finished can be passed only where the person's own setting is to be asked.
 */
export function overrideOf(tone: Tone, verdict: Verdict, lead: FactorVerdict | null): Override {
  switch (tone.word) {
    case 'Within limits':
    case 'Near limit':
      return { kind: 'click' };
    case 'Blocked':
      return { kind: 'options' };
    case 'Not checked':
      return verdict.limits.unknownPolicy === 'block'
        ? { kind: 'options' }
        : { kind: 'type', text: tone.word, what: 'word' };
    default: {
      const figure = tone.word === 'Over limit' && lead !== null ? shownFigure(lead) : null;
      return figure === null
        ? { kind: 'type', text: tone.word, what: 'word' }
        : { kind: 'type', text: figure, what: 'figure' };
    }
  }
}

import { defineFactor } from '../define-factor.ts';
import { stakeIn } from '../facts.ts';
import { pointsFound } from './points.ts';

export const avsHhi = defineFactor({
  id: 'avsHhi',
  question: 'Can few services slash most of it?',
  required: false,
  needs: 'snapshot',
  assess: (facts) => {
    const hhi = stakeIn(facts)?.avsHhi ?? null;
    const over = 'services, by what each surely can slash: of the traced part only';
    return pointsFound(facts, hhi === null ? null : { lo: hhi, hi: hhi }, over);
  },
});

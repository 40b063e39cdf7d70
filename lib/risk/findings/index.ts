import type { AssessInput } from '../assessment.ts';
import type { Facts } from '../facts.ts';
import type { Figure } from '../figure.ts';
import type { Finding } from '../finding.ts';
import { codeFindings } from './code.ts';
import { noteFindings } from './notes.ts';
import { notSeen } from './not-seen.ts';
import { oddsFindings } from './odds.ts';
import { pastFindings } from './past.ts';
import { cannotEvaluate, notChecked, readFindings } from './read.ts';
import { shareFindings } from './shares.ts';
import { timingFindings } from './timing.ts';
import { valueFindings } from './value.ts';

/** All that can be said, the request's own findings first. A set that two operators share is told once. */
export function findingsOf(
  facts: Facts,
  figures: readonly Figure[],
  about: Pick<AssessInput, 'notes' | 'identity'>,
): readonly Finding[] {
  const value = valueFindings(facts, figures);
  const all: Finding[] = [
    ...noteFindings(facts.identity, about),
    ...cannotEvaluate(facts),
    ...readFindings(facts),
    ...codeFindings(facts),
    ...shareFindings(facts),
    ...timingFindings(facts),
    ...value,
    ...notSeen(facts, value),
    ...pastFindings(facts),
    ...oddsFindings(facts, figures),
    ...notChecked(figures, facts),
  ];
  const told = new Map(
    all.map((one) => [JSON.stringify(one, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)), one]),
  );
  return [...told.values()];
}

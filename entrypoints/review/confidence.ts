import type { Explanation } from '../../lib/explain/index.ts';

const GRADE: Readonly<Record<Explanation['confidence'], string>> = {
  A: 'Grade A: nearly all of the stake was traced.',
  B: 'Grade B: at least four fifths of the stake was traced.',
  C: 'Grade C: at least half of the stake was traced.',
  D: 'Grade D: less than half of the stake was traced, or too much is missing.',
};

/** What the grade of the evidence stands for. */
export function gradeText(grade: Explanation['confidence']): string {
  return GRADE[grade];
}

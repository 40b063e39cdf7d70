import type { Explanation } from '../../lib/explain/index.ts';

const GRADE: Readonly<Record<Explanation['confidence'], string>> = {
  A: 'Grade A: nearly all of the stake was traced, and nothing needed is missing.',
  B: 'Grade B: most of the stake was traced, and one needed figure may be missing.',
  C: 'Grade C: at least half of the stake was traced.',
  D: 'Grade D: less than half of the stake was traced.',
};

/** What the grade of the evidence stands for. */
export function gradeText(grade: Explanation['confidence']): string {
  return GRADE[grade];
}

import { defineFactor } from '../define-factor.ts';
import { assessShare } from './share.ts';

/** Shown only (§3.1). */
export const redistributableNow = defineFactor({
  id: 'redistributableNow',
  question: 'How much of what can be slashed today would be paid to somebody?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessShare(
      facts,
      'redistributableNow',
      'redistributable',
      'as slashable today, counting only sets that pay out and strategies that can be paid, over the total',
    ),
});

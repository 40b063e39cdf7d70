import { defineFactor } from '../define-factor.ts';
import { assessShare } from './share.ts';

export const noNotice = defineFactor({
  id: 'noNotice',
  question: 'How much could become slashable with no warning?',
  required: true,
  needs: 'snapshot',
  assess: (facts) =>
    assessShare(
      facts,
      'noNotice',
      'noNotice',
      'today, plus dormant and free magnitude that needs no waiting, over the total',
    ),
});

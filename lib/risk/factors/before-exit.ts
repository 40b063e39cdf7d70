import { defineFactor } from '../define-factor.ts';
import { assessShare } from './share.ts';

export const beforeExit = defineFactor({
  id: 'beforeExit',
  question: 'How much could become slashable before one is out?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessShare(
      facts,
      'beforeExit',
      'beforeExit',
      'today, plus all magnitude that can be put at risk within the exit time, over the total',
    ),
});

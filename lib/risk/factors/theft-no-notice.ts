import { defineFactor } from '../define-factor.ts';
import { assessShare } from './share.ts';

export const theftNoNotice = defineFactor({
  id: 'theftNoNotice',
  question: 'How much could be taken, not burned, with no warning?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessShare(
      facts,
      'theftNoNotice',
      'theftNoNotice',
      'as without notice, counting only stake whose slashing can pay somebody, over the total',
    ),
});

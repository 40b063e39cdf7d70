import { defineFactor } from '../define-factor.ts';
import { assessShare } from './share.ts';

/** Shown only (§3.2). */
export const theftBeforeExit = defineFactor({
  id: 'theftBeforeExit',
  question: 'How much could be taken, not burned, before one is out?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessShare(
      facts,
      'theftBeforeExit',
      'theftBeforeExit',
      'as before exit, counting only stake whose slashing can pay somebody, over the total',
    ),
});

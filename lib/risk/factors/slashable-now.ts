import { defineFactor } from '../define-factor.ts';
import { assessShare } from './share.ts';

export const slashableNow = defineFactor({
  id: 'slashableNow',
  question: 'How much of this stake may be slashed today, at most?',
  required: true,
  needs: 'snapshot',
  assess: (facts) =>
    assessShare(
      facts,
      'slashableNow',
      'now',
      'sum over operators of value x slashable magnitude / maximum magnitude, over the total',
    ),
});

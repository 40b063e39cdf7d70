import { defineFactor } from '../define-factor.ts';
import { assessWorst } from './worst.ts';

/** Shown only: what one operator's failure can take today. The limit is held against its reach without notice. */
export const singleOperatorNow = defineFactor({
  id: 'singleOperatorNow',
  question: 'How much could one operator alone lose today?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessWorst(facts, {
      name: 'operator',
      worstIn: ({ worstOperator }) => worstOperator,
      listedIn: () => undefined,
      sure: ({ operators }) => new Map([...operators].map(([id, sums]) => [id, sums.now.lo])),
      inPool: ({ worstOperator }) => worstOperator,
      promises: (operator) => ({ operator }),
    }),
});

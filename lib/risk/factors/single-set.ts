import { defineFactor } from '../define-factor.ts';
import { assessWorst } from './worst.ts';

/** Shown only; a pooled vault has no operator sets. */
export const singleSet = defineFactor({
  id: 'singleSet',
  question: 'How much could one operator set of a service slash?',
  required: false,
  needs: 'snapshot',
  assess: (facts) =>
    assessWorst(facts, {
      name: 'operator set',
      worstIn: ({ worstSet }) => worstSet,
      listedIn: () => undefined,
      sure: ({ sets }) => sets,
      inPool: null,
      promises: () => null,
    }),
});

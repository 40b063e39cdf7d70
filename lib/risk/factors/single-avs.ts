import { defineFactor } from '../define-factor.ts';
import { assessWorst } from './worst.ts';

export const singleAvs = defineFactor({
  id: 'singleAvs',
  question: 'How much could one service alone slash?',
  required: true,
  needs: 'snapshot',
  assess: (facts) =>
    assessWorst(facts, {
      name: 'service',
      worstIn: ({ worstAvs }) => worstAvs,
      listedIn: ({ listed }) => listed?.worstAvs,
      sure: ({ services }) => new Map([...services].map(([id, { lo }]) => [id, lo])),
      inPool: ({ worstNetwork }) => worstNetwork,
      promises: (network) => ({ network }),
    }),
});

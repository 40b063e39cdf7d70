import { defineFactor } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import { type Facts, input, unknownFigure } from '../facts.ts';
import { severalStep } from './studies.ts';

function depositIn({ studies, answer }: Facts): bigint | null {
  if (answer === null || 'error' in answer || 'cannotEvaluate' in answer) return null;
  const amounts = studies.map((one) => ('snapshot' in one ? one.snapshot.deposit : null));
  return amounts.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b), amounts[0] ?? null);
}

export const deposit = defineFactor({
  id: 'deposit',
  question: 'How much goes in?',
  required: false,
  needs: 'snapshot',
  assess: (facts) => {
    const wei = depositIn(facts);
    const formula = 'value of the deposit in ETH';
    if (wei === null) return { value: unknownFigure(facts, 'wei'), how: { formula, inputs: [], steps: [] } };
    return {
      value: { kind: 'range', unit: 'wei', lo: wei, hi: wei },
      how: {
        formula,
        inputs: [input(facts, 'deposit', exactAmount(wei), 'depositWei')],
        steps: [...severalStep(facts), `= ${exactAmount(wei)} ETH`],
      },
    };
  },
});

import { defineFactor } from '../define-factor.ts';
import { sourceOf, unknownFigure } from '../facts.ts';

export const upgradeDelay = defineFactor({
  id: 'upgradeDelay',
  question: 'How long before new code can be in force?',
  required: true,
  needs: 'request',
  assess: (facts) => {
    const formula = 'the ordinary path to new code: its delay';
    const reading = facts.exposure?.upgradeDelaySecs;
    if (reading === undefined)
      return { value: unknownFigure(facts, 'secs'), how: { formula, inputs: [], steps: [] } };
    if (reading.status === 'unknown') {
      const inputs = [{ name: 'delay', value: 'not known', ...sourceOf(reading) }];
      return {
        value: { kind: 'unknown', unit: 'secs', reason: reading.reason },
        how: { formula, inputs, steps: ['= not known'] },
      };
    }
    return {
      value: { kind: 'range', unit: 'secs', lo: reading.value, hi: reading.value },
      how: {
        formula,
        inputs: [{ name: 'delay', value: `${reading.value} s`, ...sourceOf(reading) }],
        steps: ['as the contract that announces changes names it', `= ${reading.value} s`],
      },
    };
  },
});

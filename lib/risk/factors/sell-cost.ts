import type { Reading } from '../../core/index.ts';
import { defineFactor, type Found } from '../define-factor.ts';
import { exactAmount } from '../exact.ts';
import type { Facts } from '../facts.ts';
import { sellCost as cost } from '../formulas/index.ts';
import { withoutToken } from './own-position.ts';
import { exactly, fromReadings, readingOf, readInput, unknownFound } from './readings.ts';
import { resultStep } from './result.ts';

const FORMULA = 'what a quote for at least this much pays, below the redemption rate: 1 - out / (in x rate)';

/** Value of the deposit; a quote says nothing about selling it where its size is not known. */
function depositOf(facts: Facts): Reading<bigint> {
  return readingOf(facts, 'depositWei');
}

function quoted(facts: Facts, depositWei: bigint): Found {
  return fromReadings(
    facts,
    'wad',
    FORMULA,
    [
      { key: 'sellIn', label: 'tokens sold', show: exactAmount },
      { key: 'sellOut', label: 'ETH paid', show: exactAmount },
      { key: 'rate', label: 'redemption rate', show: exactAmount },
    ],
    (get) => {
      const [inLrtWei, outWei, rateWad] = [get('sellIn'), get('sellOut'), get('rate')];
      const wad = cost({ inLrtWei, outWei, rateWad });
      if (wad === null) return null;
      // One base unit more or less is how the deposit was rounded, not another size.
      const sameSize = (inLrtWei - 1n) * rateWad <= depositWei * 10n ** 18n;
      // Selling more costs more for each: a larger quote is only the upper end.
      const value = sameSize
        ? exactly('wad', wad)
        : ({ kind: 'range', unit: 'wad', lo: 0n, hi: wad } as const);
      return {
        value,
        steps: [
          `1 - ${exactAmount(outWei)} / (${exactAmount(inLrtWei)} x ${exactAmount(rateWad)}), at least 0`,
          `the quote is for ${sameSize ? 'this size' : 'more than this: at most'}`,
          resultStep(value),
        ],
      };
    },
  );
}

/** A quote for less than the deposit would promise a better price than a person would get. */
function tooSmall(facts: Facts, depositWei: bigint): boolean {
  const [sold, rate] = [readingOf(facts, 'sellIn'), readingOf(facts, 'rate')];
  if (sold.status === 'unknown' || rate.status === 'unknown') return false;
  return (sold.value + 1n) * rate.value < depositWei * 10n ** 18n;
}

function assess(facts: Facts): Found {
  const off = facts.exposure?.redemptionPaused;
  const required = off?.status === 'known' && off.value;
  const deposit = depositOf(facts);
  const inputs = [readInput('deposit', deposit, exactAmount)];
  if (deposit.status === 'unknown') {
    const steps = ['the size to sell is not known'];
    return { ...unknownFound('wad', deposit.reason, { formula: FORMULA, inputs, steps }), required };
  }
  const found = quoted(facts, deposit.value);
  const all = { ...found.how, inputs: [...inputs, ...found.how.inputs] };
  if (found.value.kind === 'range' && tooSmall(facts, deposit.value)) {
    const steps = ['the quote is for less than the deposit: selling all of it costs more'];
    return { ...unknownFound('wad', 'no-source', { ...all, steps }), required };
  }
  return { ...found, how: all, required };
}

/** Optional, but required while withdrawals are off: then selling is the only way out (§3.10). */
export const sellCost = defineFactor({
  id: 'sellCost',
  question: 'What would selling all of it cost?',
  required: false,
  needs: 'request',
  assess: withoutToken('wad', assess),
});

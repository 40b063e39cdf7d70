import { encodeAbiParameters, pad, parseAbiParameters, toFunctionSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';

import { BALANCER_VAULT, markets, WETH } from '../../lib/protocols/index.ts';
import { marketQuestions } from '../../tools/facts-verify/markets.ts';
import type { Question } from '../../tools/facts-verify/question.ts';

const STRANGER = '0x00000000000000000000000000000000000057aa';
const questions = marketQuestions();

function about(pattern: RegExp): Question[] {
  return questions.filter(({ fact }) => pattern.test(fact));
}

function selectorOf({ call }: Question): string {
  return /"data":"(0x[0-9a-f]{8})/.exec(JSON.stringify(call.params))?.[1] ?? '';
}

describe('the questions about markets', () => {
  it('are of every pool and every published price, each said once', () => {
    for (const { pools, feed } of markets) {
      for (const { address } of [...pools, ...(feed === null ? [] : [feed])])
        expect(about(new RegExp(address)).length).toBeGreaterThan(0);
    }
    expect(new Set(questions.map(({ fact }) => fact)).size).toBe(questions.length);
  });

  it('ask by selectors that belong to the views', () => {
    const asked = new Set(questions.map(selectorOf).filter((selector) => selector !== ''));
    const views = ['coins(uint256)', 'token0()', 'token1()', 'fee()', 'getPoolTokens(bytes32)', 'decimals()'];
    expect(asked).toEqual(new Set(views.map((view) => toFunctionSelector(view))));
  });

  it('tell which coin stands where, and show a stranger', () => {
    for (const { judge } of about(/coin [01] of the Curve pool|token[01] of the Uniswap pool/)) {
      expect(judge(pad(WETH))).toEqual({ state: 'told', now: 'WETH' });
      expect(judge(pad(STRANGER))).toEqual({ state: 'differs', now: STRANGER });
      expect(judge('0x')).toMatchObject({ state: 'unread' });
    }
  });

  it('show another fee, and other units', () => {
    for (const { judge } of [...about(/fee of the Uniswap pool/), ...about(/decimals/)]) {
      expect(judge(toHex(7, { size: 32 }))).toEqual({ state: 'differs', now: '7' });
    }
    expect(about(/decimals/).map(({ judge }) => judge(toHex(8, { size: 32 })).state)).toEqual(
      markets.map(() => 'same'),
    );
  });

  it('show a pool of Balancer without the pair', () => {
    const types = parseAbiParameters('address[], uint256[], uint256');
    const [one] = about(/Balancer pool holds/);
    if (one === undefined) throw new Error('no question');
    expect(JSON.stringify(one.call.params)).toContain(BALANCER_VAULT);
    const ezeth = markets.find(({ symbol }) => symbol === 'ezETH')?.token ?? '0x';
    expect(one.judge(encodeAbiParameters(types, [[ezeth, WETH], [1n, 2n], 3n]))).toEqual({ state: 'same' });
    expect(one.judge(encodeAbiParameters(types, [[STRANGER, WETH], [1n, 2n], 3n]))).toEqual({
      state: 'differs',
      now: `without ${ezeth}`,
    });
  });
});

import { EventEmitter, once } from 'node:events';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { type Explanation, plain } from '../../lib/explain/index.ts';
import { GuardError } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { limitsFrom, withLimit } from '../../lib/limits/index.ts';
import { type Asked, check, type Check } from '../../lib/pipeline.ts';
import { assess } from '../../lib/risk/index.ts';
import { assessInput } from '../risk/exposures.ts';

vi.mock('../../lib/risk/index.ts', { spy: true });

const account = '0x00000000000000000000000000000000000000aa';

/** A Renzo deposit of 1 ETH as a page sends it. */
const deposit = {
  from: account,
  to: '0x74a09653A083691711cF8215a6ab074BB4e99ef5',
  value: '0xde0b6b3a7640000',
  data: '0xf6326fb3',
};
const asked: Asked = {
  request: { method: 'eth_sendTransaction', params: [deposit] },
  origin: 'https://app.renzoprotocol.com',
  chainId: 1,
  account,
};

const { exposure } = assessInput();
const STEPS = 5;

function inSteps(_: unknown, onProgress: (sofar: Exposure) => void): Promise<Exposure> {
  for (let step = 0; step < STEPS; step += 1) onProgress(exposure);
  return Promise.resolve(exposure);
}

async function checked(): Promise<{ readonly during: readonly Check[]; readonly end: Check }> {
  const during: Check[] = [];
  const limits = withLimit(limitsFrom('balanced'), 'maxExpectedAnnualLoss', 10n ** 18n);
  const end = await check(asked, { limits, guesses: {} }, inSteps, (sofar) => during.push(sofar));
  return { during: during.slice(0, STEPS), end };
}

function explanationOf({ deposits }: Check): Explanation {
  const [first] = deposits;
  if (first === undefined) throw new Error('no deposit was found');
  return first.explanation;
}

function oddsOf(explanation: Explanation): Explanation['factors'] {
  return explanation.factors.filter(({ group }) => group === 'odds');
}

afterEach(() => {
  vi.mocked(assess).mockClear();
});

describe('a check while more is being read', () => {
  it('counts the odds once, on what was read in the end', async () => {
    const { end } = await checked();
    expect(end.deposits).toHaveLength(1);
    const partial = vi.mocked(assess).mock.calls.map(([input]) => input.partial === true);
    expect(partial).toEqual([...Array.from({ length: STEPS }, () => true), false]);
  });

  it('says that the odds are still being counted: no figure of them, and nothing green', async () => {
    const { during } = await checked();
    expect(during).toHaveLength(STEPS);
    for (const explanation of during.map(explanationOf)) {
      expect(explanation.odds.map(plain)).toEqual(['The odds are still being counted.']);
      for (const { level, value, how } of oddsOf(explanation)) {
        expect(['off', 'cannot_evaluate']).toContain(level);
        expect(plain(value)).toBe('still being counted');
        expect(how.steps).toEqual([]);
      }
      const said = [explanation.lead, ...explanation.reasons, ...explanation.sentences].map(plain).join(' ');
      expect(said).not.toMatch(/guess|on average|chance|worst years|could not check/);
    }
  });

  it('lets what was read in full stand, whatever is said of it while another deposit is read', async () => {
    const late: ((sofar: Exposure) => void)[] = [];
    const gate = new EventEmitter();
    const other = once(gate, 'open').then(() => exposure);
    const read = (_: unknown, onProgress: (sofar: Exposure) => void): Promise<Exposure> => {
      late.push(onProgress);
      return late.length === 1 ? Promise.resolve(exposure) : other;
    };
    const twice = { method: 'wallet_sendCalls', params: [{ from: account, calls: [deposit, deposit] }] };
    const ending = check({ ...asked, request: twice }, { limits: limitsFrom('balanced'), guesses: {} }, read);
    await new Promise((resolve) => setImmediate(resolve));
    expect(late).toHaveLength(2);
    late[0]?.({ ...exposure, snapshots: [] });
    gate.emit('open');
    const [first, last] = (await ending).deposits;
    expect(first?.exposure).toBe(exposure);
    expect(first?.explanation).toEqual(last?.explanation);
    expect(first && oddsOf(first.explanation).map(({ value }) => plain(value))).not.toContain(
      'still being counted',
    );
  });

  it('reads what a request shows while it is tried, and judges it anew with what that brings', async () => {
    const steps: string[] = [];
    const gate = new EventEmitter();
    const heard = once(gate, 'open');
    const node = {
      name: 'own',
      batch: async () => {
        await heard;
        steps.push('tried');
        throw new GuardError('rpc/timeout', 'No answer.', '');
      },
    };
    const read = async (): Promise<Exposure> => {
      steps.push('read');
      return exposure;
    };
    const trial = { nodes: new Map([[1, node]]), signal: new AbortController().signal };
    const own = { limits: limitsFrom('balanced'), guesses: {} };
    const during: Check[] = [];
    const ending = check(asked, own, read, (sofar) => during.push(sofar), trial);
    await new Promise((resolve) => setImmediate(resolve));
    gate.emit('open');
    const end = await ending;
    const judged = vi.mocked(assess).mock.calls.map(([{ notes }]) => notes.map(({ id }) => id));
    expect(judged).toEqual([[], ['rest-not-tried']]);
    expect(steps).toEqual(['read', 'tried']);
    expect(during.flatMap(({ found }) => found.notes.map(({ id }) => id))).toEqual([]);
    expect(end.found.notes.map(({ id }) => id)).toEqual(['rest-not-tried']);
    const given = 'Your own nodes were given this request, to try it.';
    expect(explanationOf(end).sentences.map(plain)).toContain(given);
    for (const sofar of during) expect(explanationOf(sofar).sentences.map(plain)).not.toContain(given);
    const anyone = {
      ...asked,
      account: null,
      request: { ...asked.request, params: [{ ...deposit, from: undefined }] },
    };
    const untold = await check(anyone, own, read, undefined, trial);
    expect(untold.found.notes.map(({ id }) => id)).toContain('rest-not-tried');
    expect(explanationOf(untold).sentences.map(plain)).not.toContain(given);
  });

  it('gives them with their figures at the end', async () => {
    const explanation = explanationOf((await checked()).end);
    expect(explanation.odds.map(plain).join(' ')).toMatch(/about .*%.*default guesses/);
    const yearly = oddsOf(explanation).find(({ id }) => id === 'expectedAnnualLoss');
    expect(yearly && plain(yearly.value)).toMatch(/%$/);
    expect(yearly?.level).toBe('ok');
  });
});

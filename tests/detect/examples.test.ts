import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { cwd, env } from 'node:process';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { answerLine, type AnswerLine } from '../../lib/detect/index.ts';
import { protocols } from '../../lib/protocols/index.ts';

type Expected = {
  readonly deposits?: readonly Readonly<Record<string, unknown>>[];
  readonly findings?: readonly string[];
  readonly findingsAny?: readonly string[];
  readonly findingsNot?: readonly string[];
  readonly error?: boolean;
  readonly noted?: boolean;
  readonly notSilent?: boolean;
};
type Case = {
  readonly id: string;
  readonly title: string;
  readonly input: object;
  readonly expect: Expected;
};

const named = env.DETECT_EXAMPLES;
const own = fileURLToPath(new URL('../fixtures/detect-examples.jsonl', import.meta.url));
const file = named === undefined || named === '' ? own : isAbsolute(named) ? named : join(cwd(), named);

const cases: readonly Case[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): Case => JSON.parse(line));

/** Left are cases that expect a deposit of a protocol, or on a chain of it, that the registry has no data for. */
function isLeft({ expect: { deposits = [] } }: Case): boolean {
  return deposits.some((deposit) => {
    const protocol = protocols.find(({ id }) => id === deposit.protocol);
    const facts = [...(protocol?.deposits ?? []), ...(protocol?.tokens ?? [])];
    return !facts.some(({ chainId }) => chainId === deposit.chainId);
  });
}

/** Addresses without regard to letter case; null equals absent. */
function same(seen: unknown, wanted: unknown): boolean {
  if ((seen ?? null) === null || (wanted ?? null) === null) return (seen ?? null) === (wanted ?? null);
  if (typeof seen === 'string' && typeof wanted === 'string' && /^0x[0-9a-f]{40}$/i.test(wanted)) {
    return seen.toLowerCase() === wanted.toLowerCase();
  }
  return seen === wanted;
}

type Comparison = { readonly figures: number; readonly wrong: readonly string[] };

function compare(answer: AnswerLine, wanted: Expected): Comparison {
  const wrong: string[] = [];
  let figures = 0;
  const check = (holds: boolean, what: string): void => {
    figures += 1;
    if (!holds) wrong.push(what);
  };
  if (wanted.deposits !== undefined) {
    check(
      answer.deposits.length === wanted.deposits.length,
      `deposits: ${answer.deposits.length} instead of ${wanted.deposits.length}`,
    );
    wanted.deposits.forEach((deposit, index) => {
      const found: Readonly<Record<string, unknown>> = { ...answer.deposits[index] };
      for (const [field, value] of Object.entries(deposit)) {
        check(
          same(found[field], value),
          `deposits.${index}.${field}: ${String(found[field])} instead of ${String(value)}`,
        );
      }
    });
  }
  const ids = answer.notes.map(({ id }) => id);
  for (const id of wanted.findings ?? []) check(ids.includes(id), `finding ${id} is missing`);
  for (const id of wanted.findingsNot ?? []) check(!ids.includes(id), `finding ${id} must not be there`);
  if (wanted.findingsAny !== undefined)
    check(
      wanted.findingsAny.some((id) => ids.includes(id)),
      `none of ${wanted.findingsAny.join(', ')}`,
    );
  const failed = answer.error !== undefined;
  if (wanted.error !== undefined)
    check(failed === wanted.error, wanted.error ? 'no error' : `error: ${answer.error}`);
  if (wanted.noted === true) check(failed || ids.length > 0, 'neither error nor note');
  if (wanted.notSilent === true) check(failed || ids.length > 0 || answer.deposits.length > 0, 'silent');
  return { figures, wrong };
}

describe('detection examples', () => {
  const left = cases.filter(isLeft);
  const asked = cases.filter((entry) => !isLeft(entry));

  it('each has its own id', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('are all answered as they say, but for protocols that are not in the registry yet', () => {
    let figures = 0;
    const wrong = asked.flatMap(({ id, title, input, expect: wanted }) => {
      const compared = compare(answerLine(input), wanted);
      figures += compared.figures;
      return compared.wrong.map((what) => `${id} (${title}): ${what}`);
    });
    for (const line of wrong) console.error(line);
    for (const { id, title } of left) console.log(`${id} (${title}) left: protocol not in the registry yet`);
    console.log(
      `${asked.length} of ${cases.length} cases compared, ${figures} figures, ${wrong.length} wrong, ${left.length} left.`,
    );
    expect(wrong).toEqual([]);
  });

  it('of protocols that are not in the registry yet are never answered with an invented deposit', () => {
    const known = new Set<string>(protocols.map(({ id }) => id));
    for (const { input } of left) {
      for (const { protocol } of answerLine(input).deposits) expect(known).toContain(protocol);
    }
  });

  it('do not change when answered twice, or in another order', () => {
    const first = cases.map(({ input }) => JSON.stringify(answerLine(input)));
    const second = cases.toReversed().map(({ input }) => JSON.stringify(answerLine(input)));
    expect(second.toReversed()).toEqual(first);
  });
});

describe('an input that cannot be read', () => {
  it.each([
    [null, 'request'],
    [{}, 'request'],
    [{ request: {} }, 'method'],
    [{ request: { method: 'eth_call' } }, 'chainId'],
    [{ request: { method: 'eth_call' }, chainId: '1' }, 'chainId'],
    [{ request: { method: 'eth_call' }, chainId: 1 }, 'origin'],
    [{ request: { method: 'eth_call' }, chainId: 1, origin: 'x', account: 'me' }, 'account'],
  ])('is answered with an error that names the part: %j', (input, part) => {
    const { error, deposits } = answerLine(input);
    expect(error).toContain(part);
    expect(deposits).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';

import { looksLikeCall, mattersMethod } from '../../lib/detect/prefilter.ts';
import { mayConcernUs } from '../support/prefilter.ts';
import { readToBridge, readToPage } from '../../lib/messages/port.ts';
import { makeBridge } from '../../lib/provider/index.ts';
import { deposit } from '../e2e/support/dapp.ts';
import { junk, mutated, type Random, seeded } from './fuzz-random.ts';

const rounds = 100_000;
const hash = 'a'.repeat(64);
const asks = {
  t: 'ask',
  n: 1,
  method: deposit().method,
  params: JSON.stringify(deposit().params),
  chainId: '0x1',
  account: null,
};

function concerns(method: string, params: string): boolean {
  return (mattersMethod(method) || looksLikeCall(method, params)) && mayConcernUs(params);
}

/** A bridge whose background holds everything and never decides. */
function holdingBridge() {
  let ids = 0;
  return makeBridge({
    send: ({ id }) => Promise.resolve({ id, v: 'held', hash }),
    alive: () => true,
    confirm: () => false,
    uuid: () => `id-${(ids += 1)}`,
    now: () => 0,
    later: () => undefined,
    realm: 'own',
    concerns,
  });
}

function message(random: Random): unknown {
  const whole: unknown =
    random.below(3) === 0
      ? junk(random)
      : mutated(random, random.below(2) === 0 ? mutated(random, asks) : asks);
  if (random.below(8) === 0) return whole;
  const text =
    JSON.stringify(whole, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)) ??
    'undefined';
  return random.below(4) === 0 ? mutated(random, text) : text;
}

describe(`${rounds} made-up messages on the port`, () => {
  it('never let a request go that has to be judged, and never end one that waits', async () => {
    const random = seeded(1);
    const bridge = holdingBridge();
    let ended = 0;
    const { t: _, n: __, ...waiting } = { ...asks, chainId: '0x1', account: null };
    bridge.judge({ ...waiting, via: 'wrapper' }, () => {
      ended += 1;
    });
    await Promise.resolve();
    let read = 0;
    let judged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const found = readToBridge(message(random));
      if (found?.t !== 'ask') continue;
      read += 1;
      const { t: kind, n, ...question } = found;
      expect(kind === 'ask' && Number.isSafeInteger(n)).toBe(true);
      const must = concerns(question.method, question.params);
      if (must) judged += 1;
      bridge.judge({ ...question, via: 'wrapper' }, (verb) => {
        if (must && verb === 'forward') throw new Error(`let go: ${JSON.stringify(question)}`);
      });
    }
    expect(ended).toBe(0);
    // Enough of them were understood, and enough had to be judged, for this to say something.
    expect(read).toBeGreaterThan(rounds / 100);
    expect(judged).toBeGreaterThan(rounds / 1_000);
  });

  it('never pass for an answer where they are not exactly one', () => {
    const random = seeded(2);
    const verbs = ['ack', 'forward', 'deny', 'busy'];
    for (let round = 0; round < rounds; round += 1) {
      const made: unknown =
        random.below(2) === 0
          ? junk(random)
          : mutated(random, [
              random.below(9),
              random.pick(['forward', 'ack', 'deny', 'calm']),
              random.below(2) === 0 ? 'a table' : 7,
            ]);
      const text =
        JSON.stringify(made, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)) ??
        'null';
      const exact: unknown = JSON.parse(text);
      const verb: unknown = Reflect.get(Object(exact), 1);
      const isAnswer =
        typeof Reflect.get(Object(exact), 0) === 'number' && typeof verb === 'string' && verbs.includes(verb);
      const isTable = verb === 'calm' && typeof Reflect.get(Object(exact), 2) === 'string';
      const isOne = typeof exact === 'object' && (isAnswer || isTable);
      expect(readToPage(text, JSON.parse) === null, text).toBe(!isOne);
      if (typeof made !== 'string') expect(readToPage(made, JSON.parse)).toBeNull();
    }
  });

  it('never pass for a decision of the background', async () => {
    const random = seeded(3);
    const bridge = holdingBridge();
    const ends: string[] = [];
    const { t: _, n: __, ...waiting } = { ...asks, chainId: '0x1', account: null };
    bridge.judge({ ...waiting, via: 'wrapper' }, (verb) => ends.push(verb));
    await new Promise((resolve) => setImmediate(resolve));
    const real = { kind: 'hold/decision', id: 'id-1', hash, v: 'allow' };
    for (let round = 0; round < rounds; round += 1) {
      const made = random.below(3) === 0 ? junk(random) : mutated(random, real);
      if (isReal(made)) continue;
      expect(bridge.decide(made), JSON.stringify(String(made))).toBe(false);
    }
    expect(ends).toEqual([]);
    expect(bridge.decide(real)).toBe(true); // it was waiting all the time
    expect(ends).toEqual(['forward']);
  });
});

/** Whether a change left all that counts in place. */
function isReal(made: unknown): boolean {
  const of = (name: string): unknown => Reflect.get(Object(made), name);
  return (
    of('kind') === 'hold/decision' &&
    of('id') === 'id-1' &&
    of('hash') === hash &&
    (of('v') === 'allow' || of('v') === 'deny')
  );
}

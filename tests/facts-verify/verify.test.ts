import { describe, expect, it } from 'vitest';

import { GuardError } from '../../lib/core/index.ts';
import type { NodePort, RpcCall, RpcReply } from '../../lib/exposure/index.ts';
import { protocols, stakes } from '../../lib/protocols/index.ts';
import type { Answer } from '../../tools/facts-verify/question.ts';
import { allHold, reportOf } from '../../tools/facts-verify/report.ts';
import { questionsOf, verify } from '../../tools/facts-verify/verify.ts';

const kelp = questionsOf(protocols, stakes, 'kelp');
const signal = new AbortController().signal;
const RSETH = '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7';

/** A made node: what it answers to a call, or null to fail it. */
function nodeOf(answer: (call: RpcCall) => unknown, mostCalls = Infinity): NodePort {
  return {
    name: 'made',
    batch: (calls) => {
      if (calls.length > mostCalls) throw new GuardError('rpc/no-batch', 'No batches.', '');
      return Promise.resolve(
        calls.map((call): RpcReply => {
          const result = call.method === 'eth_chainId' ? '0x1' : answer(call);
          return result === null ? { ok: false, code: -32000, message: 'refused' } : { ok: true, result };
        }),
      );
    },
  };
}

function stateOf(answers: readonly Answer[], part: string): string | undefined {
  return answers.find(({ fact }) => fact.includes(part))?.outcome.state;
}

const symbol = `0x${'20'.padStart(64, '0')}${'5'.padStart(64, '0')}${'7273455448'.padEnd(64, '0')}`;

describe('asking a node whether the registry is right', () => {
  it('asks of every protocol and of every stake record', () => {
    const facts = questionsOf(protocols, stakes).map(({ fact }) => fact);
    for (const { id } of protocols) expect(facts.some((fact) => fact.startsWith(`${id}: `))).toBe(true);
    for (const { id, kind } of stakes)
      if (kind === 'lrt') expect(facts.some((fact) => fact.startsWith(`${id}: `))).toBe(true);
  });

  it('puts only the questions of the chain that the node is on', async () => {
    const answers = await verify(
      nodeOf(() => '0x'),
      kelp,
      signal,
    );
    expect(answers.length).toBe(kelp.filter(({ chainId }) => chainId === 1).length);
    expect(answers.length).toBeLessThan(kelp.length);
  });

  it('says that an address without code differs, and never that it is as claimed', async () => {
    const answers = await verify(
      nodeOf(() => '0x'),
      kelp,
      signal,
    );
    expect(stateOf(answers, `${RSETH} has code`)).toBe('differs');
    expect(allHold(answers)).toBe(false);
  });

  it('tells another symbol, and takes an unreadable one for unread', async () => {
    const named = await verify(
      nodeOf(() => symbol),
      kelp,
      signal,
    );
    expect(stateOf(named, `${RSETH} symbol() is rsETH`)).toBe('same');
    const other = await verify(
      nodeOf(() => symbol.replace('7273', '7873')),
      kelp,
      signal,
    );
    expect(stateOf(other, `${RSETH} symbol() is rsETH`)).toBe('differs');
    const junk = await verify(
      nodeOf(() => '0x1234'),
      kelp,
      signal,
    );
    expect(stateOf(junk, `${RSETH} symbol() is rsETH`)).toBe('unread');
  });

  it('counts what a node refuses as not read, so that nothing holds by silence', async () => {
    const answers = await verify(
      nodeOf(() => null),
      kelp,
      signal,
    );
    expect(answers.every(({ outcome }) => outcome.state === 'unread')).toBe(true);
    expect(allHold(answers)).toBe(false);
  });

  it('asks call by call where a node takes no batches', async () => {
    const answers = await verify(
      nodeOf(() => symbol, 1),
      kelp,
      signal,
    );
    expect(stateOf(answers, `${RSETH} symbol() is rsETH`)).toBe('same');
  });

  it('tells a published figure that has moved apart from one that differs', async () => {
    const answers = await verify(
      nodeOf(() => `0x${'7'.padStart(64, '0')}`),
      kelp,
      signal,
    );
    expect(stateOf(answers, 'rsETHPrice() at')).toBe('changed');
    expect(stateOf(answers, 'code of LRTOracle')).toBe('differs');
  });

  it('prints nothing of a node but plain letters', () => {
    const text = reportOf('made', [
      { chainId: 1, fact: 'a', evidence: 'b', outcome: { state: 'differs', now: '\u001b[31m\u202Eevil' } },
    ]);
    expect(text).toContain('now ?[31m?evil');
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});

import { describe, expect, it } from 'vitest';

import { fromBridge, fromOwnPage, type HoldAsk, MAX_REQUEST_TEXT } from '../../lib/messages/index.ts';
import { MAX_TEXT, readToBridge, readToPage } from '../../lib/messages/port.ts';

const ask: HoldAsk = {
  kind: 'hold/ask',
  id: '3f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a11',
  method: 'eth_sendTransaction',
  params: '[]',
  account: null,
  chainId: '0x1',
  via: 'wrapper',
  realm: 'own',
};

describe('messages to the background', () => {
  it('are taken exactly as written down', () => {
    expect(fromBridge.safeParse(ask).success).toBe(true);
    expect(fromOwnPage.safeParse({ kind: 'review/open', windowId: 3 }).success).toBe(true);
  });

  it.each([
    ['a misspelt field', { ...ask, acount: null }],
    ['a field too few', { kind: 'hold/ask', id: ask.id }],
    ['an id that is not random', { ...ask, id: 'first' }],
    ['a chain that is a number', { ...ask, chainId: 1 }],
    ['an account of the wrong length', { ...ask, account: '0x1234' }],
    ['parameters that are no text', { ...ask, params: [] }],
    ['too much text', { ...ask, params: 'x'.repeat(MAX_REQUEST_TEXT + 1) }],
    ['an answer', { kind: 'review/answer', requestId: ask.id, revision: 1, v: 'continue' }],
    ['nothing', null],
  ])('are refused from a bridge with %s', (_, message) => {
    expect(fromBridge.safeParse(message).success).toBe(false);
  });

  it.each([
    ['a request', ask],
    ['an unknown word', { kind: 'review/answer', requestId: ask.id, revision: 1, v: 'allow' }],
    ['a revision that is a text', { kind: 'review/answer', requestId: ask.id, revision: '1', v: 'continue' }],
    ['something more', { kind: 'popup/status', tab: 1 }],
  ])('are refused from our own pages with %s', (_, message) => {
    expect(fromOwnPage.safeParse(message).success).toBe(false);
  });

  it('have one bound for the text of a request on both lines', () => {
    expect(MAX_TEXT).toBe(MAX_REQUEST_TEXT);
  });
});

describe('the line between wrapper and bridge', () => {
  const question = {
    t: 'ask',
    n: 1,
    method: 'eth_sendTransaction',
    params: '[]',
    chainId: '0x1',
    account: null,
  };

  it('reads a question, and what is no chain or account as not said', () => {
    expect(readToBridge(JSON.stringify(question))).toEqual(question);
    const odd = { ...question, chainId: 'one', account: '0x12', more: true };
    expect(readToBridge(JSON.stringify(odd))).toEqual({ ...question, chainId: null });
    expect(readToBridge('{"t":"unprotected"}')).toEqual({ t: 'unprotected' });
  });

  it.each([
    ['no text', question],
    ['no JSON', '{'],
    ['a number', '7'],
    ['no number', JSON.stringify({ ...question, n: '1' })],
    ['a broken number', JSON.stringify({ ...question, n: 1.5 })],
    ['no method', JSON.stringify({ ...question, method: '' })],
    ['a long method', JSON.stringify({ ...question, method: 'x'.repeat(101) })],
    ['parameters that are no text', JSON.stringify({ ...question, params: [] })],
  ])('ignores at the bridge: %s', (_, data) => {
    expect(readToBridge(data)).toBeNull();
  });

  it('reads an answer in the page, and nothing that is not exactly one', () => {
    expect(readToPage('[3,"forward"]', JSON.parse)).toEqual([3, 'forward']);
    for (const data of ['[3,"allow"]', '["3","forward"]', '{}', '3', 'null', [3, 'forward']])
      expect(readToPage(data, JSON.parse)).toBeNull();
  });
});

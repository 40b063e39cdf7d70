import { beforeEach, describe, expect, it, vi } from 'vitest';

import { type Handlers, route } from '../../lib/platform/router.ts';
import type { Sender } from '../../lib/platform/sender.ts';

const ours = 'chrome-extension://ourselves/';

vi.mock('wxt/browser', () => ({
  browser: { runtime: { id: 'ourselves', getURL: (path: string) => `chrome-extension://ourselves${path}` } },
}));

const calls: [kind: string, from: unknown][] = [];
const note =
  (kind: string) =>
  (_: unknown, from: unknown): Promise<never> => {
    calls.push([kind, from]);
    return Promise.reject(new Error('noted'));
  };
const handlers: Handlers = {
  'hold/ask': note('hold/ask'),
  'hold/cancel': note('hold/cancel'),
  'page/gap': note('page/gap'),
  'review/open': note('review/open'),
  'review/answer': note('review/answer'),
  'review/retry': note('review/retry'),
  'popup/status': note('popup/status'),
  'popup/show-review': note('popup/show-review'),
  'site/switch': note('site/switch'),
  'settings/get': note('settings/get'),
  'settings/set': note('settings/set'),
  'nodes/probe': note('nodes/probe'),
  'data/delete': note('data/delete'),
};

const page: Sender = {
  id: 'ourselves',
  url: 'https://app.example/path',
  origin: 'https://app.example',
  frameId: 0,
  documentId: 'doc',
  tab: { id: 4, url: 'https://app.example/path', windowId: 1, incognito: false },
};
const review: Sender = { id: 'ourselves', url: `${ours}review.html`, tab: { id: 5, windowId: 9 } };
const popup: Sender = { id: 'ourselves', url: `${ours}popup.html#x` };

const ask = {
  kind: 'hold/ask',
  id: '3f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a11',
  method: 'eth_sendTransaction',
  params: '[]',
  account: null,
  chainId: null,
  via: 'wrapper',
  realm: 'own',
};
const answer = { kind: 'review/answer', requestId: ask.id, revision: 1, v: 'continue' };

beforeEach(() => calls.splice(0));

describe('the border of the background', () => {
  it('takes requests from tabs, with what the browser says about them', async () => {
    await expect(route(handlers, ask, page)).rejects.toThrow('noted');
    expect(calls).toEqual([
      [
        'hold/ask',
        {
          tabId: 4,
          frameId: 0,
          documentId: 'doc',
          origin: 'https://app.example',
          topOrigin: 'https://app.example',
          incognito: false,
        },
      ],
    ]);
  });

  it('knows the frame that asked apart from the page around it', async () => {
    const frame = { ...page, frameId: 3, origin: 'null', url: 'about:srcdoc' };
    await expect(route(handlers, ask, frame)).rejects.toThrow('noted');
    expect(calls[0]?.[1]).toMatchObject({ origin: 'null', topOrigin: 'https://app.example' });
  });

  it('names the top site by what our script was told, where the browser does not show its address', async () => {
    const hidden = { ...page, frameId: 3, tab: { id: 4, windowId: 1 } };
    const told = { ...ask, top: 'https://top.example' };
    for (const [message, sender] of [
      [told, hidden],
      [ask, hidden],
      [told, { ...page, frameId: 3 }],
    ] as const)
      await expect(route(handlers, message, sender)).rejects.toThrow('noted');
    expect(calls.map(([, from]) => Reflect.get(Object(from), 'topOrigin'))).toEqual([
      'https://top.example',
      'https://app.example',
      'https://app.example',
    ]);
  });

  it('takes answers from the review window, with the window they come from', async () => {
    await expect(route(handlers, answer, review)).rejects.toThrow('noted');
    expect(calls).toEqual([['review/answer', 9]]);
  });

  it.each([
    ['an answer from a web page', answer, page],
    ['an answer from another page of ours', answer, popup],
    [
      'an answer from a page that looks like ours',
      answer,
      { ...review, url: 'https://app.example/review.html' },
    ],
    ['an answer from another extension', answer, { ...review, id: 'another' }],
    ['settings from a web page', { kind: 'settings/get' }, page],
    ['a request from a page of ours', ask, popup],
    ['a request from outside a tab', ask, { ...page, tab: undefined }],
    ['a request from another extension', ask, { ...page, id: 'another' }],
    ['an unknown kind', { kind: 'hold/allow', id: ask.id }, page],
    ['no message', 'hold/ask', page],
  ])('does nothing, and answers nothing, to %s', (_, message, sender) => {
    expect(route(handlers, message, sender)).toBeUndefined();
    expect(calls).toEqual([]);
  });
});

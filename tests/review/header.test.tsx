// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { announce } from '../../entrypoints/review/announce.ts';
import { App } from '../../entrypoints/review/App.tsx';
import type { ReviewView } from '../../lib/messages/index.ts';
import { views } from '../fixtures/views.ts';

afterEach(cleanup);

/** The head of the window for a view. */
async function head(view: ReviewView): Promise<Element> {
  const { container } = await act(async () => {
    const result = render(
      <App
        port={{
          open: () => Promise.resolve({ ...view, expiresAt: Date.now() + 60_000 }),
          watch: () => () => {},
          answer: () => Promise.resolve(null),
          retry: () => Promise.resolve(),
          openOptions: () => {},
          close: () => {},
        }}
      />,
    );
    await Promise.resolve();
    return result;
  });
  const found = container.querySelector('header');
  if (found === null) throw new Error('No head.');
  return found;
}

const hosts = (element: Element) =>
  [...element.querySelectorAll('header > div:first-child bdi[dir="ltr"]')].map((bdi) => bdi.textContent);

describe('the head of the review window', () => {
  it('names the top site alone where the request is its own', async () => {
    const element = await head(views.over);
    expect(hosts(element)).toEqual([views.over.site]);
    expect(element.textContent).not.toContain('frame');
  });

  it('names the site first and then the frame, each whole, in punycode and in its own direction', async () => {
    const element = await head(views.frame);
    expect(hosts(element)).toEqual([views.frame.site, 'https://xn--widget-9ua.example']);
    expect(element.textContent).toContain(`${views.frame.site} In a frame of https://xn--widget-9ua.example`);
  });

  it('gives a frame without an address no host', async () => {
    const element = await head(views['frame-without-address']);
    expect(hosts(element)).toEqual([views.over.site]);
    expect(element.textContent).toContain('In a frame without an address');
  });

  it('says where a page could have been prepared, or came before us', async () => {
    const own = await head({ ...views.over, realm: 'own' });
    expect(own.textContent).not.toContain('We show what it says');
    cleanup();
    expect((await head(views.prepared)).textContent).toContain(
      'This page could have been prepared. We show what it says.',
    );
    cleanup();
    expect((await head(views.late)).textContent).toContain(
      'This page ran before Slashlight. We show what it says.',
    );
  });

  it('has that read out too, in a calm verdict and beside a breach', () => {
    for (const view of [views.within, views.over]) {
      expect(announce({ ...view, realm: 'prepared' }).polite).toContain('could have been prepared');
      expect(announce(view).polite).not.toContain('prepared');
    }
    expect(announce(views.prepared).assertive).toContain('Over limit');
  });
});

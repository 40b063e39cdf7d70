import { type Asked, answer, record } from './chain.ts';

type Message = { readonly target?: unknown; readonly data?: unknown };

/**
 * Plays the other end of a wallet's page messages, which in a browser is its content script: it takes part in the
 * handshake of MetaMask's post-message stream and hands what arrives to `take`, which gives the reply or null.
 */
export function contentScript(name: string, target: string, take: (data: object) => object | null): void {
  const post = (data: unknown): void => window.postMessage({ target, data }, window.location.origin);
  window.addEventListener('message', ({ source, data }: MessageEvent<Message | null>) => {
    if (source !== window || data?.target !== name) return;
    if (data.data === 'SYN') return post('ACK');
    if (typeof data.data !== 'object' || data.data === null) return;
    const reply = take(data.data);
    if (reply !== null) post(reply);
  });
  post('SYN');
}

/** Records a request and answers it; `own` answers the wallet's own methods, undefined where it has none. */
export function reach(by: string, asked: Asked, own: (method: string) => unknown): unknown {
  record(by, asked);
  const mine = own(asked.method);
  return mine === undefined ? answer(asked) : mine;
}

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { deposit } from '../../support/dapp.ts';
import { type Case, zone } from '../cases/case.ts';

/** Marks a request of a document that goes away before anybody decides. */
export const leavingNonce = '0x1eaf1eaf';

/** What each attacking script has in its sight. Taken before it runs, so that it may break what it likes. */
const prologue = `
  const wallet = window.testWallet;
  const { keep, done, say } = wallet;
  const tx = ${JSON.stringify(deposit())};
  /** The same from a document that is about to go away: told apart, so that nobody decides on the wrong one. */
  const leaving = { ...tx, params: [{ ...tx.params[0], nonce: '${leavingNonce}' }] };
  const builtin = { append: Element.prototype.append, create: document.createElement.bind(document), timer: setTimeout, now: Date.now };
  const frame = (fill, in_ = document.documentElement) => {
    const made = builtin.create('iframe');
    fill?.(made);
    builtin.append.call(in_, made);
    return made;
  };
  const loaded = (made) => new Promise((resolve) => made.addEventListener('load', resolve, { once: true }));
  /** Waits for something; where it never comes, the attack has ended without having reached anything. */
  const until = (find, end = Date.now() + 4_000) => new Promise((resolve) => {
    const look = () => {
      let found; try { found = find(); } catch {}
      if (found) return resolve(found);
      if (builtin.now() < end) return builtin.timer.call(window, look, 5);
      nowhere(); done();
    };
    look();
  });
  const nowhere = () => keep({ then: (_, no) => no({ code: 0, message: 'found no way' }) });
  /** An attempt that may fail before it begins. */
  const attempt = (work) => { let made; try { made = work(); } catch { return nowhere(); } keep(made); };
  const announced = () => {
    const found = [];
    // A provider may be another one at the second look.
    const hear = ({ detail }) => { for (const one of [detail?.provider, detail?.provider]) if (one?.request && !found.includes(one)) found.push(one); };
    addEventListener('eip6963:announceProvider', hear);
    dispatchEvent(new Event('eip6963:requestProvider'));
    return found;
  };
  const nothing = () => undefined;
`;

/** A document with a script of its own. */
export function htmlOf(script: string): string {
  return `<!doctype html><title>dApp</title><p>A test page</p><script>${script}</script>`;
}

/** The address of a case's page. */
export function addressOf({ id, wallet, query }: Case): string {
  const parts = [...(wallet === undefined ? [] : [`w=${wallet}`]), ...(query === undefined ? [] : [query])];
  return `http://${hostOf(id)}/${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}

/** The host of a case's page. */
export function hostOf(id: string): string {
  return `${id}.${zone}`;
}

/** Whether a host is one of a case's: its own, one below it, or a site elsewhere that carries its name in front. */
export function isHostOf(host: string, id: string): boolean {
  const own = hostOf(id);
  return host === own || host.endsWith(`.${own}`) || host.startsWith(`${own}.`);
}

/** The script of one of a case's documents. */
function scriptAt({ script, pages }: Case, pathname: string): string | undefined {
  if (pathname === '/') return `{${prologue}${script}}`;
  return pages?.[pathname]?.replace('PROLOGUE', () => prologue);
}

export type Pages = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Serves every case's pages as a web proxy does, whatever the host: the browser believes to be on the site itself and
 * nothing leaves the machine.
 */
export async function servePages(cases: readonly Case[]): Promise<Pages> {
  /** Documents whose body waits for `/release`. */
  const slow: { readonly host: string; readonly send: () => void }[] = [];
  const answer = (response: ServerResponse, { host, pathname }: URL): void => {
    const found = cases.find(({ id }) => isHostOf(host, id));
    if (pathname === '/release') for (const one of slow) if (one.host === host) one.send();
    const script = found === undefined ? undefined : scriptAt(found, pathname);
    if (script === undefined) {
      response.writeHead(pathname === '/release' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' });
    if (!pathname.endsWith('.slow')) {
      response.end(htmlOf(script));
      return;
    }
    response.flushHeaders(); // the document is there, and none of it is read yet
    slow.push({ host, send: () => void response.end(htmlOf(script)) });
  };
  const server = createServer((request, response) => {
    answer(response, new URL(request.url ?? '/', `http://${request.headers.host}`));
  });
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  await listening(server);
  const address = server.address();
  return {
    port: portOf(address),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

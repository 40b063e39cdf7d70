/** The part of WebDriver BiDi these tests use, straight over a WebSocket. */
export type Bidi = {
  readonly send: (method: string, params: object) => Promise<Result>;
  readonly on: (event: string, listener: (params: BlockedRequest) => void) => void;
  readonly close: () => void;
};

/** What the commands these tests use give back; each names what it needs. */
export type Result = {
  readonly context?: string;
  readonly contexts?: readonly { readonly context: string; readonly url: string }[];
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
};

/** The one event these tests listen to. */
export type BlockedRequest = {
  readonly isBlocked: boolean;
  readonly request: { readonly request: string; readonly url: string };
};

type Incoming =
  | { readonly type: 'event'; readonly method: string; readonly params: BlockedRequest }
  | { readonly type: 'success'; readonly id: number; readonly result: Result }
  | { readonly type: 'error'; readonly id: number; readonly error: string; readonly message: string };

type Waiting = { resolve(value: Result): void; reject(error: Error): void };

/** Connects to a browser and opens a session. Commands reject with the browser's own words. */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no BiDi at ${url}`)));
  });
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const listeners: { event: string; listener: (params: BlockedRequest) => void }[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message: Incoming = JSON.parse(String(data));
    if (message.type === 'event') {
      for (const { event, listener } of listeners) if (event === message.method) listener(message.params);
      return;
    }
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'error') entry?.reject(new Error(`${message.error}: ${message.message}`));
    else entry?.resolve(message.result);
  });
  const send: Bidi['send'] = (method, params) => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  await send('session.new', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } },
  });
  return { send, on: (event, listener) => listeners.push({ event, listener }), close: () => socket.close() };
}

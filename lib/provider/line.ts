import { GIVE, READY, type Question, type Verb, readToPage } from '../messages/port.ts';
import { apply, bare, descriptorOf, accessorOf, grab, parse, setTimer, stringify } from './natives.ts';

/** How a question ended; `silent`: nobody acknowledged it (no bridge, or the extension was updated under this page). */
export type Ending = Exclude<Verb, 'ack'> | 'silent';

export type Line = {
  /** Calls back exactly once, never before this returns where a bridge is there. */
  readonly ask: (question: Omit<Question, 'n'>, done: Done) => void;
  /** Tells the bridge, as soon as one is there, that a way was found that we cannot stand before. */
  readonly unprotected: () => void;
  /** From now on nobody can take the line any more: page scripts are about to run. */
  readonly close: () => void;
};

/** Within this time a bridge must acknowledge a question (design §2.8). */
const ACK_MS = 2_000;

type Done = (ending: Ending) => void;

const readData = /* @__PURE__ */ accessorOf(
  /* @__PURE__ */ descriptorOf(MessageEvent.prototype, 'data'),
  'get',
);
const postMessage = /* @__PURE__ */ grab(MessagePort.prototype, 'postMessage');

/**
 * Opens the private line to the bridge, whichever of the two scripts runs first (facts: interception 9.1).
 * Works by callbacks alone: a promise chain would ask the page's own prototypes.
 *
 * @param learn - takes the prefilter's table, once the bridge has said that this is no site of ours
 */
export function openLine(realm: Window, learn: (table: string) => void): Line {
  const add = grab(realm, 'addEventListener');
  const remove = grab(realm, 'removeEventListener');
  let port: MessagePort | null = null;
  let numbered = 0;
  let exposed = false;
  const waiting: { [n: number]: Done } = bare({});
  const acknowledged: { [n: number]: true } = bare({});

  const give = (): void => {
    const channel = new MessageChannel();
    const offer = new MessageEvent(GIVE, { ports: [channel.port2], cancelable: true });
    if (realm.dispatchEvent(offer)) return; // nobody took it
    port = channel.port1;
    apply(add, port, ['message', hear]);
    port.start();
    apply(remove, realm, [READY, give, true]);
    if (exposed) unprotected();
  };
  const hear = (event: MessageEvent): void => {
    const message = readData === null ? null : readToPage(apply(readData, event, []), parse);
    if (message === null) return;
    const n = message[0];
    const verb = message[1];
    if (verb === 'calm') learn(message[2]);
    else if (verb === 'ack') acknowledged[n] = true;
    else end(n, verb);
  };
  const end = (n: number, ending: Ending): void => {
    const done = waiting[n];
    delete waiting[n];
    done?.(ending);
  };
  const send = (message: object): void => {
    if (port !== null) apply(postMessage, port, [stringify(bare(message))]);
  };

  const unprotected = (): void => {
    exposed = true;
    send({ t: 'unprotected' });
  };

  apply(add, realm, [READY, give, true]);
  give();

  return {
    ask(question, done) {
      if (port === null) return done('silent');
      const n = ++numbered;
      waiting[n] = done;
      const giveUp = (): void => {
        if (acknowledged[n] !== true) end(n, 'silent');
      };
      // A page that was busy for the whole time has the answer waiting behind this timer: one more turn decides.
      setTimer(() => setTimer(giveUp, 50), ACK_MS);
      send({ t: 'ask', n, ...question });
    },
    unprotected,
    close: () => apply(remove, realm, [READY, give, true]),
  };
}

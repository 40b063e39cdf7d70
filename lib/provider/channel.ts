import { type Filter, type Gate, copyText } from './gate.ts';
import { whenJudged } from './guard.ts';
import {
  type Callable,
  apply,
  type Hooked,
  data,
  defineProperty,
  get,
  grab,
  isCallable,
  isObject,
  parse,
  stand,
} from './natives.ts';

/** Under this name a whole message to an extension is judged: what it asks for is found inside it. */
const METHOD = 'runtime.sendMessage';

/**
 * Stands before `chrome.runtime.connect` and `sendMessage`, by which a page speaks to an extension that admits it, such
 * as a wallet with MetaMask's multichain API. A message goes on as the JSON that the browser would make of it, made once.
 */
export function guardChannel(realm: object, gate: Gate, filter: Filter): void {
  /** Holds the message that stands at a place among the arguments. */
  const hold =
    (at: number): Hooked =>
    (native, self, args) => {
      const text = copyText(args[at]);
      const message = text === null ? undefined : parse(text);
      defineProperty(args, at, data(message));
      const go = (): unknown => apply(native, self, args);
      if (text === null || !filter.looks(METHOD, text)) return go();
      const last = args[args.length - 1];
      const callback = isCallable(last) ? last : null;
      /** A port's listeners hear of a refusal as if it had come from the other side. */
      const answer: Callable = (_, reply) => {
        if (callback !== null) return apply(callback, undefined, [reply]);
        const events: object = get(isObject(self) ? self : {}, 'onMessage');
        return apply(grab(events, 'dispatch'), events, [{ type: 'caip-348', data: reply }, self]);
      };
      const payload: unknown = isObject(message) ? get(message, 'data') : null;
      const plan = { callback: at === 0 ? answer : callback && answer, payload };
      return whenJudged(plan, go, (done) => gate({}, null, { method: METHOD, params: text }, done));
    };
  const api: unknown = get(realm, 'chrome');
  const runtime: unknown = isObject(api) ? get(api, 'runtime') : null;
  stand(runtime, 'sendMessage', hold(1));
  stand(runtime, 'connect', (native, self, args) => {
    const port = apply(native, self, args);
    stand(port, 'postMessage', hold(0));
    return port;
  });
}

import {
  apply,
  bare,
  descriptorOf,
  freeze,
  get,
  accessorOf,
  grab,
  isObject,
  memory,
  settle,
} from './natives.ts';

const ANNOUNCE = 'eip6963:announceProvider';
const readDetail = /* @__PURE__ */ accessorOf(
  /* @__PURE__ */ descriptorOf(CustomEvent.prototype, 'detail'),
  'get',
);
const stopImmediatePropagation = /* @__PURE__ */ grab(Event.prototype, 'stopImmediatePropagation');
const initEvent = /* @__PURE__ */ grab(Event.prototype, 'initEvent');
const NativeCustomEvent = CustomEvent;

/**
 * Stops each EIP-6963 announcement and makes it again with a wrapped provider. Gives the function that listens:
 * call it again after `document.open()`, which takes every listener away.
 */
export function guardAnnouncements(realm: Window, wrap: (value: unknown) => unknown): () => void {
  const add = grab(realm, 'addEventListener');
  const dispatch = grab(realm, 'dispatchEvent');
  const ours = memory<true>();

  const hear = (event: Event): void => {
    if (ours.get(event) === true) return;
    const detail = detailOf(event);
    if (!isObject(detail)) return;
    // Read once: what is announced again can no longer become another provider at the second look.
    const wrapped = wrap(get(detail, 'provider'));
    apply(stopImmediatePropagation, event, []);
    // A wallet may send the same event again, and Chromium would keep it stopped.
    settle(null, () => apply(initEvent, event, [ANNOUNCE, true]));
    const replacement = new NativeCustomEvent(
      ANNOUNCE,
      bare({
        detail: freeze({ ...detail, provider: wrapped }),
      }),
    );
    ours.set(replacement, true);
    apply(dispatch, realm, [replacement]);
  };
  return () => apply(add, realm, [ANNOUNCE, hear, true]);
}

/** What a listener of the page would read: a property of the event's own hides a CustomEvent's detail. */
function detailOf(event: Event): unknown {
  try {
    return descriptorOf(event, 'detail') || !readDetail ? get(event, 'detail') : apply(readDetail, event, []);
  } catch {
    return null; // a plain event without a detail, or a getter that throws
  }
}

import { apply, bare, descriptorOf, freeze, get, getterOf, grab, isObject, memory } from './natives.ts';

const ANNOUNCE = 'eip6963:announceProvider';
const readDetail = /* @__PURE__ */ getterOf(/* @__PURE__ */ descriptorOf(CustomEvent.prototype, 'detail'));
const stopImmediatePropagation = /* @__PURE__ */ grab(Event.prototype, 'stopImmediatePropagation');
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
    const provider: unknown = get(detail, 'provider');
    const wrapped = wrap(provider);
    if (wrapped === provider) return;
    apply(stopImmediatePropagation, event, []);
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

/** A CustomEvent's detail; some wallets set it on a plain event. */
function detailOf(event: Event): unknown {
  try {
    if (readDetail !== null) return apply(readDetail, event, []);
  } catch {
    // not a CustomEvent: fall through to a property of its own
  }
  return descriptorOf(event, 'detail')?.value;
}

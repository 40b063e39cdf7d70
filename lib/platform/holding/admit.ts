import { hashOf, hasRoom, type Held, isOpen, LIFETIME_MS, repeatsOf } from '../../decide/index.ts';
import { type HoldAsk, MAX_REQUEST_TEXT, type Replies } from '../../messages/index.ts';
import type { Asker, HoldingDeps, TriageAsked, Triaged } from './deps.ts';
import type { Shelf } from './shelf.ts';
import { siteName } from './view.ts';

/**
 * Decides whether a request is held, and puts it down if so.
 *
 * @param found - what `triaged` says of it; null where it was held already
 */
export async function admit(
  deps: HoldingDeps,
  shelf: Shelf,
  { message, asker, found }: Admission,
): Promise<Replies['hold/ask']> {
  const { id } = message;
  const known = shelf.get(id);
  const hash = await hashOf({ ...message, origin: asker.origin });
  if (known !== undefined) {
    if (!sameAsker(known, asker) || known.hash !== hash) return { id, v: 'deny', hash };
    return isOpen(known) ? { id, v: 'held', hash } : { id, v: known.decision ?? 'deny', hash };
  }
  const { action, popupLine, off } = found ?? (await triaged(deps, message, asker));
  if (off === true) {
    deps.passedOff(asker.tabId);
    return { id, v: 'forward' };
  }
  if (popupLine !== undefined && !asker.incognito) deps.line(siteName(asker.topOrigin), popupLine);
  if (action === 'forward') return { id, v: 'forward' };
  if (message.params.length > MAX_REQUEST_TEXT || !hasRoom(shelf.all(), asker.topOrigin))
    return { id, v: 'busy' };
  const now = deps.now();
  const { method, params, account, chainId, via, realm } = message;
  const held: Held = {
    ...asker,
    id,
    method,
    params,
    account,
    chainId,
    via,
    realm,
    hash,
    state: 'asked',
    decision: null,
    askedAt: now,
    expiresAt: now + LIFETIME_MS,
    repeats: repeatsOf(shelf.meta().backs, hash, now),
  };
  try {
    await shelf.add(held);
  } catch {
    return { id, v: 'busy' }; // the session store is full: nothing was kept, and the page hears so
  }
  return { id, v: 'held', hash };
}

export type Admission = {
  readonly message: HoldAsk;
  readonly asker: Asker;
  readonly found: SiteTriaged | null;
};

/** `off`: the person switched Slashlight off for this site, and nothing was looked at. */
type SiteTriaged = Triaged & { readonly off?: true };

/**
 * Detection, which must not let anything through by failing. It may wait for a node, so it belongs outside the queue
 * in which everything else is done.
 */
export async function triaged(deps: HoldingDeps, message: HoldAsk, asker: Asker): Promise<SiteTriaged> {
  if (await deps.siteOff(asker.topOrigin)) return { action: 'forward', off: true };
  try {
    const params: unknown = JSON.parse(message.params);
    return await deps.triage({
      request: { method: message.method, params },
      ...contextOf(message, asker),
    });
  } catch {
    return { action: 'hold' }; // not understood is not harmless
  }
}

/** Chain and account as the pipeline takes them. A wallet that does not say its chain is taken to be on Ethereum. */
function contextOf(message: HoldAsk, asker: Asker): Omit<TriageAsked, 'request'> {
  const { origin, topOrigin } = asker;
  const account = message.account === null ? null : hex(message.account);
  return { origin, topOrigin, chainId: Number(message.chainId ?? '0x1'), account };
}

function hex(text: string): `0x${string}` {
  return `0x${text.slice(2)}`;
}

/** Whether the document that speaks now is the one that asked. */
export function sameAsker(held: Asker, asker: Asker): boolean {
  return (
    held.tabId === asker.tabId &&
    held.frameId === asker.frameId &&
    held.documentId === asker.documentId &&
    held.origin === asker.origin
  );
}

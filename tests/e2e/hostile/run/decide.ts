import type { Driver } from './driver.ts';

/** Says "Continue" or "Go back" for what stands in the review window, with the message its button sends. */
const answerHead = (allowed: readonly string[]): string => `(async () => {
  const say = (message) => chrome.runtime.sendMessage(message);
  const { id } = await (globalThis.browser ?? chrome).windows.getCurrent();
  const view = await say({ kind: 'review/open', windowId: id });
  if (!view) return null;
  const { requestId, revision, overall, state } = view;
  const may = ${JSON.stringify(allowed)}.includes(requestId);
  if (!may) return { requestId, ok: (await say({ kind: 'review/answer', requestId, revision, v: 'back' }))?.ok === true, v: 'back' };
  const typed = overall?.override?.text;
  const answer = { kind: 'review/answer', requestId, revision, v: 'continue', ...(typed === undefined ? {} : { typed }) };
  const reply = await say(answer);
  return { requestId, ok: reply?.ok === true, v: 'continue', why: reply?.why ?? null, state };
})()`;

type Answered = {
  readonly requestId: string;
  readonly ok: boolean;
  readonly v: 'continue' | 'back';
  readonly why?: string | null;
};

/**
 * Goes through all that is held, oldest first: "Continue" for the requests named, "Go back" for the others. Gives the
 * ids that were really continued.
 */
export async function decideAll(driver: Driver, allowed: readonly string[]): Promise<readonly string[]> {
  const continued: string[] = [];
  const end = Date.now() + 60_000;
  let empty = 0;
  while (Date.now() < end) {
    const answered = await driver.inReview<Answered | null>(answerHead(allowed)).catch(() => null);
    if (answered?.ok === true && answered.v === 'continue') continued.push(answered.requestId);
    const left = await driver
      .inSlashlight<{ held: number }>(`chrome.runtime.sendMessage({ kind: 'popup/status' })`)
      .catch(() => ({ held: 0 })); // gone for good
    if (left.held === 0) empty += 1;
    else empty = 0;
    if (empty > 0) return continued;
    if (answered === null || !answered.ok) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return continued;
}

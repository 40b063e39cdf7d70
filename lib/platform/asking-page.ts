import { browser } from 'wxt/browser';

import type { Decision, Held } from '../decide/index.ts';
import type { HoldDecision } from '../messages/index.ts';
import { within } from './within.ts';

/** A page that does not answer in this time has no bridge of ours, or is busy: it asks again by itself. */
const PATIENCE_MS = 2_000;

/** Hands a decision to the frame that asked. Only the document that made the id takes it. */
export async function deliver(held: Held, decision: Decision): Promise<boolean> {
  const message: HoldDecision = { kind: 'hold/decision', id: held.id, hash: held.hash, v: decision };
  return (await tell(held, message)) === true;
}

/** Whether the document that asked still waits for this request. No answer is no proof that it left. */
export async function stillWaits(held: Held): Promise<boolean> {
  return (await tell(held, { kind: 'hold/still', id: held.id })) !== false;
}

async function tell(held: Held, message: object): Promise<unknown> {
  const { tabId, frameId } = held;
  const reply: Promise<unknown> = browser.tabs.sendMessage(tabId, message, { frameId });
  return within(PATIENCE_MS, reply, undefined);
}

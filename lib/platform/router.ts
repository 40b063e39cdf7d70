import {
  type FromBridge,
  fromBridge,
  type FromOwnPage,
  fromOwnPage,
  type Kind,
  type MessageOf,
  type Replies,
} from '../messages/index.ts';
import type { Asker } from './holding/deps.ts';
import { askerOf, ownPage, type Sender } from './sender.ts';
import { reviewPage } from './review-windows.ts';

/** Every kind of message with its one handler. The second argument is what the browser says about the sender. */
export type Handlers = {
  readonly [K in FromBridge['kind']]: (message: MessageOf<K>, asker: Asker) => Promise<Replies[K]>;
} & {
  readonly [K in FromOwnPage['kind']]: (
    message: MessageOf<K>,
    windowId: number | null,
  ) => Promise<Replies[K]>;
};

/**
 * Reads one message at the border and gives it to its handler. Requests are taken from tabs only, answers to the review
 * window only from its page, everything else only from pages of ours. Undefined, and nothing done, for all the rest.
 */
export function route(handlers: Handlers, message: unknown, sender: Sender): Promise<unknown> | undefined {
  const page = ownPage(sender);
  if (page !== null) return fromOurPage(handlers, message, page, sender);
  const read = fromBridge.safeParse(message);
  if (!read.success) return undefined;
  const asker = askerOf(sender, read.data.kind === 'hold/ask' ? read.data.top : undefined);
  return asker === null ? undefined : handle(handlers, read.data, asker);
}

function fromOurPage(
  handlers: Handlers,
  message: unknown,
  page: string,
  sender: Sender,
): Promise<unknown> | undefined {
  const read = fromOwnPage.safeParse(message);
  if (!read.success) return undefined;
  if (read.data.kind.startsWith('review/') && page !== reviewPage) return undefined;
  return handle(handlers, read.data, sender.tab?.windowId ?? null);
}

/** Calls the handler of a message's kind; the kinds of both sides do not overlap. */
function handle<K extends Kind>(
  handlers: { readonly [k in K]: (message: MessageOf<k>, from: never) => Promise<unknown> },
  message: MessageOf<K>,
  from: unknown,
): Promise<unknown> {
  const handler: (message: MessageOf<K>, from: never) => Promise<unknown> = handlers[message.kind];
  return Reflect.apply(handler, null, [message, from]);
}

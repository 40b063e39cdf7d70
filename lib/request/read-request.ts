import { bounds } from './bounds.ts';
import type { JsonRpcRequest, RequestContext, RequestRead } from './call.ts';
import { type Found, invoke, invoked, nameOf, readerOf } from './methods.ts';
import { isRead, searchCalls } from './search.ts';
import { Walk } from './unwrap.ts';

const silent: RequestRead = { calls: [], outer: [], intents: [], notes: [], matters: false };

/**
 * What a request would do once it is allowed: every call in the order of execution, wrappers opened to depth 8, 512
 * calls and 256 kB, and every signed message that moves funds. A method that nobody knows is searched for calls and
 * typed messages. What is unusable, cut off or not opened is a note.
 * Never throws, whatever the page sent; a request that can move nothing has `matters: false`.
 */
export function readRequest(request: JsonRpcRequest, context: RequestContext): RequestRead {
  const walk = new Walk();
  const found = read(request, context, walk, 0);
  const { method } = request;
  const known = nameOf(method) === invoke ? walk.notes.length > 0 : readerOf(method) !== null;
  const matters =
    known || found === null || found.outer.length > 0 || found.intents.length > 0 || walk.notes.length > 0;
  if (!matters || found === null) return { ...silent, notes: walk.notes, matters };
  return {
    calls: walk.calls,
    outer: found.outer,
    intents: [...found.intents, ...walk.unread],
    notes: walk.notes,
    matters,
  };
}

/** Null where layers go deeper than is read. */
function read(request: JsonRpcRequest, context: RequestContext, walk: Walk, depth: number): Found | null {
  if (depth > bounds.depth) {
    walk.note('not-fully-read', 'more layers than are read');
    return null;
  }
  const inside = (inner: JsonRpcRequest, as: RequestContext): Found =>
    read(inner, as, walk, depth + 1) ?? { outer: [], intents: [] };
  const method = nameOf(request.method);
  if (method === invoke) {
    const inner = invoked(request.params, context, walk);
    return inner === null ? { outer: [], intents: [] } : inside(...inner);
  }
  const reader = readerOf(method);
  if (reader !== null) return reader(request.params, context, walk, method);
  if (isRead(method)) return { outer: [], intents: [] };
  return searchCalls(request.params, context, walk, (inner) => inside(inner, context));
}

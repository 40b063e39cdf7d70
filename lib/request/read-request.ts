import type { JsonRpcRequest, RequestContext, RequestRead } from './call.ts';
import { invoked, readerOf } from './methods.ts';
import { Walk } from './unwrap.ts';

const silent: RequestRead = { calls: [], outer: [], intents: [], notes: [], matters: false };

/**
 * What a request would do once it is allowed: every call in the order of execution, wrappers opened to depth 8, 512
 * calls and 256 kB, and every signed message that moves funds. What is unusable, cut off or not opened is a note.
 * Never throws, whatever the page sent; a request that can move nothing has `matters: false`.
 */
export function readRequest(request: JsonRpcRequest, context: RequestContext): RequestRead {
  const walk = new Walk();
  let asked = request;
  let asking = context;
  if (request.method === 'wallet_invokeMethod') {
    const inner = invoked(request.params, context, walk);
    if (inner === null) return { ...silent, notes: walk.notes, matters: walk.notes.length > 0 };
    [asked, asking] = inner;
  }
  const reader = readerOf(asked.method);
  if (reader === null) return silent;
  const { outer, intents } = reader(asked.params, asking, walk, asked.method);
  return { calls: walk.calls, outer, intents, notes: walk.notes, matters: true };
}

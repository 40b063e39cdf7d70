import { GuardError } from '../core/index.ts';
import { isAllowedNodeUrl, type NodePort, type RpcCall, type RpcReply } from '../exposure/index.ts';

export type TransportOptions = {
  readonly fetch?: typeof globalThis.fetch;
  /** One HTTP request; 10 seconds if left out. */
  readonly timeoutMs?: number;
  /** The longest answer that is read; 16 MB if left out. */
  readonly maxBytes?: number;
};

const REMEDY = 'Try again, or choose another node under Options.';

/** Words of an answer that a request may be refused with; a batch refused so is asked again call by call. */
const NO_BATCH_STATUS = new Set([400, 405, 413, 415, 422, 500, 501]);

/**
 * A node behind an address: https, or this machine. Redirects are refused, answers are bounded, nothing is sent
 * along (no cookies, no referrer). One call goes as a plain request, several as one batch.
 *
 * @throws GuardError `rpc/not-allowed` for an address that may not be asked
 */
export function createNode(url: string, options: TransportOptions = {}): NodePort {
  if (!isAllowedNodeUrl(url)) {
    throw new GuardError(
      'rpc/not-allowed',
      'A node must use https, or run on this computer.',
      'Change its address.',
    );
  }
  const { timeoutMs = 10_000, maxBytes = 16_000_000 } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  return {
    name: url,
    batch: async (calls, signal) => {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const requests = calls.map(({ method, params }, id) => ({ jsonrpc: '2.0', id, method, params }));
      const text = await post(send, url, JSON.stringify(calls.length === 1 ? requests[0] : requests), {
        limit,
        maxBytes,
        batch: calls.length > 1,
      });
      return repliesOf(text, calls);
    },
  };
}

type Limits = { readonly limit: AbortSignal; readonly maxBytes: number; readonly batch: boolean };

async function post(
  send: typeof globalThis.fetch,
  url: string,
  body: string,
  limits: Limits,
): Promise<string> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: limits.limit,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (!response.ok) throw refusal(response.status, limits.batch);
    return await bounded(response, limits.maxBytes);
  } catch (cause) {
    if (cause instanceof GuardError) throw cause;
    if (limits.limit.aborted)
      throw new GuardError('rpc/timeout', 'The node did not answer in time.', REMEDY, { cause });
    throw new GuardError('rpc/unreachable', 'The node cannot be reached.', REMEDY, { cause });
  }
}

function refusal(status: number, batch: boolean): GuardError {
  if (status === 429) return new GuardError('rpc/rate-limited', 'The node says: too many requests.', REMEDY);
  if (batch && NO_BATCH_STATUS.has(status)) return noBatch();
  return new GuardError('rpc/http', `The node answered with HTTP status ${status}.`, REMEDY);
}

function noBatch(): GuardError {
  return new GuardError('rpc/no-batch', 'The node does not take several questions at once.', REMEDY);
}

/** The body as text, as far as `maxBytes`; a longer one is not read to its end. */
async function bounded(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new GuardError('rpc/oversized', 'The node answered more than is read.', REMEDY);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function repliesOf(text: string, calls: readonly RpcCall[]): readonly RpcReply[] {
  const parsed = parse(text);
  if (calls.length === 1) return [replyOf(parsed)];
  if (!Array.isArray(parsed)) {
    if (isRecord(parsed) && 'error' in parsed) throw noBatch();
    throw new GuardError(
      'rpc/bad-response',
      'The node answered with something that is not an answer.',
      REMEDY,
    );
  }
  const byId = new Map(parsed.filter(isRecord).map((entry) => [entry['id'], entry]));
  return calls.map((_, id) => replyOf(byId.get(id)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GuardError('rpc/bad-response', 'The node answered with text we cannot read.', REMEDY, {
      cause,
    });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function replyOf(entry: unknown): RpcReply {
  if (!isRecord(entry)) return { ok: false, code: null, message: 'no answer' };
  const error = entry['error'];
  if (isRecord(error)) {
    const code = typeof error['code'] === 'number' ? error['code'] : null;
    const message = typeof error['message'] === 'string' ? error['message'].slice(0, 200) : 'error';
    return { ok: false, code, message, data: error['data'] };
  }
  return 'result' in entry
    ? { ok: true, result: entry['result'] }
    : { ok: false, code: null, message: 'no answer' };
}

/**
 * Runs in every frame, in the page's own world, before each wallet request: no registry, no viem, and at call time no
 * name that a page could have replaced. Indexing typed arrays and comparing strings cannot be intercepted; everything
 * else is taken when the module starts, before any script of the page.
 */
import { fingerprints } from './generated/fingerprints.ts';

/** Methods that can move funds or grant power over them. */
const methods: readonly string[] = [
  'eth_sendTransaction',
  'wallet_sendTransaction',
  'eth_signTransaction',
  'wallet_sendCalls',
  'wallet_prepareCalls',
  'wallet_sendPreparedCalls',
  'eth_sendRawTransaction',
  'eth_sendUserOperation',
  'eth_signTypedData',
  'eth_signTypedData_v1',
  'eth_signTypedData_v3',
  'eth_signTypedData_v4',
  'eth_sign',
  'personal_sign',
  'wallet_grantPermissions',
  'wallet_requestExecutionPermissions',
  'wallet_invokeMethod',
];
const methodCount = methods.length;

/** Reads: their parameters look like calls, and move nothing. */
const reads: readonly string[] = ['eth_call', 'eth_est', 'eth_cre', 'eth_sim', 'debug_', 'trace_', 'pm_'];
const readCount = reads.length;

/** JSON text longer than this goes to the worker unread: 64 kB of calldata in hex. */
const maxLength = 131_072;

const charCodeAt: (text: string, index: number) => number = Function.prototype.call.bind(
  String.prototype.charCodeAt, // oxlint-disable-line typescript/unbound-method -- bound right here
);

/** Value of each hex digit in either case; -1 for everything else. */
const nibbles = new Int8Array(128).fill(-1);
for (let value = 0; value < 22; value += 1) {
  nibbles[charCodeAt('0123456789abcdefABCDEF', value)] = value < 16 ? value : value - 6;
}

const distances = fingerprints.split(',');
const count = distances.length;
const words = new Int32Array(count);
/** One bit for each upper half of a fingerprint: nearly every other word is dismissed by it. */
const upperHalves = new Uint8Array(8_192);
for (let index = 0, sum = 0; index < count; index += 1) {
  sum += Number.parseInt(distances[index] ?? '', 36);
  const word = sum | 0;
  words[index] = word;
  upperHalves[word >>> 19] = (upperHalves[word >>> 19] ?? 0) | (1 << ((word >>> 16) & 7));
}

function isFingerprint(word: number): boolean {
  if ((((upperHalves[word >>> 19] ?? 0) >> ((word >>> 16) & 7)) & 1) === 0) return false;
  for (let index = 0; index < count; index += 1) if (words[index] === word) return true;
  return false;
}

/** Whether a key ends before a colon, given backwards. */
function keyBefore(text: string, colon: number, backwards: string): boolean {
  const { length } = backwards;
  for (let index = 0; index < length; index += 1) {
    if (charCodeAt(text, colon - 1 - index) !== charCodeAt(backwards, index)) return false;
  }
  return true;
}

/** 1 for a target, 2 for calldata (`data`, `callData`, `input`), 0 for every other key. */
function fieldAt(text: string, colon: number): number {
  if (keyBefore(text, colon, '"ot"')) return 1;
  if (keyBefore(text, colon, '"atad"') || keyBefore(text, colon, '"ataDllac"')) return 2;
  return keyBefore(text, colon, '"tupni"') ? 2 : 0;
}

/** How the value of a target or of calldata starts: 1 as `"0x`, 0 empty, absent or another structure, -1 unusual. */
function startOf(text: string, at: number, field: number): number {
  const first = charCodeAt(text, at);
  if (first === 110 || (first === 123 && field === 1)) return 0; // null, or a structure of a typed message
  if (first !== 34) return -1;
  if (charCodeAt(text, at + 1) === 34) return 0;
  return charCodeAt(text, at + 1) === 48 && charCodeAt(text, at + 2) === 120 ? 1 : -1;
}

/** Whether a method is known to move funds or to grant power; `looksLikeCall` judges those that nobody knows. */
export function mattersMethod(method: string): boolean {
  for (let index = 0; index < methodCount; index += 1) if (methods[index] === method) return true;
  return false;
}

function isRead(method: string): boolean {
  for (let index = 0; index < readCount; index += 1) {
    const prefix = reads[index] ?? '';
    let at = 0;
    while (at < prefix.length && charCodeAt(method, at) === charCodeAt(prefix, at)) at += 1;
    if (at === prefix.length) return true;
  }
  return false;
}

/**
 * Whether parameters of a method that nobody knows, as JSON text, hold a call or a typed message: a key `to` or
 * `primaryType`, also in JSON inside a text. The names of reads stand outside.
 */
export function looksLikeCall(method: string, params: string): boolean {
  if (isRead(method)) return false;
  const { length } = params;
  for (let at = 1; at < length; at += 1) {
    if (charCodeAt(params, at) !== 58) continue;
    let end = at - 1;
    while (charCodeAt(params, end) < 34) end -= 1; // blanks
    if (charCodeAt(params, end) !== 34) continue;
    end -= charCodeAt(params, end - 1) === 92 ? 2 : 1;
    if (keyBefore(params, end + 1, 'ot"') || keyBefore(params, end + 1, 'epyTyramirp"')) return true;
  }
  return false;
}

/**
 * Whether parameters, as the JSON text of our private copy, may have to do with restaking, so that the worker must
 * look. True for a fingerprint of the registry at any hex digit, in any letter case, in calldata, targets and typed
 * messages alike; and for what is not written plainly: odd hex, a target that is no address, escapes, over 64 kB.
 * Never false where a registered address stands in the text; true for unrelated requests about once in ten thousand.
 */
export function mayConcernUs(params: string): boolean {
  const { length } = params;
  if (length > maxLength) return true;
  let word = 0;
  let run = 0;
  let field = 0;
  for (let index = 0; index < length; index += 1) {
    const code = charCodeAt(params, index);
    const nibble = code < 128 ? (nibbles[code] ?? -1) : -1;
    if (nibble >= 0) {
      word = (word << 4) | nibble;
      run += 1;
      if (run >= 8 && isFingerprint(word)) return true;
      continue;
    }
    if (field !== 0 && (code !== 34 || (field === 1 ? run !== 40 : run % 2 !== 0))) return true;
    run = 0;
    field = 0;
    if (code === 92 && charCodeAt(params, index + 1) === 117) return true;
    if (code !== 58) continue;
    const found = fieldAt(params, index);
    if (found === 0) continue;
    const start = startOf(params, index + 1, found);
    if (start < 0) return true;
    if (start > 0) {
      field = found;
      index += 3;
    }
  }
  return false;
}

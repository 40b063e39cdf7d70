/**
 * Runs in every frame, in both worlds, before each wallet request: no registry, no viem, and at call time no name that a
 * page could have replaced. Indexing typed arrays and comparing strings cannot be intercepted; everything else is taken
 * when the module starts, before any script of the page.
 */
export { fingerprints } from './generated/fingerprints.ts'; // for the bridge alone: the wrapper is handed it

/** Beginnings of names, as keys of an object on which nothing of the page can be found. */
type Beginnings = { readonly __proto__: null; readonly [beginning: string]: 1 | null };

/** How the names of methods begin that can move funds or grant power over them, also those of one wallet alone. */
const movers: Beginnings = {
  __proto__: null,
  eth_se: 1, // sendTransaction, sendRawTransaction, sendUserOperation
  eth_sig: 1, // sign, signTransaction, signTypedData and its versions
  personal_s: 1,
  wallet_si: 1, // signAuthorization
  wallet_se: 1, // sendTransaction, sendCalls, sendPreparedCalls
  wallet_pr: 1, // prepareCalls
  wallet_gr: 1, // grantPermissions
  wallet_requestE: 1, // requestExecutionPermissions
  wallet_in: 1, // invokeMethod
};

/** And those of reads: their parameters look like calls, and move nothing. */
const reads: Beginnings = { __proto__: null, eth_: 1, debug_: 1, trace_: 1, pm_: 1 };

/** JSON text longer than this goes to the worker unread: 64 kB of calldata in hex. */
const maxLength = 131_072;

const charCodeAt: (text: string, index: number) => number = Function.prototype.call.bind(
  String.prototype.charCodeAt, // oxlint-disable-line typescript/unbound-method -- bound right here
);

/** Value of a hex digit in either case; -1 for everything else. */
function nibbleOf(code: number): number {
  const low = code | 32;
  return low > 47 && low < 58 && low === code ? code - 48 : low > 96 && low < 103 ? low - 87 : -1;
}

const Words = Int32Array;

/** Most fingerprints that a table may hold; `tools/generate-prefilter.ts` writes no longer one. */
export const mostFingerprints = 1_024;

export type Prefilter = {
  /** Takes the table of fingerprints. The one that is there at the first request stays. */
  readonly learn: (table: string) => void;
  /** Whether parameters, as JSON text, may have to do with restaking. Yes for all of them before a table was learnt. */
  readonly mayMatter: (params: string) => boolean;
};

/** A prefilter that knows nothing yet. The table is read at the first request: a frame's start costs nothing. */
export function makePrefilter(): Prefilter {
  let table = '';
  let words: Int32Array | null = null;
  return {
    learn: (text) => {
      table = text;
    },
    mayMatter: (params) => {
      if (table === '') return true;
      words ??= wordsOf(table);
      return mayConcernUs(params, words);
    },
  };
}

/**
 * Reads a table: from the highest number to the lowest, each as its distance from the one before (the first from 2^32),
 * in four digits of base 48 and one more for each comma before them. Gives a hash table: each number stands at the first
 * free place from that of its upper half on. None is 0.
 */
function wordsOf(table: string): Int32Array {
  const { length } = table;
  const words = new Words(65_536 + mostFingerprints);
  let digits = 4;
  let distance = 0;
  let word = 0;
  for (let index = 0; index < length; index += 1) {
    const code = charCodeAt(table, index);
    if (code === 44) {
      digits += 1;
      continue;
    }
    distance = distance * 48 + (code % 81) - 16;
    digits -= 1;
    if (digits > 0) continue;
    word = (word - distance) | 0;
    let at = word >>> 16;
    while (words[at] !== 0) at += 1;
    words[at] = word;
    digits = 4;
    distance = 0;
  }
  return words;
}

function isFingerprint(word: number, words: Int32Array): boolean {
  let at = word >>> 16;
  while (words[at] !== 0) {
    if (words[at] === word) return true;
    at += 1;
  }
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

/** Without regard to case: a wallet may be as lenient. */
function begins(method: string, beginnings: Beginnings): boolean {
  for (const beginning in beginnings) {
    let at = 0;
    while (at < beginning.length && (charCodeAt(method, at) | 32) === (charCodeAt(beginning, at) | 32))
      at += 1;
    if (at === beginning.length) return true;
  }
  return false;
}

/** Whether a method moves funds or grants power, by its name; `looksLikeCall` judges those whose name says nothing. */
export function mattersMethod(method: string): boolean {
  return begins(method, movers);
}

/**
 * Whether parameters of a method that nobody knows, as JSON text, hold a call or a typed message: a key `to` or
 * `primaryType`, also in JSON inside a text. Never so for reads.
 */
export function looksLikeCall(method: string, params: string): boolean {
  if (begins(method, reads)) return false;
  const { length } = params;
  for (let at = 1; at < length; at += 1) {
    if (charCodeAt(params, at) !== 58) continue;
    let end = at;
    // The key's closing quote, the backslash before it in JSON inside a text, and blanks.
    while (charCodeAt(params, end - 1) < 35 || charCodeAt(params, end - 1) === 92) end -= 1;
    if (end < at && (keyBefore(params, end, 'ot"') || keyBefore(params, end, 'epyTyramirp"'))) return true;
  }
  return false;
}

/**
 * Whether parameters, as the JSON text of our private copy, may have to do with restaking, so that the worker must
 * look. True for a fingerprint of the registry at any hex digit, in any letter case, in calldata, targets and typed
 * messages alike; and for what is not written plainly: odd hex, a target that is no address, escapes, over 64 kB.
 * Never false where a registered address stands in the text; true for unrelated requests about once in ten thousand.
 */
function mayConcernUs(params: string, words: Int32Array): boolean {
  const { length } = params;
  if (length > maxLength) return true;
  let word = 0;
  let run = 0;
  let field = 0;
  for (let index = 0; index < length; index += 1) {
    const code = charCodeAt(params, index);
    const nibble = nibbleOf(code);
    if (nibble >= 0) {
      word = (word << 4) | nibble;
      run += 1;
      if (run >= 8 && isFingerprint(word, words)) return true;
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

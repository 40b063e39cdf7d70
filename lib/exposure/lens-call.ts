import type { Address, Hex } from '../core/index.ts';

import type { RpcCall } from './exposure.ts';
import {
  LENS_ADDRESS,
  LENS_CREATION,
  LENS_RUNTIME_AT,
  LENS_SELECTOR,
  SHIM_INNER_AT,
  SHIM_RUNTIME,
} from './generated/lens.ts';
import { addressWord, listAt, smallAt, word, wordAt } from './words.ts';

/** Multicall3 and the deterministic deployer, the same on most chains (readings.md §1). */
export const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';
const DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const SALT = '00'.repeat(32);
/** Addresses nobody uses, for code that an override puts in place. */
const INNER_BASE = 0x5106_0000_0000_0000_0000_0000_0000_0000_0000_0000n;

/** The size of the lens in bytes, as it runs. */
export const lensRuntimeBytes = (LENS_CREATION.length - LENS_RUNTIME_AT) / 2;

/** A block as eth_call takes it. */
export type At = 'latest' | Hex;

function padded(hex: string): string {
  return hex.padEnd(Math.ceil(hex.length / 64) * 64, '0');
}

function bytesArgument(hex: Hex): string {
  return word((hex.length - 2) / 2) + padded(hex.slice(2));
}

function goData(program: Hex): Hex {
  return `${LENS_SELECTOR}${word(32)}${bytesArgument(program)}`;
}

/** Calldata of Multicall3 `aggregate3`; every call may fail by itself. */
export function aggregate3(calls: readonly { readonly to: Address; readonly data: Hex }[]): Hex {
  const tuples = calls.map(({ to, data }) => addressWord(to) + word(1) + word(96) + bytesArgument(data));
  let offset = calls.length * 32;
  const heads = tuples.map((tuple) => {
    const head = word(offset);
    offset += tuple.length / 2;
    return head;
  });
  return `0x82ad56cb${word(32)}${word(calls.length)}${heads.join('')}${tuples.join('')}`;
}

/** What `aggregate3` answered, call by call; null where the answer is not of its shape or of another length. */
export function aggregate3Results(
  data: string,
  count: number,
): ({ ok: boolean; data: string } | null)[] | null {
  const list = listAt(data, 0, 0, 32);
  if (list === null || list.n !== count) return null;
  return Array.from({ length: count }, (_, i) => {
    const offset = smallAt(data, list.at + i * 32);
    if (offset === null) return null;
    const at = list.at + offset;
    const ok = wordAt(data, at);
    const bytes = listAt(data, at, 1, 1);
    return ok === null || bytes === null || ok > 1n
      ? null
      : { ok: ok === 1n, data: data.slice(bytes.at * 2, (bytes.at + bytes.n) * 2) };
  });
}

/** The lens as an ordinary call: deployed for its length, asked, gone. Needs no feature of the node. */
export function lensByMulticall(program: Hex, at: At): RpcCall {
  const calls = [
    { to: DEPLOYER, data: `0x${SALT}${LENS_CREATION.slice(2)}` as const },
    { to: LENS_ADDRESS, data: goData(program) },
  ];
  return { method: 'eth_call', params: [{ to: MULTICALL3, data: aggregate3(calls) }, at] };
}

/** The lens put in place by a state override, with a shim before each contract whose code is known. */
export function lensByOverride(program: Hex, at: At, codes: ReadonlyMap<string, Hex>): RpcCall {
  const runtime: Hex = `0x${LENS_CREATION.slice(LENS_RUNTIME_AT)}`;
  const override: Record<string, { code: Hex }> = { [LENS_ADDRESS]: { code: runtime } };
  for (const [i, [address, code]] of [...codes].entries()) {
    const inner = (INNER_BASE + BigInt(i + 1)).toString(16).padStart(40, '0');
    const shim: Hex = `0x${SHIM_RUNTIME.slice(2, SHIM_INNER_AT)}${inner}${SHIM_RUNTIME.slice(SHIM_INNER_AT + 40)}`;
    override[address] = { code: shim };
    override[`0x${inner}`] = { code };
  }
  return { method: 'eth_call', params: [{ to: LENS_ADDRESS, data: goData(program) }, at, override] };
}

/** The lens's own answer inside the reply to one of the two calls; null where there is none. */
export function lensData(result: unknown, form: 'multicall' | 'override'): string | null {
  if (typeof result !== 'string' || !/^0x([0-9a-f]{2})*$/i.test(result)) return null;
  const data = result.slice(2).toLowerCase();
  if (form === 'override') return data;
  const inner = aggregate3Results(data, 2)?.[1];
  return inner?.ok === true ? inner.data : null;
}

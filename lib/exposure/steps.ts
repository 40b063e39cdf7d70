import type { Address } from '../core/index.ts';

import type { Caps, Plan, Step } from './plan.ts';
import type { Ask, Raw, Request } from './request.ts';
import { address0, addressAt, dataOf, digitsAt, listAt, value0, word } from './words.ts';

/** The answers of a step, one per turn; null where a turn could not be asked because an earlier answer is missing. */
export type Results = readonly (Raw | null)[];

type Turn = { readonly target: Address | null; readonly item: bigint };

/** Asks the steps of a plan, those that wait for nothing together. Returns the answers by step. */
export async function runSteps(plan: Plan, ask: Ask, caps: Caps): Promise<readonly Results[]> {
  const results: (Results | undefined)[] = plan.steps.map(() => undefined);
  let used = 0;
  while (results.includes(undefined)) {
    // In the order of the steps, as far as nothing is waited for: the lens answers in that order.
    const first = results.indexOf(undefined);
    const ready: { at: number; requests: (Request | null)[] }[] = [];
    for (let at = first; at < plan.steps.length; at += 1) {
      const step = plan.steps[at];
      if (step === undefined || waits(step, results)) break;
      const requests = requestsOf(step, results).slice(0, caps.results - used);
      used += requests.length;
      ready.push({ at, requests });
    }
    const asked = ready.flatMap(({ requests }) => requests.filter((request) => request !== null));
    const answers = asked.length === 0 ? [] : await ask(asked);
    let next = 0;
    for (const { at, requests } of ready) {
      results[at] = requests.map((request) => (request === null ? null : (answers[next++] ?? null)));
    }
  }
  return results.map((result) => result ?? []);
}

function dependencies(step: Step): number[] {
  const from = step.patches.flatMap((patch) => (patch.from.kind === 'item' ? [] : [patch.from.step]));
  return [
    ...from,
    ...(step.over ? [step.over.step] : []),
    ...(step.target.kind === 'result' ? [step.target.step] : []),
  ];
}

function waits(step: Step, results: readonly (Results | undefined)[]): boolean {
  return dependencies(step).some((at) => results[at] === undefined);
}

/** How many items a step goes over by what was answered, before its own bound; null: the list is not known. */
export function claimed(step: Step, results: readonly (Results | undefined)[]): bigint | null {
  if (step.over === null) return 1n;
  const over = results[step.over.step] ?? [];
  if (step.over.kind === 'each') return BigInt(over.length);
  if (step.over.kind === 'count') return value0(over[0]);
  if (step.over.kind === 'through') {
    const last = value0(over[0]);
    return last === null ? null : last + 1n;
  }
  const data = dataOf(over[0]);
  const list = data === null ? null : listAt(data, 0, 0, 32);
  return list === null ? null : BigInt(list.n);
}

function requestsOf(step: Step, results: readonly (Results | undefined)[]): (Request | null)[] {
  const n = claimed(step, results) ?? 0n;
  const count = n < BigInt(step.max) ? Number(n) : step.max;
  return Array.from({ length: count }, (_, i) => requestOf(step, results, i));
}

function requestOf(step: Step, results: readonly (Results | undefined)[], i: number): Request | null {
  const turn = turnOf(step, results, i);
  if (turn === null || turn.target === null) return null;
  const to = turn.target;
  if (step.op === 'balance' || step.op === 'code') return { kind: step.op, to };
  if (step.op === 'slot') return { kind: 'slot', to, slot: step.data };
  let data = step.data;
  for (const { offset, from } of step.patches) {
    const value =
      from.kind === 'item' ? turn.item : value0(results[from.step]?.[from.kind === 'each' ? i : 0]);
    if (value === null) return null;
    const at = 2 + offset * 2;
    data = `0x${data.slice(2, at)}${word(value)}${data.slice(at + 64)}`;
  }
  return { kind: step.op, to, data, gas: step.gas, size: step.size };
}

function turnOf(step: Step, results: readonly (Results | undefined)[], i: number): Turn | null {
  const digits = itemOf(step, results, i);
  if (digits === null) return null;
  const item = BigInt(`0x${digits}`);
  if (step.target.kind === 'fixed') return { target: notZero(step.target.address), item };
  if (step.target.kind === 'result') return { target: address0(results[step.target.step]?.[0]), item };
  return { target: notZero(addressAt(digits, 0)), item };
}

function notZero(account: Address | null): Address | null {
  return account === null || /^0x0*$/.test(account) ? null : account;
}

/** The item of a turn as 64 digits. */
function itemOf(step: Step, results: readonly (Results | undefined)[], i: number): string | null {
  if (step.over === null || step.over.kind === 'count' || step.over.kind === 'through') return word(i);
  const over = results[step.over.step] ?? [];
  const raw = step.over.kind === 'each' ? over[i] : over[0];
  const data = dataOf(raw);
  if (data === null) return null;
  if (step.over.kind === 'each') return digitsAt(data, 0);
  const list = listAt(data, 0, 0, 32);
  return list === null ? null : digitsAt(data, list.at + 32 * i);
}

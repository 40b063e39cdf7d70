import type { Address, Hex } from '../core/index.ts';

import { SLOT_SELECTOR } from './generated/lens.ts';
import type { Plan, Step } from './plan.ts';
import { keyOf, LIST, type Raw, VALUE } from './request.ts';
import { dataOf } from './words.ts';

/** How the lens is to run: what differs from node to node, not what is asked. */
export type LensWay = {
  /** Contracts, in lower case, that answer slot(bytes32) in this call. */
  readonly shims: ReadonlySet<string>;
  /** Storage words taken for granted while the same trip reads them: by request key. */
  readonly assumed: ReadonlyMap<string, Raw>;
};

/** Gas kept for giving the answer back, beside what its length costs. */
const RESERVE = 400_000;
const OVER = { list: 1, count: 2, each: 3, through: 4 } as const;
const MODE = { given: 0, list: 1, each: 2 } as const;

function uint(value: number, bytes: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes)
    throw new RangeError(`${value} in ${bytes} bytes`);
  return value.toString(16).padStart(bytes * 2, '0');
}

function account(address: Address): string {
  return address.slice(2).toLowerCase();
}

function accounts(list: readonly Address[]): string {
  return uint(list.length, 1) + list.map(account).join('');
}

/** A plan as the bytes that `Lens.go` takes; the layout is read there, field for field. */
export function programOf(plan: Plan, way: LensWay): Hex {
  const shim = way.shims.has(plan.allocation.toLowerCase()) ? 1 : 0;
  return `0x${[
    uint(shim, 1) + uint(RESERVE, 4) + account(plan.delegation) + account(plan.allocation),
    uint(VALUE.gas, 4) + uint(VALUE.size, 3) + uint(LIST.gas, 4) + uint(LIST.size, 3),
    uint(plan.steps.length, 1),
    ...plan.steps.map((step) => stepBytes(plan, step, way)),
    stakerBytes(plan),
    accounts(plan.always) + accounts(plan.fallback) + accounts(plan.forced),
    uint(plan.listed === null ? 0 : plan.listed + 1, 1),
    uint(plan.prices.length, 1),
    ...plan.prices.map((price) => account(price.strategy) + account(price.to) + priceData(price.data)),
  ].join('')}`;
}

function priceData(data: Hex): string {
  const digits = data.slice(2);
  return uint(digits.length / 2, 1) + digits.padEnd(72, '0');
}

function stakerBytes(plan: Plan): string {
  const { stakers } = plan;
  if (stakers.kind !== 'given') return uint(MODE[stakers.kind], 1) + uint(stakers.step, 1);
  return uint(MODE.given, 1) + uint(stakers.list.length, 2) + stakers.list.map(account).join('');
}

function stepBytes(plan: Plan, step: Step, way: LensWay): string {
  const op = { call: 0, balance: 1, code: 2, slot: 0, quote: 0 }[step.op];
  const over = step.over === null ? uint(0, 2) : uint(OVER[step.over.kind], 1) + uint(step.over.step, 1);
  const data = dataBytes(step);
  return [
    uint(op, 1) + over + uint(step.max, 2),
    targetBytes(plan, step, way),
    uint(step.gas, 4) + uint(step.size, 3) + uint(data.length / 2, 2) + data,
    uint(step.patches.length, 1),
    ...step.patches.map(({ offset, from }) => uint(offset, 2) + fromBytes(from)),
  ].join('');
}

/** What the lens asks; nothing where it cannot ask, since all its calls are static. */
function dataBytes({ op, data }: Step): string {
  if (op === 'quote') return '';
  return op === 'slot' ? SLOT_SELECTOR.slice(2) + data.slice(2) : data.slice(2);
}

function fromBytes(from: Step['patches'][number]['from']): string {
  if (from.kind === 'item') return uint(0, 2);
  return uint(from.kind === 'each' ? 1 : 2, 1) + uint(from.step, 1);
}

const NOBODY = '0'.repeat(40);

/** A quote, or a slot that this call cannot read, is left out (target zero), and what hangs on it goes by the assumed word. */
function targetBytes(plan: Plan, step: Step, way: LensWay): string {
  if (step.target.kind === 'item') return uint(2, 1) + NOBODY;
  if (step.target.kind === 'fixed') {
    if (step.op === 'quote') return uint(0, 1) + NOBODY;
    const readable = step.op !== 'slot' || way.shims.has(step.target.address.toLowerCase());
    return uint(0, 1) + (readable ? account(step.target.address) : NOBODY);
  }
  const source = plan.steps[step.target.step];
  if (
    source?.op === 'slot' &&
    source.target.kind === 'fixed' &&
    !way.shims.has(source.target.address.toLowerCase())
  ) {
    const key = keyOf({ kind: 'slot', to: source.target.address, slot: source.data });
    return uint(0, 1) + (dataOf(way.assumed.get(key))?.slice(24) ?? NOBODY);
  }
  return uint(1, 1) + uint(step.target.step, 20);
}

import type { Address, Hex } from '../core/index.ts';
import {
  coreReads,
  eigenlayerCore,
  type ReadArgument,
  type StakeRead,
  type StakeRecord,
  strategies,
  type TokenToEth,
} from '../protocols/index.ts';

import { codeReads } from './code-age.ts';
import type { Plan, PriceView, QuoteRead, StakerSource, Step } from './plan.ts';
import { VALUE } from './request.ts';
import { poolReads } from './symbiotic/reads.ts';
import { ADMIN_SLOT, IMPLEMENTATION_SLOT } from './slots.ts';
import { addressWord, calldata, word } from './words.ts';

/** What a plan asks beside the record: whose position, and which strategies and operators in any case. */
export type Extras = {
  readonly reads?: Readonly<Record<string, StakeRead | QuoteRead>>;
  readonly stakers?: readonly Address[];
  readonly always?: readonly Address[];
  readonly forced?: readonly Address[];
  /** The contract that takes the deposit, where it is the vault itself. */
  readonly vault?: Address;
};

/** Where a named read stands among the steps, and whether it is asked once or in turns. */
type Place = (name: string) => { readonly step: number; readonly repeated: boolean };

/** Turns a stake record into the steps of a walk: the record's reads in their order, after those of every stake. */
export function compilePlan(record: StakeRecord, extras: Extras = {}): Plan {
  const reads: [string, StakeRead | QuoteRead][] = Object.entries({
    ...coreReads,
    ...record.reads,
    ...poolReads(record, extras.vault),
    ...extras.reads,
    ...codeReads(record),
  });
  const places = new Map(
    reads.map(([name, read], i) => [name, { step: i, repeated: read.for !== undefined }]),
  );
  const at: Place = (name) => {
    const found = places.get(name);
    if (found === undefined) throw new RangeError(`${record.id} has no read ${name}`);
    return found;
  };
  return {
    delegation: eigenlayerCore.delegation,
    allocation: eigenlayerCore.allocation,
    steps: reads.map(([name, read]) => stepOf(name, read, at)),
    stakers: stakersOf(record, extras, at),
    always: extras.always ?? [],
    fallback: record.strategies,
    forced: extras.forced ?? [],
    prices: priceViews(),
    hinted: [...record.operators, ...(extras.forced ?? [])],
    listed: record.listedOperators === undefined ? null : at(record.listedOperators).step,
    pool: record.kind === 'symbiotic-v1',
  };
}

function stakersOf(record: StakeRecord, extras: Extras, at: Place): StakerSource {
  const { stakers } = record;
  if (stakers === 'person') return { kind: 'given', list: extras.stakers ?? [] };
  if ('given' in stakers) return { kind: 'given', list: stakers.given };
  return 'list' in stakers
    ? { kind: 'list', step: at(stakers.list).step }
    : { kind: 'each', step: at(stakers.each).step };
}

/** The rate views of the strategies whose token has one. */
function priceViews(): PriceView[] {
  return strategies.flatMap(({ strategy, toEth }) => {
    const data = rateCall(toEth);
    return data === null ? [] : [{ strategy, ...data }];
  });
}

/** The call that gives a token's rate, if its rate is a view. */
function rateCall(toEth: TokenToEth): { readonly to: Address; readonly data: Hex } | null {
  if (toEth.kind !== 'view' && toEth.kind !== 'inverse') return null;
  const args = toEth.arg === undefined ? [] : [word(BigInt(toEth.arg))];
  return { to: toEth.to, data: calldata(toEth.selector, ...args) };
}

function stepOf(name: string, read: StakeRead | QuoteRead, at: Place): Step {
  const over = overOf(read, at);
  const common = {
    name,
    source: sourceOf(name, read),
    over,
    max: read.max ?? (over === null ? 1 : 64),
  };
  if (read.kind === 'slot') {
    const slot = read.slot === 'admin' ? ADMIN_SLOT : IMPLEMENTATION_SLOT;
    return {
      ...common,
      ...VALUE,
      op: 'slot',
      target: { kind: 'fixed', address: read.of },
      data: slot,
      patches: [],
      ...(read.hint === undefined ? {} : { hint: read.hint }),
    };
  }
  if (read.kind === 'quote') {
    const { kind: op, to, data, gas, size } = read;
    return { ...common, op, target: { kind: 'fixed', address: to }, gas, size, data, patches: [] };
  }
  if (read.kind !== 'view') {
    return { ...common, ...VALUE, op: read.kind, target: targetOf(read.of, at), data: '0x', patches: [] };
  }
  const args = read.args ?? [];
  return {
    ...common,
    op: 'call',
    target: targetOf(read.to, at),
    gas: read.gas ?? VALUE.gas,
    size: read.size ?? VALUE.size,
    data: calldata(read.selector, ...args.map(argumentWord)),
    patches: args.flatMap((arg, i) => patchOf(arg, 4 + 32 * i, at)),
  };
}

/** How the evidence names a read: view and contract. */
function sourceOf(name: string, read: StakeRead | QuoteRead): string {
  const to = read.kind === 'view' || read.kind === 'quote' ? read.to : read.of;
  const where = typeof to === 'string' ? to : 'answerOf' in to ? `<${to.answerOf}>` : `<each>`;
  if (read.kind === 'view' || read.kind === 'quote') return `${read.sig} at ${where}`;
  if (read.kind === 'balance') return `ETH balance of ${where}`;
  return read.kind === 'code' ? `code at ${where}` : `EIP-1967 ${read.slot} slot of ${where} (${name})`;
}

function overOf(read: StakeRead | QuoteRead, at: Place): Step['over'] {
  const each = read.for;
  if (each === undefined) return null;
  if ('list' in each) return { kind: 'list', step: at(each.list).step };
  if ('through' in each) return { kind: 'through', step: at(each.through).step };
  return 'count' in each
    ? { kind: 'count', step: at(each.count).step }
    : { kind: 'each', step: at(each.each).step };
}

function targetOf(
  to: Address | { readonly answerOf: string } | { readonly item: true },
  at: Place,
): Step['target'] {
  if (typeof to === 'string') return { kind: 'fixed', address: to };
  return 'item' in to ? { kind: 'item' } : { kind: 'result', step: at(to.answerOf).step };
}

function argumentWord(arg: ReadArgument): string {
  if (typeof arg === 'object') return 'bytes4' in arg ? arg.bytes4.slice(2).padEnd(64, '0') : word(0);
  return arg.startsWith('0x') ? addressWord(arg) : word(BigInt(arg));
}

function patchOf(arg: ReadArgument, offset: number, at: Place): Step['patches'] {
  if (typeof arg !== 'object' || 'bytes4' in arg) return [];
  if ('item' in arg) return [{ offset, from: { kind: 'item' } }];
  const { step, repeated } = at(arg.answerOf);
  return [{ offset, from: { kind: repeated ? 'each' : 'first', step } }];
}

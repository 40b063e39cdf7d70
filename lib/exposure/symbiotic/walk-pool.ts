import type { Address, Hex } from '../../core/index.ts';
import {
  symbioticCore,
  symbioticEvents,
  symbioticNetworks,
  symbioticOperators,
} from '../../protocols/index.ts';

import type { Step } from '../plan.ts';
import { type Ask, type Raw, type Request, VALUE } from '../request.ts';
import type { Results } from '../steps.ts';
import { address0, addressWord, calldata, dataOf, value0, word } from '../words.ts';
import { limitEvents, type LimitEvent } from './logs.ts';

/** One promise: what the delegator says of it now, and at the oldest moment that a slash may still speak of. */
export type PairAnswers = {
  /** 64 digits: the network's address, then its own number for this part of it. */
  readonly subnetwork: string;
  readonly operator: string;
  readonly now: Raw | undefined;
  readonly before: Raw | undefined;
};

/** Who may slash for a network. */
export type NetworkAnswers = {
  readonly network: Address;
  readonly middleware: Raw | undefined;
  readonly code: Raw | undefined;
};

/** What a vault of the first kind answered beside its own views. Undecoded. */
export type PoolWalk = {
  readonly logs: Raw | undefined;
  /** Null: the log was not to be had, and the bundled lists stand in. */
  readonly events: readonly LimitEvent[] | null;
  /** Limits of the bundled networks, by subnetwork. */
  readonly limits: ReadonlyMap<string, Raw>;
  readonly pairs: readonly PairAnswers[];
  /** Promises that were not asked for, since there were too many. */
  readonly pairsLeft: number;
  readonly networks: readonly NetworkAnswers[];
  /** By subnetwork; only a vault with a veto has them. */
  readonly resolvers: ReadonlyMap<string, Raw>;
  /** The last slash requests, newest first. */
  readonly requests: readonly { readonly index: bigint; readonly raw: Raw | undefined }[];
};

/** Promises that are asked one by one. */
const MOST_PAIRS = 600;
/** Slash requests that are looked at, from the newest back. */
const MOST_REQUESTS = 64n;

const NOT_ASKED: PoolWalk = {
  logs: undefined,
  events: null,
  limits: new Map(),
  pairs: [],
  pairsLeft: 0,
  networks: [],
  resolvers: new Map(),
  requests: [],
};

/** A network's first subnetwork, as 64 digits. */
function firstSubnetwork(network: string): string {
  return `${network.slice(2).toLowerCase()}${'0'.repeat(24)}`;
}

/** The network that a subnetwork belongs to. */
export function networkOf(subnetwork: string): Address {
  return `0x${subnetwork.slice(0, 40)}`;
}

type Known = {
  readonly delegator: Address;
  readonly slasher: Address;
  readonly type: bigint | null;
  readonly operator: Address | null;
  readonly veto: boolean;
  readonly requests: bigint;
  /** Oldest capture that the next block still takes, Unix seconds; null: not known. */
  readonly oldest: bigint | null;
};

function knownOf(steps: readonly Step[], results: readonly Results[]): Known | null {
  const raw = (name: string) => results[steps.findIndex((step) => step.name === name)]?.[0];
  const [delegator, slasher] = [address0(raw('poolDelegator')), address0(raw('poolSlasher'))];
  if (delegator === null || slasher === null) return null;
  const [now, epoch] = [value0(raw('poolNow')), value0(raw('poolEpochSecs'))];
  return {
    delegator,
    slasher,
    type: value0(raw('poolDelegatorType')),
    operator: address0(raw('poolOperator')),
    veto: value0(raw('poolSlasherType')) === 1n,
    requests: value0(raw('poolRequests')) ?? 0n,
    // A block comes no sooner than a second after the one before.
    oldest: now === null || epoch === null || epoch > now ? null : now + 1n - epoch,
  };
}

function call(to: Address, selector: Hex, ...words: readonly string[]): Request {
  return { kind: 'call', to, data: calldata(selector, ...words), ...VALUE };
}

/**
 * Asks who is promised the stake of a vault of the first kind, in two or three trips after the first: the log of its
 * delegator, or the bundled lists where a node gives no log; then every promise; then who slashes for whom.
 */
export async function walkPool(
  steps: readonly Step[],
  results: readonly Results[],
  ask: Ask,
): Promise<PoolWalk> {
  const known = knownOf(steps, results);
  if (known === null) return NOT_ASKED;
  const first = await askFirst(known, ask);
  if (first.logs?.status === 'failed' && first.logs.reason === 'not-reached')
    return { ...NOT_ASKED, ...first };
  const { pairs, subnetworks } = promised(known, first);
  const asked = pairs.slice(0, MOST_PAIRS);
  const networks = [...new Set(subnetworks.map(networkOf))];
  const unread = networks.filter((network) => !first.middleware.has(network));
  const parts: Request[][] = [
    asked.flatMap(([subnetwork, operator]) => [
      call(known.delegator, '0xfd4d447c', subnetwork, addressWord(operator)),
      stakeAt(known, subnetwork, operator),
    ]),
    unread.map((network) => call(symbioticCore.middlewareService, '0xbb5ed032', addressWord(network))),
    known.veto ? subnetworks.map((subnetwork) => resolver(known.slasher, subnetwork)) : [],
    networks.flatMap((network) => codeOf(first.middleware.get(network))),
  ];
  const answers = await ask(parts.flat());
  const [stakes, middlewares, resolvers] = split(answers, parts);
  const middleware = new Map([...first.middleware, ...zip(unread, middlewares)]);
  const codes = await ask(networks.flatMap((network) => codeOf(middleware.get(network))));
  const code = codes[Symbol.iterator]();
  return {
    ...first,
    pairs: asked.map(([subnetwork, operator], i) => ({
      subnetwork,
      operator,
      now: stakes?.[2 * i],
      before: stakes?.[2 * i + 1],
    })),
    pairsLeft: pairs.length - asked.length,
    networks: networks.map((network) => {
      const raw = middleware.get(network);
      return { network, middleware: raw, code: codeOf(raw).length === 0 ? undefined : code.next().value };
    }),
    resolvers: new Map(zip(known.veto ? subnetworks : [], resolvers)),
  };
}

/** The value of a promise at the oldest moment, beside it; nothing of use where that moment is not known. */
function stakeAt({ delegator, oldest }: Known, subnetwork: string, operator: string): Request {
  return call(
    delegator,
    '0xe02f6937',
    subnetwork,
    addressWord(operator),
    word(oldest ?? 0n),
    word(128),
    word(0),
  );
}

function resolver(slasher: Address, subnetwork: string): Request {
  return call(slasher, '0xcd05b8a1', subnetwork, word(64), word(0));
}

function codeOf(middleware: Raw | undefined): Request[] {
  const to = address0(middleware);
  return to === null ? [] : [{ kind: 'code', to }];
}

function split(answers: readonly Raw[], parts: readonly (readonly Request[])[]): (readonly Raw[])[] {
  let at = 0;
  return parts.map(({ length }) => answers.slice(at, (at += length)));
}

function zip<T>(keys: readonly T[], raws: readonly Raw[] | undefined): [T, Raw][] {
  return keys.flatMap((key, i): [T, Raw][] => {
    const raw = raws?.[i];
    return raw === undefined ? [] : [[key, raw]];
  });
}

type First = Pick<PoolWalk, 'logs' | 'events' | 'limits' | 'requests'> & {
  readonly middleware: ReadonlyMap<Address, Raw>;
};

/** What can be asked as soon as delegator and slasher are known. */
async function askFirst(known: Known, ask: Ask): Promise<First> {
  const { delegator, requests, slasher, type } = known;
  const bundled = symbioticNetworks.map(([network]) => firstSubnetwork(network));
  const most = requests < MOST_REQUESTS ? requests : MOST_REQUESTS;
  const indexes = Array.from({ length: Number(most) }, (_, i) => requests - 1n - BigInt(i));
  const parts: Request[][] = [
    [{ kind: 'logs', to: delegator, from: symbioticCore.firstBlock, topics: Object.values(symbioticEvents) }],
    bundled.map((subnetwork) => call(delegator, type === 3n ? '0xd15b740e' : '0x3eb22c0f', subnetwork)),
    bundled.map((subnetwork) =>
      call(symbioticCore.middlewareService, '0xbb5ed032', addressWord(networkOf(subnetwork))),
    ),
    indexes.map((index) => call(slasher, '0x9a896551', word(index))),
  ];
  const [logs, limits, middleware, slashes] = split(await ask(parts.flat()), parts);
  const data = dataOf(logs?.[0]);
  return {
    logs: logs?.[0],
    events: data === null ? null : limitEvents(data),
    limits: new Map(zip(bundled, limits)),
    middleware: new Map(zip(bundled.map(networkOf), middleware)),
    requests: indexes.map((index, i) => ({ index, raw: slashes?.[i] })),
  };
}

type Pair = readonly [subnetwork: string, operator: string];

/** Who may be promised something: by the log all that ever were, by the lists those whose limit is not nought. */
function promised(known: Known, { events, limits }: First): { pairs: Pair[]; subnetworks: string[] } {
  const only = known.type === 2n || known.type === 3n ? known.operator : null;
  const listed = [...limits].filter(([, raw]) => value0(raw) !== 0n).map(([subnetwork]) => subnetwork);
  const subnetworks = [...new Set(events === null ? listed : events.map(({ subnetwork }) => subnetwork))];
  if (only !== null) return { subnetworks, pairs: subnetworks.map((subnetwork) => [subnetwork, only]) };
  if (events === null) {
    const readable = listed.filter((subnetwork) => value0(limits.get(subnetwork)) !== null);
    const all = readable.flatMap((subnetwork) =>
      symbioticOperators.map(([operator]): Pair => [subnetwork, operator]),
    );
    return { subnetworks, pairs: all };
  }
  const named = events.flatMap(({ subnetwork, operator }): [string, Pair][] =>
    operator === null ? [] : [[subnetwork + operator, [subnetwork, operator]]],
  );
  return { subnetworks, pairs: [...new Map(named).values()] };
}

import { type Address, type Hex, isAddress, sameAddress } from '../core/index.ts';
import { eigenlayerCore, registry } from '../protocols/index.ts';
import type { Call } from '../request/index.ts';
import type { Deposit } from './deposit.ts';
import { none, symbolOf } from './read-deposit.ts';

/** A log that a request would write, as a trial of it on a node shows. */
export type TrialLog = {
  readonly address: Address;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  /** Place of the call that wrote it among those of the request. */
  readonly call: number;
};

/** keccak256 of the events' signatures: ERC-20, and EigenLayer's StrategyManager, DelegationManager, EigenPodManager. */
const TOPICS = {
  transfer: '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef',
  deposit: '0x5548c837ab068cf56a2c2479df0882a4922fd203edb7517321831d95078c5f62',
  delegated: '0xc3ee9f2e5fda98e8066a1f745b2df9285f416fe98cf2559cd21484b3d8743304',
  podDeployed: '0x21c99d0db02213c32fff5b05cf0a718ab5f858802b91498f80d82270289d856a',
} as const;

/** The last step to a deposit that only a trial shows. */
const TRIAL = 'trial';

/** Whether only a trial shows a deposit. */
export function isTried({ via }: Pick<Deposit, 'via'>): boolean {
  return via.at(-1) === TRIAL;
}

/** The calls that were tried, all on one chain, and who may be meant by "the person". */
export type Tried = {
  readonly chainId: number;
  /** The outermost calls, in their order. */
  readonly calls: readonly Call[];
  /** The accounts that ask or act. */
  readonly people: readonly Address[];
};

/**
 * The restaking that a trial shows, whatever contract was called: restaking tokens that somebody has more of
 * afterwards, deposits of one's own into EigenLayer, a delegation, a pod. Sums are of the whole trial, so that a token
 * that only passes through counts for who keeps it. A token that changes hands to a stranger without being made, as in
 * a sale, is none; one that is made for a stranger is.
 */
export function depositsOfTrial(logs: readonly TrialLog[], tried: Tried): readonly Deposit[] {
  return [...acquired(logs, tried), ...merged(logs.flatMap((log) => positionOf(log, tried)))];
}

type Balances = {
  readonly token: Address;
  readonly of: Map<string, bigint>;
  /** By holder: how much each call of the request gave, by its place. */
  readonly givenBy: Map<string, Map<number, bigint>>;
  /** Made less destroyed, in token units. */
  made: bigint;
};

const ZERO: Address = '0x0000000000000000000000000000000000000000';

function acquired(logs: readonly TrialLog[], tried: Tried): readonly Deposit[] {
  const balances = balancesOf(logs);
  return [...balances.values()].flatMap((entry): Deposit[] => {
    const token = registry.findToken(tried.chainId, entry.token);
    if (token === null || !token.restaking) return [];
    const paid = paidWith(balances, tried);
    const from = isAddress(paid.asset) ? registry.findToken(tried.chainId, paid.asset) : null;
    const wraps = from !== null && from.restaking && from.protocol === token.protocol;
    return whoKeeps(entry, tried).map((receiver): Deposit => ({
      ...blank(tried, token.protocol, mostGiving(entry, receiver)),
      kind: wraps ? 'wrap' : 'acquires',
      asset: paid.asset,
      assetSymbol: symbolOf(tried.chainId, paid.asset),
      amount: paid.amount,
      receiver,
      gives: token.symbol,
      token: token.address,
      stake: token.stake,
      ...(token.stake === null ? { notModelled: 'What stands behind this token is not modelled.' } : {}),
    }));
  });
}

/**
 * Who has more of a token in the end: before the person a stranger who gets more of it than they do, where more of it
 * was made or the person gets some, so that a crumb for the person does not hide where the rest went.
 */
function whoKeeps({ of, made }: Balances, { chainId, people }: Tried): readonly Address[] {
  const gained = (one: Address): bigint => of.get(one.toLowerCase()) ?? 0n;
  const [person] = people
    .filter((one) => gained(one) > 0n)
    .sort((a, b) => (gained(a) === gained(b) ? 0 : gained(a) < gained(b) ? 1 : -1));
  if (person === undefined && made <= 0n) return [];
  const own = person === undefined ? 0n : gained(person);
  const strangers = [...of].filter(
    ([holder, gain]) => gain > own && holder !== ZERO && !registry.isKnown(chainId, hex(holder)),
  );
  const [most] = strangers.sort(([, a], [, b]) => (a === b ? 0 : a < b ? 1 : -1));
  return [...(most === undefined ? [] : [hex(most[0])]), ...(person === undefined ? [] : [person])];
}

/** Place of the call that gave somebody the most of a token; of the first of several. */
function mostGiving({ givenBy }: Balances, receiver: Address): number {
  const gifts = [...(givenBy.get(receiver.toLowerCase()) ?? [])];
  const most = gifts.reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0n] as const);
  return most[0];
}

/** Positions of one kind in one place are one, however often they are written down; their shares add up. */
function merged(positions: readonly Deposit[]): readonly Deposit[] {
  const all = new Map<string, Deposit>();
  for (const one of positions) {
    const key = [one.kind, one.strategy, one.operator, one.receiver].join(' ').toLowerCase();
    const before = all.get(key);
    const shares = before === undefined ? one.shares : (before.shares ?? 0n) + (one.shares ?? 0n);
    all.set(key, { ...(before ?? one), shares: one.shares === null ? null : shares });
  }
  return [...all.values()];
}

type Paid = { readonly asset: Address | 'native'; readonly amount: bigint };

/**
 * What the person gave: the one token they have less of, else the calls' own value; nothing certain otherwise, nor for
 * a smart account, whose own coins leave no log.
 */
function paidWith(
  balances: ReadonlyMap<string, Balances>,
  { calls, people }: Tried,
): Pick<Deposit, 'asset' | 'amount'> {
  const given = [...balances.values()].flatMap(({ token, of }): Paid[] => {
    const lost = people.reduce((sum, one) => sum + (of.get(one.toLowerCase()) ?? 0n), 0n);
    return lost < 0n ? [{ asset: token, amount: -lost }] : [];
  });
  const value = calls.reduce((sum, call) => sum + call.value, 0n);
  if (value > 0n) given.push({ asset: 'native', amount: value });
  const [only, more] = given;
  const unseen = calls.some(({ actors }) => actors.some(({ as }) => as !== 'asker'));
  return unseen || only === undefined || more !== undefined ? { asset: null, amount: null } : only;
}

function balancesOf(logs: readonly TrialLog[]): Map<string, Balances> {
  const balances = new Map<string, Balances>();
  for (const { address, topics, data, call } of logs) {
    const [topic, from, to] = topics.map((text) => text.toLowerCase());
    // Tokens of another kind (ERC-721) have the amount's place among the topics.
    if (topic !== TOPICS.transfer || from === undefined || to === undefined || topics.length !== 3) continue;
    const amount = data.length === 66 ? BigInt(data) : 0n;
    const key = address.toLowerCase();
    const entry = balances.get(key) ?? { token: address, of: new Map(), givenBy: new Map(), made: 0n };
    balances.set(key, entry);
    const [giver, taker] = [account(from), account(to)];
    entry.of.set(giver, (entry.of.get(giver) ?? 0n) - amount);
    entry.of.set(taker, (entry.of.get(taker) ?? 0n) + amount);
    const gifts = entry.givenBy.get(taker) ?? new Map<number, bigint>();
    entry.givenBy.set(taker, gifts.set(call, (gifts.get(call) ?? 0n) + amount));
    entry.made += (giver === ZERO ? amount : 0n) - (taker === ZERO ? amount : 0n);
  }
  return balances;
}

function account(topic: string): string {
  return `0x${topic.slice(26)}`;
}

function hex(text: string): Address {
  return `0x${text.slice(2)}`;
}

/** What one of EigenLayer's own logs says of a person's position. */
function positionOf(log: TrialLog, tried: Tried): readonly Deposit[] {
  const [topic, first, second] = log.topics.map((text) => text.toLowerCase());
  const { chainId } = tried;
  const is = (contract: Address): boolean =>
    chainId === eigenlayerCore.chainId && sameAddress(log.address, contract);
  const person = (text: string | undefined): Address | undefined =>
    text === undefined ? undefined : tried.people.find((one) => sameAddress(one, account(text)));
  const base = { ...blank(tried, 'eigenlayer', log.call), stake: 'eigenlayer-direct' };
  if (topic === TOPICS.deposit && is(eigenlayerCore.strategyManager) && log.data.length === 194) {
    const words = [0, 1, 2].map((i) => `0x${log.data.slice(2 + 64 * i, 66 + 64 * i)}`);
    const receiver = person(words[0]);
    if (receiver === undefined) return [];
    const [, strategy = '', shares = '0x0'] = words;
    return [
      {
        ...base,
        kind: 'deposit',
        receiver,
        strategy: hex(account(strategy)),
        amountUnit: 'shares',
        shares: BigInt(shares),
      },
    ];
  }
  if (topic === TOPICS.delegated && is(eigenlayerCore.delegation)) {
    const receiver = person(first);
    if (receiver === undefined || second === undefined) return [];
    return [{ ...base, kind: 'delegate', receiver, caller: receiver, operator: hex(account(second)) }];
  }
  if (topic === TOPICS.podDeployed && is(eigenlayerCore.eigenPodManager)) {
    const receiver = person(second);
    return receiver === undefined ? [] : [{ ...base, kind: 'exposure-change', receiver }];
  }
  return [];
}

/** What every deposit found by a trial has in common; the contract is that of the call it came of. */
function blank({ chainId, calls }: Tried, protocol: string, place: number) {
  const call = calls[place];
  const contract = call?.to ?? ZERO;
  return {
    ...none,
    protocol,
    chainId,
    contract,
    contractName: registry.isKnown(chainId, contract)
      ? 'a contract in the registry'
      : 'a contract that is not in the registry',
    signature: 'found by a trial',
    caller: call?.caller ?? null,
    gives: null,
    data: call?.data ?? '0x',
    via: [...(call?.via ?? []), TRIAL],
    stake: null,
  };
}

import type { Address } from '../core/index.ts';

import { addressList, queuePairs } from './decode.ts';
import { type Caps, isBeacon, type Plan } from './plan.ts';
import { type Ask, type Raw, type Request, VALUE } from './request.ts';
import { Seen } from './seen.ts';
import { delaySlot } from './slots.ts';
import { claimed, type Results, runSteps } from './steps.ts';
import { type PoolWalk, walkPool } from './symbiotic/walk-pool.ts';
import { views } from './views.ts';
import { askSets, type MemberAnswers, type SetAnswers } from './walk-sets.ts';
import { address0, addressAt, dataOf, listAt } from './words.ts';

// The order of the questions here is the order of the lens (Lens.sol): a change in one needs the other.

export type StakerAnswers = {
  readonly staker: Address;
  readonly delegatedTo: Raw | undefined;
  readonly deposited: Raw | undefined;
  readonly queue: Raw | undefined;
  /** The strategies whose shares were asked. */
  readonly strategies: readonly Address[];
  readonly shares: Raw | undefined;
};
type PairAnswers = {
  readonly operator: Address;
  readonly strategy: Address;
  readonly maxMagnitude: Raw | undefined;
  readonly allocations: Raw | undefined;
};
type OperatorAnswers = {
  readonly operator: Address;
  readonly delay: Raw | undefined;
  /** Storage slot 155. */
  readonly delayInfo: Raw | undefined;
};
export type PriceAnswers = {
  readonly strategy: Address;
  readonly underlying: Raw | undefined;
  readonly rate: Raw | undefined;
};

/** Every answer of one walk, undecoded and in the order they were met. */
export type Walk = {
  readonly results: readonly Results[];
  /** Null: the list of stakers could not be read. */
  readonly stakers: readonly StakerAnswers[] | null;
  /** Stakers that the contract claims to have and that were not walked, those whose read failed among them. */
  readonly stakersLeft: bigint;
  readonly prices: readonly PriceAnswers[];
  readonly operators: readonly OperatorAnswers[];
  readonly pairs: readonly PairAnswers[];
  readonly sets: readonly SetAnswers[];
  readonly members: readonly MemberAnswers[];
  /** What a pooled vault promised to whom; null for any other stake. */
  readonly pool?: PoolWalk | null;
};

/** Walks token, stakers, operators, strategies, sets and slashers by asking `ask`, phase by phase. */
export async function walk(plan: Plan, ask: Ask, caps: Caps): Promise<Walk> {
  const results = await runSteps(plan, ask, caps);
  const source = stakersOf(plan, results, caps);
  const stakers = await askStakers(plan, source.list, ask, caps);
  const { strategies, pairs, operators } = pairUp(plan, stakers, listedOperators(plan, results), caps);
  const prices = await askPrices(plan, strategies, ask);
  const operatorAnswers = await askOperators(plan, operators, pairs, ask);
  const sets = await askSets(plan.allocation, operatorAnswers.pairs, ask, caps);
  return {
    results,
    stakers: source.known ? stakers : null,
    stakersLeft: source.left,
    prices,
    ...operatorAnswers,
    ...sets,
    pool: plan.pool ? await walkPool(plan.steps, results, ask) : null,
  };
}

function stakersOf(plan: Plan, results: readonly Results[], caps: Caps) {
  const seen = new Seen<Address>(caps.stakers);
  const { stakers } = plan;
  const given = stakers.kind === 'given' ? stakers.list : named(stakers.kind, results[stakers.step]);
  for (const staker of given ?? []) if (staker !== null && !/^0x0*$/.test(staker)) seen.add(staker, staker);
  const asked = stakers.kind === 'each' ? plan.steps[stakers.step] : undefined;
  const names = BigInt(given?.length ?? 0);
  const unreadable = BigInt(given?.filter((staker) => staker === null).length ?? 0);
  const count = asked === undefined ? names : claimed(asked, results);
  const claim = count ?? names;
  const full = seen.list.length === caps.stakers ? names - unreadable - BigInt(caps.stakers) : 0n;
  return {
    list: seen.list,
    known: given !== null && count !== null,
    left: (claim > names ? claim - names : 0n) + unreadable + full,
  };
}

/** The stakers a step names; null where a whole list cannot be read, null items where one cannot. */
function named(kind: 'list' | 'each', results: Results | undefined): (Address | null)[] | null {
  if (results === undefined) return null;
  if (kind === 'each') {
    return results.map((raw) => {
      const answer = dataOf(raw);
      return answer === null ? null : addressAt(answer, 0);
    });
  }
  const data = dataOf(results[0]);
  const list = data === null ? null : listAt(data, 0, 0, 32);
  if (data === null || list === null) return null;
  return Array.from({ length: list.n }, (_, i) => addressAt(data, list.at + 32 * i));
}

async function askStakers(
  plan: Plan,
  list: readonly Address[],
  ask: Ask,
  caps: Caps,
): Promise<StakerAnswers[]> {
  const dm = plan.delegation;
  const first = await ask(
    list.flatMap((staker) => [
      views.delegatedTo(dm, staker),
      views.depositedShares(dm, staker),
      views.queuedWithdrawals(dm, staker),
    ]),
  );
  const own = list.map((_, i) => ownStrategies(plan, first[i * 3 + 1], caps));
  const asked = list.flatMap((staker, i) => {
    const strategies = own[i] ?? [];
    return strategies.length === 0 ? [] : [views.withdrawableShares(dm, staker, strategies)];
  });
  const shares = (await ask(asked))[Symbol.iterator]();
  return list.map((staker, i) => {
    const strategies = own[i] ?? [];
    return {
      staker,
      delegatedTo: first[i * 3],
      deposited: first[i * 3 + 1],
      queue: first[i * 3 + 2],
      strategies,
      shares: strategies.length === 0 ? undefined : shares.next().value,
    };
  });
}

/** What a staker holds by its own list; what the plan assumes where that cannot be read. */
function ownStrategies(plan: Plan, raw: Raw | undefined, caps: Caps): readonly Address[] {
  return addressList(raw, caps.strategies) ?? plan.fallback;
}

/** Operators that the token's own contracts list, each looked at in the token's usual strategies. */
function listedOperators(plan: Plan, results: readonly Results[]): Address[] {
  const raws = plan.listed === null ? [] : (results[plan.listed] ?? []);
  return raws.map((raw) => address0(raw)).filter((operator) => operator !== null);
}

function pairUp(plan: Plan, stakers: readonly StakerAnswers[], listed: readonly Address[], caps: Caps) {
  const strategies = new Seen<Address>(caps.pairs);
  const pairs = new Seen<readonly [Address, Address]>(caps.pairs);
  const add = (operator: Address | null, strategy: Address) => {
    if (/^0x0*$/.test(strategy)) return;
    strategies.add(strategy, strategy);
    if (operator !== null && !/^0x0*$/.test(operator))
      pairs.add(`${operator}${strategy}`, [operator, strategy]);
  };
  for (const staker of stakers) {
    const operator = address0(staker.delegatedTo);
    for (const strategy of staker.strategies) {
      add(operator, strategy);
      for (const forced of plan.forced) add(forced, strategy);
    }
    for (const strategy of plan.always) add(operator, strategy);
    for (const [old, strategy] of queuePairs(staker.queue)) add(old, strategy);
  }
  for (const operator of plan.forced) for (const strategy of plan.always) add(operator, strategy);
  for (const operator of listed) for (const strategy of plan.fallback) add(operator, strategy);
  const operators = new Seen<Address>(caps.pairs);
  for (const [operator] of pairs.list) operators.add(operator, operator);
  return { strategies: strategies.list, pairs: pairs.list, operators: operators.list };
}

async function askPrices(plan: Plan, strategies: readonly Address[], ask: Ask): Promise<PriceAnswers[]> {
  const asked: Request[] = [];
  const places = strategies.map((strategy) => {
    if (isBeacon(strategy)) return { strategy, underlying: -1, rate: -1 };
    const view = plan.prices.find((price) => price.strategy.toLowerCase() === strategy.toLowerCase());
    const underlying = asked.push(views.sharesToUnderlying(strategy)) - 1;
    if (view === undefined) return { strategy, underlying, rate: -1 };
    const rate = asked.push({ kind: 'call', to: view.to, data: view.data, ...VALUE }) - 1;
    return { strategy, underlying, rate };
  });
  const answers = await ask(asked);
  return places.map(({ strategy, underlying, rate }) => ({
    strategy,
    underlying: answers[underlying],
    rate: answers[rate],
  }));
}

async function askOperators(
  plan: Plan,
  operators: readonly Address[],
  pairs: readonly (readonly [Address, Address])[],
  ask: Ask,
): Promise<{ operators: OperatorAnswers[]; pairs: PairAnswers[] }> {
  const am = plan.allocation;
  const answers = await ask([
    ...operators.flatMap((operator): Request[] => [
      views.allocationDelay(am, operator),
      { kind: 'slot', to: am, slot: delaySlot(operator) },
    ]),
    ...pairs.flatMap(([operator, strategy]) => [
      views.maxMagnitude(am, operator, strategy),
      views.strategyAllocations(am, operator, strategy),
    ]),
  ]);
  const from = operators.length * 2;
  return {
    operators: operators.map((operator, i) => ({
      operator,
      delay: answers[i * 2],
      delayInfo: answers[i * 2 + 1],
    })),
    pairs: pairs.map(([operator, strategy], i) => ({
      operator,
      strategy,
      maxMagnitude: answers[from + i * 2],
      allocations: answers[from + i * 2 + 1],
    })),
  };
}

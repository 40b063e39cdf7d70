import { analyse, type StakeAnswer, type WadRange } from '../../lib/risk/index.ts';
import { study } from '../../lib/risk/analyse.ts';
import { nowBlock, snapshotOf } from './snapshot.ts';
import { entriesOf, positionsOf, sharesIn, type Slash, slashesOf, type Stake, type State } from './state.ts';

/** Rules of `facts/eigenlayer-vectors.md`; `idle`: stake without an operator, which nobody can slash (A and B). */
export type RuleId = 'idle' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J';

/** One comparison. `outside`: by how many wei the figure lies outside its interval before the allowance. */
export type Check = {
  readonly rule: RuleId;
  readonly who: string;
  readonly strategy: string;
  readonly expected: string;
  readonly found: bigint | string;
  readonly ok: boolean;
  readonly outside: bigint;
};

const WAD = 10n ** 18n;

function down(value: bigint, wad: string): bigint {
  return (value * BigInt(wad)) / WAD;
}

function up(value: bigint, wad: string): bigint {
  return (value * BigInt(wad) + WAD - 1n) / WAD;
}

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

function stakeAnswer(input: unknown): StakeAnswer {
  const answer = analyse(input);
  if (!('pending' in answer)) throw new Error(`no figures: ${JSON.stringify(answer)}`);
  return answer;
}

function who({ staker, queued }: Stake): string {
  return queued === null ? staker : `${staker} withdrawal ${queued.nonce}`;
}

type Interval = { readonly lo: bigint; readonly hi: bigint; readonly allowance: bigint };

/** A loss against an interval; outside it by no more than the allowance is fine. */
function bracket(
  rule: RuleId,
  name: string,
  strategy: string,
  loss: bigint,
  { lo, hi, allowance }: Interval,
): Check {
  const outside = loss < lo ? lo - loss : loss > hi ? loss - hi : 0n;
  return {
    rule,
    who: name,
    strategy,
    expected: `${lo} to ${hi} (+/- ${allowance})`,
    found: loss,
    ok: outside <= allowance,
    outside,
  };
}

function wei({ loWad, hiWad }: WadRange, value: bigint, allowance: bigint): Interval {
  return { lo: down(value, loWad), hi: up(value, hiWad), allowance };
}

/** Without an operator nothing can be lost, and no rounding excuses it. */
function allowanceOf(stake: Stake): bigint {
  return stake.operator === null ? 0n : stake.allowance;
}

function changesOf(state: State, kind: string): State['worstCases'][number] | undefined {
  return state.worstCases.find((one) => one.kind === kind);
}

const IMMEDIATE = 'allSlashableSets100pctNextBlock';
const LATER = 'afterAllPendingIncreasesEffective100pct';

/** Rules A and B: the worst of the next block, one position or queue entry at a time. */
function singles(state: State, rule: 'A' | 'B', stakes: readonly Stake[]): readonly Check[] {
  const worst = changesOf(state, IMMEDIATE);
  if (worst === undefined) return [];
  return stakes.map((stake) => {
    const { slashableNow } = stakeAnswer(snapshotOf(state, 'direct', [stake]));
    const loss = stake.value - sharesIn(worst.stakersAfter, stake, stake.value);
    return bracket(
      stake.operator === null ? 'idle' : rule,
      who(stake),
      stake.strategy,
      loss,
      wei(slashableNow, stake.value, allowanceOf(stake)),
    );
  });
}

/** Rule C: the same, all stakers of the state as one token. */
function token(state: State, stakes: readonly Stake[]): readonly Check[] {
  const worst = changesOf(state, IMMEDIATE);
  if (worst === undefined || stakes.length === 0) return [];
  const total = stakes.reduce((sum, { value }) => sum + value, 0n);
  const allowance = stakes.reduce((sum, stake) => sum + allowanceOf(stake), 0n);
  const loss = stakes.reduce(
    (sum, stake) => sum + stake.value - sharesIn(worst.stakersAfter, stake, stake.value),
    0n,
  );
  const { slashableNow } = stakeAnswer(snapshotOf(state, 'lrt', stakes));
  return [bracket('C', 'all stakers', 'all', loss, wei(slashableNow, total, allowance))];
}

/** A slash takes a share x/M of what is at its operator, in its strategies, and still slashable in its block. */
function touches(state: State, slash: Slash, stake: Stake): boolean {
  if (stake.operator !== slash.operator || !slash.strategies.includes(stake.strategy)) return false;
  // Without an allocation there is nothing to slash: every loss must be 0.
  if (allocationOf(state, slash, stake.strategy) === undefined) return false;
  return stake.queued === null || stake.queued.lastBlock >= slash.block;
}

function allocationOf(state: State, { operator, set }: Pick<Slash, 'operator' | 'set'>, strategy: string) {
  return state.operators
    .find(({ id }) => id === operator)
    ?.magnitudes.find((one) => one.strategy === strategy)
    ?.allocations.find((one) => one.set === set);
}

/** Rule E's magnitude: what is slashed of the current one, settled at the block of the slash. */
function slashedMagnitude(state: State, slash: Slash, strategy: string): bigint {
  const one = allocationOf(state, slash, strategy);
  const wad = slash.wads[slash.strategies.indexOf(strategy)];
  if (one === undefined || wad === undefined) return 0n;
  const due = one.effectBlock !== 0 && one.effectBlock <= slash.block;
  const current = BigInt(one.currentMagnitude) + (due ? BigInt(one.pendingDiff) : 0n);
  return ceilDiv(current * BigInt(wad), WAD);
}

/** The stake at an operator that has exactly `x` at risk, through the code that serves a deposit, in wei. */
function lossOf(state: State, stake: Stake, x: bigint): Interval {
  const snapshot = snapshotOf(state, 'direct', [stake]);
  const allocation = {
    avs: 'one',
    set: 0,
    pendingDiff: '0',
    effectBlock: 0,
    slashable: true,
    strategyInSet: true,
  };
  const operators = snapshot.operators
    .filter(({ id }) => id === stake.operator)
    .map((operator) => ({
      ...operator,
      books: operator.books
        .filter(({ strategy }) => strategy === stake.strategy)
        .map((book) => ({ ...book, allocations: [{ ...allocation, current: String(x) }] })),
    }));
  const one = study({ ...snapshot, operators });
  if (!('kind' in one) || one.kind !== 'stake') throw new Error(`no figures: ${JSON.stringify(one)}`);
  return { ...one.tally.sums.now, allowance: stake.allowance };
}

/** Rules D, E and F: one executed slash, everything it could and could not touch. */
function slashed(state: State, slash: Slash, stakes: readonly Stake[]): readonly Check[] {
  const changes = slash.stakersAfter;
  return stakes.flatMap((stake) => {
    const loss = stake.value - sharesIn(changes, stake, stake.value);
    const name = `${who(stake)}, slash of ${slash.operator} by ${slash.set}`;
    if (!touches(state, slash, stake))
      return [bracket('D', name, stake.strategy, loss, { lo: 0n, hi: 0n, allowance: 0n })];
    const exact = lossOf(state, stake, slashedMagnitude(state, slash, stake.strategy));
    const { worstSet } = stakeAnswer(snapshotOf(state, 'direct', [stake]));
    const most = up(stake.value, worstSet?.hiWad ?? '0');
    return [
      bracket('E', name, stake.strategy, loss, exact),
      bracket('F', name, stake.strategy, loss, { lo: 0n, hi: most, allowance: stake.allowance }),
    ];
  });
}

/** An exit beyond every scheduled block. */
const FAR_EXIT = 1_000_000;

/** Rule G: all announced growth in force, then everything slashed. */
function scheduled(state: State, stakes: readonly Stake[]): readonly Check[] {
  const worst = changesOf(state, LATER);
  if (worst === undefined) return [];
  const delegated = stakes.filter(({ operator }) => operator !== null);
  return delegated.map((stake) => {
    const before = sharesIn(worst.stakersBefore ?? [], stake, stake.value);
    const loss = before - sharesIn(worst.stakersAfter, stake, before);
    const { scheduledPeakHiWad } = stakeAnswer(snapshotOf(state, 'direct', [stake], FAR_EXIT));
    const hi = up(stake.value, scheduledPeakHiWad);
    return bracket('G', who(stake), stake.strategy, loss, { lo: 0n, hi, allowance: allowanceOf(stake) });
  });
}

type Magnitudes = {
  readonly v: bigint;
  readonly M: bigint;
  readonly c: bigint;
  readonly settled: bigint;
  readonly allocated: boolean;
};

function magnitudesOf(state: State, o: number, s: number, set: string): Magnitudes {
  const operator = state.operators[o];
  const strategy = state.strategies[s]?.id;
  const book = operator?.magnitudes.find((one) => one.strategy === strategy);
  const one = book?.allocations.find((allocation) => allocation.set === set);
  const c = BigInt(one?.currentMagnitude ?? 0);
  const due = one !== undefined && one.effectBlock !== 0 && one.effectBlock <= nowBlock(state);
  const settled = due ? c + BigInt(one.pendingDiff) : c;
  return {
    v: BigInt(operator?.shares[s] ?? 0),
    M: BigInt(book?.max ?? 0),
    c,
    settled,
    allocated: one !== undefined,
  };
}

/** Rule H: the contract's own view of allocated stake, at the read block. */
function allocated(state: State, { set, allocatedStake }: State['views'][number]): readonly Check[] {
  return allocatedStake.flatMap((row, o) =>
    row.map((view, s): Check => {
      const { v, M, c } = magnitudesOf(state, o, s, set);
      const expected = M === 0n || v === 0n ? 0n : (v * ((c * WAD) / M)) / WAD;
      const name = `${state.operators[o]?.id ?? '?'} in ${set}`;
      const strategy = state.strategies[s]?.id ?? '?';
      return bracket('H', name, strategy, BigInt(view), { lo: expected, hi: expected, allowance: 0n });
    }),
  );
}

/** Rule I: the contract's lower bound never lies above what can be slashed, where there is an allocation. */
function minimum(state: State, { set, minimumSlashableStake }: State['views'][number]): readonly Check[] {
  const future = minimumSlashableStake.filter(({ futureBlock }) => futureBlock >= nowBlock(state));
  return future.flatMap(({ futureBlock, stake }) =>
    stake.flatMap((row, o) =>
      row.flatMap((view, s): Check[] => {
        const { v, M, settled, allocated: has } = magnitudesOf(state, o, s, set);
        if (v === 0n || !has) return [];
        const operator = state.operators[o];
        const counts = operator?.slashableBy.includes(set) === true && M > 0n;
        const hi = counts ? ceilDiv(v * settled, M) : 0n;
        const name = `${operator?.id ?? '?'} in ${set} at ${futureBlock}`;
        const strategy = state.strategies[s]?.id ?? '?';
        return [bracket('I', name, strategy, BigInt(view), { lo: 0n, hi, allowance: 1n })];
      }),
    ),
  );
}

function ordered(parts: readonly string[]): boolean {
  return parts.every((part, index) => index === 0 || BigInt(parts[index - 1] ?? 0) <= BigInt(part));
}

/** Rule J: what can be slashed today is part of what needs no notice, which is part of what comes before exit. */
function nested(state: State, groups: readonly (readonly Stake[])[]): readonly Check[] {
  return groups.map((stakes): Check => {
    const {
      slashableNow: now,
      noNotice,
      beforeExit,
      scheduledPeakHiWad,
    } = stakeAnswer(snapshotOf(state, stakes.length === 1 ? 'direct' : 'lrt', stakes));
    const ok =
      ordered([now.loWad, noNotice.loWad, beforeExit.loWad]) &&
      ordered([now.hiWad, noNotice.hiWad, beforeExit.hiWad]) &&
      ordered([now.hiWad, scheduledPeakHiWad]);
    const name = stakes.length === 1 && stakes[0] !== undefined ? who(stakes[0]) : 'all stakers';
    const found = JSON.stringify({ now, noNotice, beforeExit, scheduledPeakHiWad });
    const strategy = stakes.length === 1 ? (stakes[0]?.strategy ?? '?') : 'all';
    return {
      rule: 'J',
      who: name,
      strategy,
      expected: 'now <= noNotice <= beforeExit',
      found,
      ok,
      outside: 0n,
    };
  });
}

/** All rules on one state. */
export function checkState(state: State): readonly Check[] {
  const positions = positionsOf(state);
  const entries = entriesOf(state);
  const all = [...positions, ...entries];
  return [
    ...singles(state, 'A', positions),
    ...singles(state, 'B', entries),
    ...token(state, all),
    ...slashesOf(state).flatMap((one) => slashed(state, one, all)),
    ...scheduled(state, all),
    ...state.views.flatMap((one) => [...allocated(state, one), ...minimum(state, one)]),
    ...nested(state, [...all.map((one) => [one]), ...(all.length > 0 ? [all] : [])]),
  ];
}

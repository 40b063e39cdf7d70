import type { Address } from '../../../lib/core/index.ts';
import {
  type EigenLayerState,
  MAINNET_DELAYS,
  type OperatorState,
  type SetState,
  type StakerState,
} from '../eigenlayer-state.ts';
import { queuedWei, sumWei } from '../expected.ts';
import type { ContractState } from '../stand-in.ts';
import type { Expected, ExpectedExit, World, WorldMoment, WorldName } from '../world-types.ts';
import { baseContracts, merged, SHARE_RATES, WHITELIST } from './base.ts';
import { bridgeContracts } from './bridges.ts';
import { marketContracts } from './markets.ts';
import { slashers } from './operators.ts';
import { pods } from './parts.ts';
import { changeCode, type ChangedCode, hideBooks } from './variants.ts';

/** What a token's world is made from. */
export type TokenInput = {
  readonly name: WorldName;
  readonly about: string;
  readonly kind?: Expected['kind'];
  readonly sets: readonly SetState[];
  readonly operators: readonly OperatorState[];
  readonly stakers: readonly StakerState[];
  /** Stakers of the state that are not the token's; left out: all are. */
  readonly strangers?: readonly StakerState[];
  readonly idleWei: bigint;
  readonly untracedWei: bigint;
  readonly strategies: readonly Address[];
  readonly exit: ExpectedExit;
  readonly upgradeDelaySecs: bigint;
  readonly admin: Expected['admin'];
  /** `since`: as in `Expected`; `changed`: what the variant `over` changes, null where no code was published. */
  readonly code: { readonly since: string | null; readonly changed: ChangedCode | null };
  /** Left out: no view tells it. */
  readonly rateUpdatedAt?: bigint;
  /** Operators whose books the variant `unknown` hides. */
  readonly hidden: readonly Address[];
  readonly listedOperators?: readonly Address[];
  /** The token's contracts and named figures, given the total. */
  readonly token: (
    totalWei: bigint,
    state: EigenLayerState,
  ) => {
    readonly contracts: readonly ContractState[];
    readonly figures: Readonly<Record<string, bigint>>;
  };
};

/** A world around one token: the stand-ins, its contracts and what must be read from them. */
export function tokenWorld({ variant, block, timestamp }: WorldMoment, input: TokenInput): World {
  const { sets, operators, stakers, strangers = [] } = input;
  const eigenlayer: EigenLayerState = {
    constants: MAINNET_DELAYS,
    whitelist: WHITELIST,
    sets,
    operators,
    stakers: [...stakers, ...strangers],
  };
  const traced = stakers.reduce(
    (sum, staker) =>
      sum + sumWei(eigenlayer, staker, SHARE_RATES) + queuedWei(eigenlayer, staker, SHARE_RATES),
    0n,
  );
  const totalWei = traced + input.untracedWei + input.idleWei;
  const { contracts, figures } = input.token(totalWei, eigenlayer);
  const market = marketContracts(input.name, figures['rate'], timestamp);
  return {
    name: input.name,
    variant,
    about: input.about,
    block,
    timestamp,
    eigenlayer,
    contracts: merged([
      ...baseContracts(),
      ...slashers(sets.length, variant),
      ...contracts,
      ...market,
      ...bridgeContracts(input.name),
      ...pods(stakers),
      ...hideBooks(variant, input.hidden, input.strategies),
      ...changeCode(variant, input.code.changed),
    ]),
    expected: {
      kind: input.kind ?? 'lrt',
      totalWei,
      idleWei: input.idleWei,
      untracedWei: input.untracedWei,
      figures: { totalWei, idleWei: input.idleWei, ...figures },
      depositsPaused: false,
      redemptionPaused: false,
      upgradeDelaySecs: input.upgradeDelaySecs,
      admin: input.admin,
      codeSince: input.code.since,
      changedCode: variant === 'over' ? (input.code.changed?.role ?? null) : null,
      rateUpdatedAt: input.rateUpdatedAt ?? null,
      slashed: slashed(input),
      exit: input.exit,
      stakers: stakers.map((staker) => staker.address),
      strategies: input.strategies,
      shareRates: SHARE_RATES,
      unreadable: variant === 'unknown' ? input.hidden : [],
      ...(input.listedOperators === undefined ? {} : { listedOperators: input.listedOperators }),
    },
  };
}

/** Whether an operator that a staker, a withdrawal of one or the token's own list names was ever slashed. */
function slashed({ operators, stakers, listedOperators = [] }: TokenInput): boolean {
  const behind = new Set([
    ...listedOperators,
    ...stakers.flatMap(({ operator, queued }) => [operator, ...queued.map(({ delegatedTo }) => delegatedTo)]),
  ]);
  return operators.some(
    ({ address, books }) => behind.has(address) && books.some(({ history }) => history.length > 0),
  );
}

import { known, max, min, mulDivUp, type Reading, unknown, WAD } from '../../core/index.ts';

import type { Answers } from '../answers.ts';
import { figure, holds } from '../expression.ts';
import type { KindFindings, StakeReading } from '../findings.ts';
import { snapshotHead } from '../snapshot-parts.ts';
import type { Snapshot } from '../snapshot.ts';
import { frozenCode } from './code.ts';
import { type Collateral, collateralOf, depositInEth, inEth, joining } from './collateral.ts';
import { type Promises, promisesOf } from './promises.ts';
import { type PendingSlash, pendingSlashes } from './requests.ts';
import { networkSets } from './networks.ts';
import { remarksOf, type SlasherKind } from './remarks.ts';

/** What stands in a vault of the first kind, in base units of its token. */
type Held = { readonly active: bigint; readonly leavingNow: bigint; readonly leavingNext: bigint };

/** A deposit into a vault of the first kind, or into a token that holds one. */
export function firstVault(reading: StakeReading): KindFindings {
  const { answers, walk, record } = reading;
  const collateral = collateralOf(answers, record.holder === undefined ? null : answers.word('share'));
  const genuine = genuineVault(answers);
  const slasher = slasherOf(answers);
  const pending = pendingOf(reading);
  const held = genuine.status === 'unknown' ? genuine : heldIn(answers);
  const promises =
    held.status === 'unknown' || walk.pool == null ? null : promisesIn(reading, held.value, pending);
  const depositWei = depositInEth(reading.deposit, collateral);
  return {
    snapshots: [snapshotOf(reading, held, slasher, promises, collateral, depositWei)],
    figures: {
      ...figuresOf(reading, held, collateral, promises),
      ...pendingFigures(held, pending, collateral),
      depositWei,
    },
    depositsPaused:
      record.holder === undefined ? depositsClosed(answers) : holds(record.depositsPaused, answers),
    redemptionPaused:
      record.holder === undefined
        ? known(false, 'the vault has no pause (symbioticfi/core Vault.sol)', null)
        : holds(record.redemptionPaused, answers),
    // The price of a share is that of the same block, so it shows every slash; when the last one was is not read.
    lastSlashAt: unknown('not-modelled', 'slashes of this vault'),
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    remarks: remarksOf(reading, { genuine, slasher, pending }),
    unread: promises?.unread ?? [],
    sets: walk.pool == null ? [] : networkSets(walk.pool, answers),
    code: frozenCode(reading),
  };
}

/** The contract is a vault of Symbiotic's own factory and of the first kind. */
function genuineVault(answers: Answers): Reading<true> {
  const [entity, version] = [answers.word('poolIsEntity'), answers.word('poolVersion')];
  if (entity.status === 'unknown') return entity;
  if (version.status === 'unknown') return version;
  if (entity.value !== 1n) return unknown('no-source', 'the factory does not know this vault');
  if (version.value !== 1n && version.value !== 2n)
    return unknown('not-modelled', `version ${version.value} of the vault`);
  return known(true, entity.source, entity.block);
}

function heldIn(answers: Answers): Reading<Held> {
  const [active, total] = [answers.word('poolActive'), answers.word('poolTotal')];
  const leavingNow = answers.word('poolLeaving');
  if (active.status === 'unknown') return active;
  if (total.status === 'unknown') return total;
  if (leavingNow.status === 'unknown') return leavingNow;
  const leavingNext = total.value - active.value - leavingNow.value;
  return leavingNext < 0n
    ? unknown('malformed', total.source)
    : known({ active: active.value, leavingNow: leavingNow.value, leavingNext }, total.source, total.block);
}

/** Who carries out slashes: nobody, at once, after a time to object, or not known. */
function slasherOf(answers: Answers): SlasherKind {
  const slasher = answers.word('poolSlasher');
  if (slasher.status === 'unknown') return 'unknown';
  if (slasher.value === 0n) return 'none';
  const type = answers.word('poolSlasherType');
  if (type.status === 'unknown') return 'unknown';
  return type.value === 0n ? 'instant' : type.value === 1n ? 'veto' : 'unknown';
}

function pendingOf({ answers, walk, block }: StakeReading): Reading<readonly PendingSlash[]> {
  if (slasherOf(answers) !== 'veto')
    return slasherOf(answers) === 'unknown'
      ? unknown('not-modelled', 'slash requests of this slasher')
      : known([], 'no requests: a slash is carried out at once, or not at all', null);
  const [count, veto] = [answers.word('poolRequests'), answers.word('poolVetoSecs')];
  const epoch = answers.word('poolEpochSecs');
  if (count.status === 'unknown') return count;
  if (veto.status === 'unknown') return veto;
  if (epoch.status === 'unknown') return epoch;
  if (walk.pool == null) return unknown('not-reached', 'slashRequests');
  return pendingSlashes(walk.pool, count.value, {
    now: block.timestamp,
    epochSecs: epoch.value,
    vetoSecs: veto.value,
  });
}

const BLOCK_SECS = 12n;

function promisesIn(
  { answers, walk, block }: StakeReading,
  held: Held,
  pending: Reading<readonly PendingSlash[]>,
): Promises | null {
  const [epoch, type] = [answers.word('poolEpochSecs'), answers.word('poolDelegatorType')];
  const pool = walk.pool ?? null;
  if (pool === null) return null;
  if (slasherOf(answers) === 'none') return { stakes: [], unlisted: 0n, unread: [] };
  const past = epoch.status === 'known' ? epoch.value / BLOCK_SECS + 1n : block.number;
  const promises = promisesOf({
    walk: pool,
    pool: poolOf(held),
    type: type.status === 'known' && type.value < 4n ? Number(type.value) : null,
    pending: pending.status === 'known' ? pending.value : [],
    oldestBlock: block.number - past,
  });
  return epoch.status === 'known' ? promises : { ...promises, unlisted: null };
}

function poolOf({ active, leavingNow, leavingNext }: Held): bigint {
  return active + leavingNow + leavingNext;
}

function snapshotOf(
  reading: StakeReading,
  held: Reading<Held>,
  slasher: SlasherKind,
  promises: Promises | null,
  collateral: Collateral,
  depositWei: Reading<bigint>,
): Snapshot {
  const epoch = reading.answers.word('poolEpochSecs');
  const amounts = held.status === 'known' ? held.value : null;
  const pool = amounts === null ? null : poolOf(amounts);
  const joins = pool === null ? null : joiningOf(reading, pool, collateral);
  return {
    kind: 'symbiotic',
    depositWei: depositWei.status === 'known' ? depositWei.value.toString() : null,
    nowBlock: snapshotHead(reading).nowBlock,
    blockSeconds: reading.blockSeconds,
    lines: [],
    operators: [],
    symbiotic: {
      activeStakeWei: amounts?.active.toString() ?? null,
      withdrawalsCurrentWei: amounts?.leavingNow.toString() ?? null,
      withdrawalsNextWei: amounts?.leavingNext.toString() ?? null,
      slasher,
      epochDurationSecs: epoch.status === 'known' && epoch.value < 1n << 48n ? Number(epoch.value) : null,
      stakes: promises?.stakes ?? null,
      unlistedWei: (promises?.unlisted ?? pool)?.toString() ?? null,
      joiningWei: joins?.toString() ?? null,
    },
  };
}

/**
 * What the pool grows by until a loss of it is one of the depositor's, in base units: the deposit itself, and for a
 * token that holds only a part of the pool, beside idle funds, so much more that the low end is that of the token.
 */
function joiningOf(
  { record, answers, deposit }: StakeReading,
  pool: bigint,
  collateral: Collateral,
): bigint | null {
  const own = joining(deposit, collateral);
  if (own === null || record.holder === undefined) return own;
  const [part, total] = [answers.word('poolHeld'), answers.word('total')];
  if (part.status === 'unknown' || total.status === 'unknown' || part.value === 0n) return null;
  const whole = max(total.value, part.value) + own;
  return mulDivUp(pool + own, whole, part.value) - pool;
}

function figuresOf(
  { record, answers, walk }: StakeReading,
  held: Reading<Held>,
  collateral: Collateral,
  promises: Promises | null,
): Record<string, Reading<bigint>> {
  const amount = (pick: (amounts: Held) => bigint): Reading<bigint> =>
    held.status === 'unknown' ? held : { ...held, value: pick(held.value) };
  const pool = amount(poolOf);
  const scope = {
    answers,
    traced: inEth(
      amount(({ active }) => active),
      collateral.rate,
    ),
    found: true,
  };
  const own = Object.entries(record.figures).map(([name, entry]) => [name, figure(entry, scope)] as const);
  const sum = (promises?.stakes ?? []).reduce((total, { stakeWei }) => total + BigInt(stakeWei ?? 0), 0n);
  const promised: Reading<bigint> =
    promises === null || promises.unread.length > 0
      ? unknown(promises?.unread[0]?.reason ?? 'not-reached', 'promises of the vault')
      : known(sum, 'delegator.stake of every promise', answers.block);
  return {
    totalWei: inEth(pool, collateral.rate),
    poolStake: pool,
    poolActive: amount(({ active }) => active),
    poolLeaving: amount(({ leavingNow, leavingNext }) => leavingNow + leavingNext),
    poolPromised: promised,
    ...(walk.pool?.events == null
      ? {}
      : { poolEvents: known(BigInt(walk.pool.events.length), 'eth_getLogs', answers.block) }),
    epochSecs: answers.word('poolEpochSecs'),
    ...(slasherOf(answers) === 'veto' ? { vetoSecs: answers.word('poolVetoSecs') } : {}),
    ...Object.fromEntries(own),
  };
}

/** What is asked for already, and the most of a new deposit that it would take. */
function pendingFigures(
  held: Reading<Held>,
  pending: Reading<readonly PendingSlash[]>,
  collateral: Collateral,
): Record<string, Reading<bigint>> {
  if (pending.status === 'unknown' || held.status === 'unknown') {
    const why = pending.status === 'unknown' ? pending : held;
    const missing = why.status === 'unknown' ? unknown(why.reason, why.source) : unknown('not-reached');
    return { pendingSlashes: missing, pendingSlashWad: missing };
  }
  const sum = pending.value.reduce((total, { amount }) => total + amount, 0n);
  const { active } = held.value;
  const share = sum === 0n ? 0n : active === 0n ? WAD : mulDivUp(min(sum, active), WAD, active);
  const from = { ...pending, block: held.block };
  const ends = pending.value.reduce((last, { vetoDeadline }) => max(last, vetoDeadline), 0n);
  return {
    pendingSlashes: { ...from, value: BigInt(pending.value.length) },
    pendingSlashWad: { ...from, value: share },
    pendingSlashWei: inEth({ ...from, value: sum }, collateral.rate),
    ...(pending.value.length === 0 ? {} : { pendingSlashUntil: { ...from, value: ends } }),
  };
}

/** Whether nobody can deposit now: the limit is reached. Whom a list lets in is not asked, since it would say who asks. */
function depositsClosed(answers: Answers): Reading<boolean> {
  const [listed, limited] = [answers.word('poolWhitelist'), answers.word('poolHasLimit')];
  if (limited.status === 'unknown') return limited;
  if (limited.value !== 0n) {
    const [active, limit] = [answers.word('poolActive'), answers.word('poolLimit')];
    if (active.status === 'unknown') return active;
    if (limit.status === 'unknown') return limit;
    if (active.value >= limit.value) return { ...limit, value: true };
  }
  if (listed.status === 'unknown') return listed;
  if (listed.value !== 0n)
    return unknown('no-source', 'whether you are on the list of those who may deposit');
  return { ...listed, value: false };
}

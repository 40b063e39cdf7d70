import { min, type Reading, unknown } from '../../core/index.ts';
import { symbioticAdapters } from '../../protocols/index.ts';

import type { Answers } from '../answers.ts';
import type { KindFindings, StakeReading } from '../findings.ts';
import { snapshotHead } from '../snapshot-parts.ts';
import type { SnapshotPool } from '../snapshot.ts';
import type { Unread } from '../stake-lines.ts';
import { word } from '../words.ts';
import { frozenCode } from './code.ts';
import { collateralOf, depositInEth, inEth, joining } from './collateral.ts';
import { factoryRead } from './reads.ts';
import { networkOf } from './walk-pool.ts';

/** One adapter of a vault of the second kind, in base units of what the vault holds. */
type Adapter =
  /** A service may slash so much of it, at once. */
  | {
      readonly kind: 'slashing';
      readonly subnetwork: bigint;
      readonly operator: bigint;
      readonly stake: bigint;
    }
  /** Lent, or a claim: other risks. */
  | { readonly kind: 'other' }
  /** Nobody says what it is, or what it holds could not be read. `most`: null, up to all of the vault. */
  | { readonly kind: 'unknown'; readonly most: bigint | null; readonly reason: Unread['reason'] };

/** A deposit into a vault of the second kind: what its restaking adapters may lose, and what others may be. */
export function secondVault(reading: StakeReading): KindFindings {
  const { answers } = reading;
  const collateral = collateralOf(answers);
  const total = totalOf(answers);
  const adapters = adaptersOf(answers);
  const depositWei = depositInEth(reading.deposit, collateral);
  const joins = joining(reading.deposit, collateral);
  return {
    snapshots: [
      {
        kind: 'symbiotic',
        depositWei: depositWei.status === 'known' ? depositWei.value.toString() : null,
        nowBlock: snapshotHead(reading).nowBlock,
        blockSeconds: reading.blockSeconds,
        lines: [],
        operators: [],
        symbiotic: poolOf(total, adapters, joins),
      },
    ],
    figures: {
      totalWei: inEth(total, collateral.rate),
      poolStake: total,
      poolFree: answers.word('poolFree'),
      adapters: answers.word('poolAdapterCount'),
      depositWei,
    },
    depositsPaused: depositsClosed(answers),
    // None was found by those who read the code, which is not the same as that there is none.
    redemptionPaused: unknown('no-source', 'no view of a pause of the whole vault is known'),
    lastSlashAt: unknown('not-modelled', 'slashes of this vault'),
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    remarks: remarksOf(total, adapters),
    unread: unreadOf(adapters),
    code: frozenCode(reading),
  };
}

/** Open where anybody may deposit; where not, only the depositor could ask whether the vault lets them in. */
function depositsClosed(answers: Answers): Reading<boolean> {
  const most = answers.word('poolMaxDeposit');
  if (most.status === 'unknown') return most;
  return most.value > 0n
    ? { ...most, value: false }
    : unknown('no-source', 'the vault tells only the depositor whether a deposit is let in');
}

/** What the vault holds, where the factory knows it and it is of the second kind. */
function totalOf(answers: Answers): Reading<bigint> {
  const [entity, version] = [answers.word('poolIsEntity'), answers.word('poolVersion')];
  if (entity.status === 'unknown') return entity;
  if (version.status === 'unknown') return version;
  if (entity.value !== 1n) return unknown('no-source', 'the factory does not know this vault');
  if (version.value !== 3n) return unknown('not-modelled', `version ${version.value} of the vault`);
  return answers.word('poolTotal');
}

/** All adapters of the vault, or why their list is not known. */
function adaptersOf(answers: Answers): Reading<readonly Adapter[]> {
  const list = answers.words('poolAdapters');
  if (list.status === 'unknown') return list;
  return { ...list, value: list.value.map((_, turn) => adapterAt(answers, turn)) };
}

function says(reading: Reading<bigint>): boolean {
  return reading.status === 'known' && reading.value === 1n;
}

function adapterAt(answers: Answers, turn: number): Adapter {
  const isOf = ({ name }: { readonly name: string }) => answers.turn(factoryRead(name), turn, 0);
  const unsure = (reading: Reading<bigint>): Adapter => {
    const holds = answers.turn('poolAdapterTotal', turn, 0);
    const reason = reading.status === 'unknown' ? reading.reason : 'no-source';
    return { kind: 'unknown', most: holds.status === 'known' ? holds.value : null, reason };
  };
  if (symbioticAdapters.slashing.some((factory) => says(isOf(factory)))) {
    const stake = answers.turn('poolSlashable', turn, 0);
    const subnetwork = answers.turn('poolSubnetwork', turn, 0);
    const operator = answers.turn('poolAdapterOperator', turn, 0);
    if (stake.status === 'unknown') return unsure(stake);
    if (subnetwork.status === 'unknown') return unsure(subnetwork);
    if (operator.status === 'unknown') return unsure(operator);
    return { kind: 'slashing', subnetwork: subnetwork.value, operator: operator.value, stake: stake.value };
  }
  if (symbioticAdapters.other.some((factory) => says(isOf(factory)))) return { kind: 'other' };
  return unsure(unknown('no-source'));
}

/** No veto; no bound on leaving. An adapter of unknown kind may be slashed for all it holds, or all there is. */
function poolOf(
  total: Reading<bigint>,
  adapters: Reading<readonly Adapter[]>,
  joins: bigint | null,
): SnapshotPool {
  const held = total.status === 'known' ? total.value : null;
  const list = adapters.status === 'known' ? adapters.value : null;
  const stakes = (list ?? []).flatMap((adapter) => {
    if (adapter.kind !== 'slashing' || adapter.stake === 0n) return [];
    const subnetwork = word(adapter.subnetwork);
    return [
      {
        subnetwork: `0x${subnetwork}`,
        network: networkOf(subnetwork),
        operator: `0x${word(adapter.operator).slice(24)}`,
        stakeWei: adapter.stake.toString(),
      },
    ];
  });
  const unlisted =
    list?.reduce<bigint | null>((sum, adapter) => {
      if (adapter.kind !== 'unknown') return sum;
      return sum === null || adapter.most === null ? null : sum + adapter.most;
    }, 0n) ?? null;
  return {
    activeStakeWei: held?.toString() ?? null,
    withdrawalsCurrentWei: '0',
    withdrawalsNextWei: '0',
    slasher: 'instant',
    epochDurationSecs: null,
    stakes: held === null ? null : stakes,
    unlistedWei: (held === null || unlisted === null ? held : min(held, unlisted))?.toString() ?? null,
    joiningWei: joins?.toString() ?? null,
  };
}

function unreadOf(adapters: Reading<readonly Adapter[]>): Unread[] {
  if (adapters.status === 'unknown') return [{ figure: 'adapters', reason: adapters.reason }];
  const [first] = adapters.value.filter((adapter) => adapter.kind === 'unknown');
  return first === undefined ? [] : [{ figure: 'adapters', reason: first.reason }];
}

function remarksOf(total: Reading<bigint>, adapters: Reading<readonly Adapter[]>): string[] {
  if (total.status === 'unknown')
    return ['We could not confirm that this contract is a Symbiotic vault of the kind we can read.'];
  if (adapters.status === 'unknown')
    return ['The list of where this vault puts its money could not be read.'];
  const count = (kind: Adapter['kind']) => adapters.value.filter((adapter) => adapter.kind === kind).length;
  const [other, unsure] = [count('other'), count('unknown')];
  return [
    'Slashing here needs no veto: a service takes it at once.',
    ...(other === 0
      ? []
      : [
          `${other} parts of this vault are lent or hold claims. That risk is not slashing, and not judged here.`,
        ]),
    ...(unsure === 0
      ? []
      : [`No factory says what ${unsure} parts of this vault are. They count as at risk.`]),
    'Leaving goes through a queue that names no longest wait.',
  ];
}

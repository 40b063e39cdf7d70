import { known, max, min, type Reading } from '../core/index.ts';
import { labelOf, registry } from '../protocols/index.ts';

import { asideFindings } from './asides.ts';
import { codeAge } from './code-age.ts';
import { directFindings } from './direct-findings.ts';
import { validatorExitAt } from './exit.ts';
import type { Admin, Exposure, SetInfo } from './exposure.ts';
import type { Findings, StakeReading } from './findings.ts';
import { onOtherChain } from './other-chain.ts';
import { setInfos } from './sets.ts';
import { poolFindings } from './symbiotic/index.ts';
import type { Unread } from './stake-lines.ts';
import { tokenFindings } from './token-findings.ts';
import { adminOf, fastPath, upgradeDelay } from './upgrade.ts';

/** Everything one reading says, whatever its kind. */
export function findingsOf(reading: StakeReading): Findings {
  const { record, answers, delays, walk, block } = reading;
  const kind =
    record.kind === 'direct' ? directFindings(reading) : (poolFindings(reading) ?? tokenFindings(reading));
  const { sets = setInfos(walk, block.number), code: coded = null, ...own } = kind;
  const code = codeAge(record, answers);
  const aside = asideFindings(reading);
  const figures = {
    ...kind.figures,
    ...aside.figures,
    lastUpgradeAt: code.lastUpgradeAt,
    lastUpgradeFrom: code.lastUpgradeFrom,
    withdrawalDelayBlocks: delays.withdrawal,
    deallocationDelayBlocks: delays.deallocation,
    allocationConfigurationDelayBlocks: delays.configuration,
    ...bundledExit(
      kind.snapshots.some(({ exit }) => exit?.validatorExit),
      block.timestamp,
    ),
  };
  const found: Findings = {
    ...own,
    figures,
    upgradeDelaySecs: upgradeDelay(record, answers),
    upgradeFastPath: fastPath(record, answers),
    admin: adminOf(record, answers),
    ...coded,
    track: registry.track(reading.deposit.protocol),
    sets,
    labels: { ...labelsOf(reading, sets), ...aside.labels },
    remarks: [...kind.remarks, ...code.remarks, ...aside.remarks],
    unread: [...kind.unread, ...aside.unread],
  };
  const { chainId } = reading.deposit;
  return chainId === record.chainId ? found : onOtherChain(found, chainId);
}

function bundledExit(used: boolean, timestamp: bigint): Record<string, Reading<bigint>> {
  if (!used) return {};
  const { minSecs, maxSecs, source, asOf } = validatorExitAt(timestamp);
  const origin = `bundled, ${asOf}: ${source}`;
  return {
    validatorExitMinSecs: known(BigInt(minSecs), origin, null),
    validatorExitMaxSecs: known(BigInt(maxSecs), origin, null),
  };
}

/** Bundled names of the operators and services that were met; no name is asked for or taken from the chain. */
function labelsOf({ walk }: StakeReading, sets: readonly SetInfo[]): Record<string, string> {
  const operators = [...walk.operators, ...sets].map(({ operator }) => operator);
  const met = [...operators, ...walk.sets.map(({ set }) => set.avs), ...sets.map(({ avs }) => avs)];
  const named = met.flatMap((address) => {
    const label = labelOf(address);
    return label === null ? [] : [[address.toLowerCase(), label] as const];
  });
  return Object.fromEntries(named);
}

/** What is not known, by name and reason, once each. */
export function unreadOf(findings: Findings): Unread[] {
  const named: [string, Reading<unknown>][] = [
    ...Object.entries(findings.figures),
    ['depositsPaused', findings.depositsPaused],
    ['redemptionPaused', findings.redemptionPaused],
    ['upgradeDelay', findings.upgradeDelaySecs],
    ['admin', findings.admin],
    ['lastSlashAt', findings.lastSlashAt],
  ];
  const figures = named.flatMap(([figure, reading]): Unread[] =>
    reading.status === 'unknown' && !standing(figure, reading) ? [{ figure, reason: reading.reason }] : [],
  );
  // A figure of the stake that is not known takes the first reason of this list: what is beside it comes last.
  const beside = figures.filter(({ figure }) => OFTEN_UNSAID.has(figure));
  const own = figures.filter(({ figure }) => !OFTEN_UNSAID.has(figure));
  const all = new Map([...own, ...findings.unread, ...beside].map((entry) => [entry.figure, entry]));
  return [...all.values()].slice(0, MOST_UNREAD);
}

/** Figures that nothing may say however well everything was read: no read of theirs is missing then. */
const OFTEN_UNSAID: ReadonlySet<string> = new Set([
  'lastUpgradeAt',
  'lastUpgradeFrom',
  'rateUpdatedAt',
  'backingWei',
  'lastSlashAt',
  'marketRate',
  'sellIn',
  'sellOut',
  'bridgeVerifiers',
  'bridgeVerifiersAtMost',
  'bridgeHeld',
  'bridgeHeldAtMost',
]);

function standing(figure: string, reading: Extract<Reading<unknown>, { status: 'unknown' }>): boolean {
  return OFTEN_UNSAID.has(figure) && (reading.reason === 'no-source' || reading.reason === 'not-modelled');
}

/** A list longer than this tells nobody anything more. */
const MOST_UNREAD = 100;

type FastPath = Exposure['upgradeFastPath'];

/** Figures that have two ends, the lower one first. One that is missing is the same as the other. */
const ENDS = [
  ['bridgeVerifiers', 'bridgeVerifiersAtMost'],
  ['bridgeHeld', 'bridgeHeldAtMost'],
  ['marketRateAtLeast', 'marketRate'],
] as const;

type Figures = Findings['figures'];

/**
 * Figures with two ends on which two readings differ: from the lower of both to the higher (risk-model §4), so that
 * what is over a limit by both accounts stays over it. `figures`: what is made of both so far.
 */
function spanned(a: Figures, b: Figures, figures: Figures): Figures {
  const spans = ENDS.flatMap(([low, high]): [string, Reading<bigint>][] => {
    const differ = [figures[low], figures[high]].some(
      (one) => one?.status === 'unknown' && one.reason === 'nodes-disagree',
    );
    const [x, y] = [a[low] ?? a[high], b[low] ?? b[high]];
    const [p, q] = [a[high] ?? a[low], b[high] ?? b[low]];
    if (!differ || x === undefined || y === undefined || p === undefined || q === undefined) return [];
    return [
      [low, endOf(x, y, min)],
      [high, endOf(p, q, max)],
    ];
  });
  return Object.fromEntries(spans);
}

function endOf(x: Reading<bigint>, y: Reading<bigint>, pick: typeof min): Reading<bigint> {
  if (x.status === 'unknown') return x;
  if (y.status === 'unknown') return y;
  return pick(x.value, y.value) === x.value ? x : y;
}

/**
 * Two readings of one block that differ: every figure on which they do is unknown, or spans both where it has two
 * ends; both sets of snapshots stand, and each judgement is the worse of both.
 */
export function bothSides(a: Findings, b: Findings): Findings {
  const names = new Set([...Object.keys(a.figures), ...Object.keys(b.figures)]);
  const differing: string[] = [];
  const figures: Record<string, Reading<bigint>> = {};
  for (const name of names) {
    const [x, y] = [a.figures[name], b.figures[name]];
    const reading =
      x === undefined || y === undefined
        ? (x ?? y)
        : either(x, y, (text) => differing.push(`${name}: ${text}`));
    if (reading !== undefined) figures[name] = reading;
  }
  const note = (text: string) => differing.push(text);
  return {
    ...a,
    figures: { ...figures, ...spanned(a.figures, b.figures, figures) },
    snapshots: [...a.snapshots, ...b.snapshots],
    depositsPaused: either(a.depositsPaused, b.depositsPaused, note),
    redemptionPaused: either(a.redemptionPaused, b.redemptionPaused, note),
    upgradeDelaySecs: either(a.upgradeDelaySecs, b.upgradeDelaySecs, note),
    admin: either(a.admin, b.admin, note, adminText),
    lastSlashAt: either(a.lastSlashAt, b.lastSlashAt, note),
    exitUpperEndIsAssumed: a.exitUpperEndIsAssumed && b.exitUpperEndIsAssumed,
    upgradeFastPath: worseFastPath(a.upgradeFastPath, b.upgradeFastPath),
    sets: allSets(a.sets, b.sets),
    labels: { ...a.labels, ...b.labels },
    unread: [...a.unread, ...b.unread],
    remarks: [
      ...new Set([...a.remarks, ...b.remarks]),
      `Two nodes give different answers for the same block${differing.length > 0 ? ` (${differing.join('; ')})` : ''}. What differs counts as the worse, or as not known.`,
    ],
  };
}

/** The way of either side; how many must sign is not known where the two differ. */
function worseFastPath(a: FastPath, b: FastPath): FastPath {
  if (a === null || b === null) return a ?? b;
  return {
    who: a.who === b.who ? a.who : `${a.who} or ${b.who}`,
    signers: a.signers === b.signers ? a.signers : null,
    threshold: a.threshold === b.threshold ? a.threshold : null,
  };
}

/** Every operator set either side met: once where both read the same of it, else as each of them read it. */
function allSets(a: readonly SetInfo[], b: readonly SetInfo[]): SetInfo[] {
  return [...new Map([...a, ...b].map((info) => [setText(info), info])).values()];
}

/** All that is said of a set, without regard to the case of its addresses. */
function setText(info: SetInfo): string {
  return JSON.stringify(info, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  ).toLowerCase();
}

function adminText({ type, who, signers, threshold }: Admin): string {
  return `${type} ${who?.toLowerCase() ?? ''} ${threshold ?? '?'} of ${signers ?? '?'}`;
}

/** One reading where both say the same, else unknown: `text` says what of a value counts. */
function either<T>(
  x: Reading<T>,
  y: Reading<T>,
  differs: (text: string) => void,
  text: (value: T) => string = String,
): Reading<T> {
  if (x.status === 'unknown') return x;
  if (y.status === 'unknown') return y;
  if (text(x.value) === text(y.value)) return x;
  differs(`${text(x.value)} or ${text(y.value)}`);
  return { status: 'unknown', reason: 'nodes-disagree', source: x.source };
}

/** An exposure about which nothing is known, for the one reason given. */
export function nothingKnown(
  stake: string | null,
  notModelled: string | null,
  reason: 'not-modelled' | 'rpc-failed' | 'stale',
  protocol: string,
): Omit<Exposure, 'evidence'> {
  const unknown = { status: 'unknown', reason } as const;
  return {
    stake,
    notModelled,
    snapshots: [],
    figures: notModelled === null ? { totalWei: unknown } : {},
    depositsPaused: unknown,
    redemptionPaused: unknown,
    upgradeDelaySecs: unknown,
    upgradeFastPath: null,
    admin: unknown,
    lastSlashAt: unknown,
    track: registry.track(protocol),
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets: [],
    labels: {},
    remarks: [],
  };
}

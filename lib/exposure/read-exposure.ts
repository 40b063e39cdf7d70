import type { Address, Hex } from '../core/index.ts';
import type { Deposit } from '../detect/index.ts';
import { registry, stakeById, type StakeRecord } from '../protocols/index.ts';

import { agree } from './agree.ts';
import { asideReads } from './asides.ts';
import { bothSides, findingsOf, nothingKnown, unreadOf } from './assemble.ts';
import { compilePlan } from './compile.ts';
import { assetReads } from './deposit-value.ts';
import { directExtras } from './direct-extras.ts';
import type { Evidence, Exposure } from './exposure.ts';
import type { Findings } from './findings.ts';
import { sameBlock } from './first-trip.ts';
import { alignBlocks, askNodes, type NodeRun } from './nodes.ts';
import type { Memory, ReadOptions } from './options.ts';
import { type Plan, WIDE_CAPS } from './plan.ts';
import { memoAsk, type Sample } from './sample.ts';
import { stakeReading } from './snapshot-parts.ts';
import { dataOf } from './words.ts';
import { walk } from './walk.ts';

const NO_MEMORY: Memory = { operators: [], slots: {} };

/**
 * Reads everything that stands behind a deposit: from two nodes at once, in one round trip where that is possible.
 * Every figure is known with source and block, or unknown with a reason. Never throws for what a node or a contract
 * does; what is unread at the deadline is unknown. The nodes are those of `chainToAsk`.
 */
export async function readExposure(deposit: Deposit, options: ReadOptions): Promise<Exposure> {
  const record = deposit.stake === null ? null : stakeById(deposit.stake);
  // Only what a token stands for goes with it to another chain.
  if (record === null || (record.kind !== 'lrt' && record.chainId !== deposit.chainId))
    return notModelled(deposit, options);
  const plan = planOf(record, deposit);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.deadlineMs)]);
  const context = { plan, chainId: record.chainId, memory: options.memory ?? NO_MEMORY, now: options.now };
  const runs = await askNodes(options, context, signal, (sofar, partial) => {
    options.onProgress?.(exposureOf(record, singly(record, deposit, plan, partial), [partial], sofar, []));
  });
  await alignBlocks(runs, options, context);
  const samples = runs.flatMap((run) => (run.sample === null ? [] : [run.sample]));
  const [first] = samples;
  if (first === undefined) return unreachable(record, deposit, runs);
  options.onMemory?.(memoryOf(samples));
  const { findings, remarks } = await together(record, deposit, plan, samples, runs);
  return exposureOf(record, findings, samples, runs, remarks);
}

function planOf(record: StakeRecord, deposit: Deposit): Plan {
  const aside = asideReads(record, deposit);
  const extras = record.kind === 'direct' ? directExtras(deposit) : { reads: assetReads(deposit) };
  return compilePlan(record, { ...extras, vault: deposit.contract, reads: { ...extras.reads, ...aside } });
}

function singly(
  record: StakeRecord,
  deposit: Deposit,
  plan: Plan,
  { walk: answers, block }: Sample,
): Findings {
  return findingsOf(stakeReading(record, deposit, plan, answers, block));
}

/** One node's findings as they are; two nodes' compared, and both kept where they differ. */
async function together(
  record: StakeRecord,
  deposit: Deposit,
  plan: Plan,
  samples: readonly Sample[],
  runs: readonly NodeRun[],
): Promise<{ findings: Findings; remarks: string[] }> {
  const [a, b] = samples;
  if (a === undefined) throw new RangeError('no sample');
  if (b === undefined) {
    return {
      findings: singly(record, deposit, plan, a),
      remarks: ['Only one node answered; nothing was compared.'],
    };
  }
  const { left, right, conflicts, single } = agree(a.memo, b.memo);
  const same = sameBlock(a.block, b.block);
  if (same && conflicts.size + single.size === 0)
    return { findings: singly(record, deposit, plan, a), remarks: [] };
  // What was asked on a guess and turned out not to matter is no difference.
  const used = new Set<string>();
  const use = (key: string) => void used.add(key);
  const x = await walk(plan, memoAsk(left, undefined, use), WIDE_CAPS);
  const y = await walk(plan, memoAsk(right, undefined, use), WIDE_CAPS);
  const alone = [...single].filter((key) => used.has(key)).length;
  const remarks = alone === 0 ? [] : [`${alone} answers came from one node only.`];
  if (same && ![...conflicts].some((key) => used.has(key))) {
    return { findings: findingsOf(stakeReading(record, deposit, plan, x, a.block)), remarks };
  }
  if (!same) remarks.push('The two nodes name different blocks under the same number.');
  for (const run of runs) run.row = { ...run.row, state: 'disagrees' };
  const findings = bothSides(
    findingsOf(stakeReading(record, deposit, plan, x, a.block)),
    findingsOf(stakeReading(record, deposit, plan, y, b.block)),
  );
  return { findings, remarks };
}

function exposureOf(
  record: StakeRecord,
  findings: Findings,
  samples: readonly Sample[],
  runs: readonly NodeRun[],
  remarks: readonly string[],
): Exposure {
  const { unread: _, ...rest } = findings;
  return {
    stake: record.id,
    notModelled: null,
    ...rest,
    remarks: [...findings.remarks, ...remarks],
    evidence: evidenceOf(samples, runs, unreadOf(findings)),
  };
}

function evidenceOf(
  samples: readonly Sample[],
  runs: readonly NodeRun[],
  unread: Evidence['unread'],
): Evidence {
  return {
    blocks: samples.map(({ session, block: { number, timestamp, parentHash } }) => ({
      node: session.node.name,
      number,
      timestamp,
      parentHash,
    })),
    roundTrips: Math.max(0, ...runs.map(({ session }) => session.trips)),
    calls: runs.reduce((sum, { session }) => sum + session.calls, 0),
    unread,
    nodes: runs.map(({ row }) => row),
  };
}

/** No node gave a usable answer: all is unknown, and the rows say why. */
function unreachable(record: StakeRecord, deposit: Deposit, runs: readonly NodeRun[]): Exposure {
  return {
    ...nothingKnown(record.id, null, 'rpc-failed', deposit.protocol),
    remarks: [runs.length === 0 ? noNode(record, deposit) : 'No node answered.'],
    evidence: evidenceOf([], runs, [{ figure: 'totalWei', reason: 'rpc-failed' }]),
  };
}

function noNode(record: StakeRecord, deposit: Deposit): string {
  return record.chainId === deposit.chainId
    ? 'No node is set for this chain.'
    : 'No node is set for Ethereum, where the stake stands.';
}

/** The registry knows the entry, but no record says what stands behind it on this chain. */
function notModelled(deposit: Deposit, options: ReadOptions): Exposure {
  const selector: Hex = `0x${deposit.data.slice(2, 10)}`;
  const entry = registry.findDeposit(deposit.chainId, deposit.contract, selector);
  const why = entry !== null && entry.stake === null ? entry.notModelled : null;
  const text = why ?? 'What stands behind this deposit on this chain is not modelled yet.';
  return {
    ...nothingKnown(null, text, 'not-modelled', deposit.protocol),
    evidence: {
      blocks: [],
      roundTrips: 0,
      calls: 0,
      unread: [{ figure: 'stake', reason: 'not-modelled' }],
      nodes: options.nodes.slice(0, 2).map((node) => ({ node: node.name, state: 'waiting', ms: null })),
    },
  };
}

/** Operators and storage words met, to be asked beside the lens next time. */
function memoryOf(samples: readonly Sample[]): Memory {
  const operators = new Map<string, Address>();
  const slots: Record<string, Hex> = {};
  for (const { walk: answers, memo } of samples) {
    for (const { operator } of answers.operators) operators.set(operator.toLowerCase(), operator);
    for (const [key, raw] of memo) {
      const word = key.startsWith('slot:') ? dataOf(raw) : null;
      if (word !== null) slots[key] = `0x${word}`;
    }
  }
  return { operators: [...operators.values()].slice(0, 64), slots };
}

import { parseAssumptions } from './assumptions.ts';
import { parseExit } from './exit-inputs.ts';
import {
  amount,
  asFields,
  below,
  type Fields,
  fieldsOrNull,
  flag,
  list,
  listOrNull,
  Refusal,
  text,
  whole,
  wholeUnlessAbsent,
} from './fields.ts';
import { parseOperators } from './operators.ts';
import type { Line, ParsedSnapshot, QueuedLine, StakeSnapshot } from './parsed.ts';
import { parsePool } from './pool.ts';

/** Block constants of Ethereum mainnet, where a snapshot does not give its chain's own (§2.1). */
const CONFIGURATION_DELAY = 126_000n;
const DEALLOCATION_DELAY = 100_800n;

function parseLine(from: Fields, path: string): Line {
  return {
    operator: text(from, 'operator', path),
    strategy: text(from, 'strategy', path),
    value: amount(from, 'valueWei', path),
  };
}

function parseQueued(from: Fields, path: string): QueuedLine {
  return { ...parseLine(from, path), lastBlock: whole(from, 'lastBlock', path) };
}

function parseEach<T>(
  items: readonly unknown[],
  path: string,
  parse: (from: Fields, path: string) => T,
): T[] {
  return items.map((item, index) => parse(asFields(item, below(path, index)), below(path, index)));
}

function parseAssets(from: Fields, kind: StakeSnapshot['kind']): StakeSnapshot['assets'] {
  const assets = fieldsOrNull(from, 'assets', '');
  if (assets === null) return kind === 'direct' ? null : { total: null, idle: 0n };
  return {
    total: amount(assets, 'totalWei', 'assets'),
    idle: amount(assets, 'idleWei', 'assets') ?? 0n,
  };
}

function parseStrategies(from: Fields): StakeSnapshot['redistributable'] {
  const strategies = Object.entries(fieldsOrNull(from, 'strategies', '') ?? {});
  return new Map(
    strategies.map(([name, value]) => {
      const at = below('strategies', name);
      return [name, value === null ? null : flag(asFields(value, at), 'redistributable', at)];
    }),
  );
}

/** Seconds per block: above 0; 12 when absent, never null (§2.1). @throws Refusal */
export function parseBlockSeconds(from: Fields): bigint {
  const seconds = wholeUnlessAbsent(from, 'blockSeconds', '', 12n);
  if (seconds === null || seconds === 0n) throw new Refusal('blockSeconds');
  return seconds;
}

function parseListed(from: Fields): readonly string[] | null {
  const items = listOrNull(from, 'listedOperators', '');
  if (items === null) return null;
  return items.map((item, index) => {
    if (typeof item !== 'string') throw new Refusal(below('listedOperators', index));
    return item;
  });
}

function parseStake(from: Fields, kind: StakeSnapshot['kind']): StakeSnapshot {
  const deposit = amount(from, 'depositWei', '');
  const now = whole(from, 'nowBlock', '');
  if (now === null) throw new Refusal('nowBlock');
  return {
    kind,
    deposit,
    now,
    blockSeconds: parseBlockSeconds(from),
    configurationDelay: wholeUnlessAbsent(
      from,
      'allocationConfigurationDelayBlocks',
      '',
      CONFIGURATION_DELAY,
    ),
    deallocationDelay: wholeUnlessAbsent(from, 'deallocationDelayBlocks', '', DEALLOCATION_DELAY),
    assets: parseAssets(from, kind),
    lines: parseEach(list(from, 'lines', ''), 'lines', parseLine),
    queued: parseEach(listOrNull(from, 'queued', '') ?? [], 'queued', parseQueued),
    operators: parseOperators(from, now),
    redistributable: parseStrategies(from),
    exit: parseExit(from),
    assumptions: parseAssumptions(from),
    listedOperators: parseListed(from),
  };
}

/**
 * A snapshot of §2.1, checked field by field in the order of that table.
 *
 * @throws Refusal with the path of the first impossible field
 */
export function parseSnapshot(input: unknown): ParsedSnapshot {
  const from = asFields(input, '');
  const kind = text(from, 'kind', '');
  if (kind === 'symbiotic') return parsePool(from);
  if (kind !== 'lrt' && kind !== 'direct') return { kind: 'unsupported' };
  return parseStake(from, kind);
}

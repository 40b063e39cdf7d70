import type { Deposit } from '../detect/index.ts';
import type { Part, Sentence } from '../explain/index.ts';
import type { Exposure } from '../exposure/index.ts';
import type { Check, CheckedDeposit } from '../pipeline.ts';
import { protocols, registry } from '../protocols/index.ts';
import type { CheckedView } from './checked-view.ts';
import type { DepositView, ReviewView } from './review-view.ts';

/** Chain data older than this is stale (risk-model §4): milliseconds. */
const STALE_MS = 5 * 60_000;

const verbs: Record<Deposit['kind'], string> = {
  deposit: 'Deposit',
  wrap: 'Wrap',
  acquires: 'Swap',
  delegate: 'Delegate',
  'exposure-change': 'Create a pod',
};

/**
 * What the review window shows of a check.
 *
 * @param final - every read has ended; until then only `exceeds` is shown as a verdict, since more evidence can only
 * make it worse (design §4)
 * @param now - Unix milliseconds, to tell stale chain data
 */
export function toCheckedView(check: Check, { final, now }: { final: boolean; now: number }): CheckedView {
  const done = new Map(check.deposits.map((entry) => [entry.deposit, entry]));
  const shown = final || check.overall?.level === 'exceeds' ? check.overall : null;
  const exposures = check.deposits.map((entry) => entry.exposure);
  const block = exposures.flatMap(({ evidence }) => evidence.blocks)[0];
  const readAt = block === undefined ? null : Number(block.timestamp) * 1000;
  return {
    state: stateOf(check, exposures, final, readAt === null ? null : now - readAt),
    detail: exposures.find(({ notModelled }) => notModelled !== null)?.notModelled ?? null,
    deposits: check.found.deposits.map((deposit) => depositView(deposit, done.get(deposit), final)),
    notes: check.notes,
    overall: shown === null ? null : pick(shown),
    sources: sourcesOf(exposures),
    stillReading: final
      ? []
      : [...new Set(exposures.flatMap(({ evidence }) => evidence.unread.map(({ figure }) => figure)))],
    block: block?.number.toString() ?? null,
    readAt,
  };
}

function pick({
  level,
  word,
  headline,
  override,
}: NonNullable<ReviewView['overall']>): ReviewView['overall'] {
  return { level, word, headline, override };
}

function stateOf(
  check: Check,
  exposures: readonly Exposure[],
  final: boolean,
  age: number | null,
): ReviewView['state'] {
  if (!final) return 'loading';
  if (exposures.length === 0) return 'ready';
  if (exposures.every(({ notModelled }) => notModelled !== null)) return 'unsupported';
  const nodes = exposures.flatMap(({ evidence }) => evidence.nodes);
  if (nodes.every(({ state }) => state === 'failed')) return 'offline';
  if (age !== null && age > STALE_MS) return 'stale';
  const unread = check.deposits.some(({ verdict }) =>
    verdict.factors.some(({ required, level }) => required && level === 'cannot_evaluate'),
  );
  return unread && exposures.some(({ evidence }) => evidence.unread.length > 0) ? 'partial' : 'ready';
}

function sourcesOf(exposures: readonly Exposure[]): ReviewView['sources'] {
  const rows = new Map<string, ReviewView['sources'][number]>();
  for (const { node, state, ms, detail } of exposures.flatMap(({ evidence }) => evidence.nodes)) {
    rows.set(node, { name: node, state, ms, detail: detail ?? null });
  }
  return [...rows.values()];
}

function protocolName(id: string): string {
  return protocols.find((protocol) => protocol.id === id)?.name ?? id;
}

/** Decimals of what is paid in; null where bundled data does not say, and then no amount can be written. */
function decimalsOf({ asset, chainId }: Deposit): number | null {
  if (asset === null) return null;
  return asset === 'native' ? 18 : (registry.asset(chainId, asset)?.decimals ?? null);
}

function depositView(deposit: Deposit, done: CheckedDeposit | undefined, final: boolean): DepositView {
  const worthShowing = done !== undefined && (final || done.explanation.level === 'exceeds');
  return {
    protocol: protocolName(deposit.protocol),
    kind: deposit.kind,
    title: titleOf(deposit, protocolName(deposit.protocol)),
    contract: deposit.contract,
    contractName: deposit.contractName,
    receiver: deposit.receiver,
    explanation: worthShowing ? done.explanation : null,
  };
}

/** "Deposit 5 ETH → ezETH": what goes in and what the person holds afterwards. */
function titleOf(deposit: Deposit, protocol: string): Sentence {
  const parts: Part[] = [{ kind: 'text', text: verbs[deposit.kind] }];
  const add = (text: string): void => void parts.push({ kind: 'text', text });
  const decimals = decimalsOf(deposit);
  if (deposit.amount !== null && decimals !== null) {
    add(' ');
    parts.push({
      kind: 'amount',
      base: deposit.amount.toString(),
      decimals,
      symbol: deposit.assetSymbol ?? 'tokens',
    });
  } else if (deposit.kind === 'delegate') {
    add(' all your restaked funds');
  } else if (deposit.kind !== 'exposure-change') {
    add(
      deposit.assetSymbol === null
        ? ' an amount the request does not say'
        : ` ${deposit.assetSymbol}, amount not said`,
    );
  }
  if (deposit.operator !== null) {
    add(' to ');
    parts.push({ kind: 'address', address: deposit.operator, label: null });
  } else {
    add(deposit.gives === null ? ` on ${protocol}` : ` → ${deposit.gives}`);
  }
  return parts;
}

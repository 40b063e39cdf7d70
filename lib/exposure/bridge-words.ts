import { layerZeroChains, type TokenBridges, verifierOperator } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import { type Held, isUncounted, mayHold, type Weakest } from './bridge-figures.ts';
import type { Path, Way } from './bridge-paths.ts';
import { READ } from './bridge-reads.ts';
import { word } from './words.ts';

/** Names in one sentence; the rest are counted. */
const MOST_NAMED = 6;

/** What a person should know of who checks, beside the count: who, on which path, and who can change it. */
export function bridgeRemarks(
  bridges: TokenBridges,
  paths: readonly Path[],
  weakest: Weakest | null,
  held: readonly Held[],
  answers: Answers,
): string[] {
  if (bridges.app === null) return others(bridges, held);
  return [
    ...(weakest === null ? nothingOpen(paths) : weakestWords(weakest, bridges.app.does)),
    ...pathWords(bridges.app.listed, paths),
    ...powerWords(paths, answers),
    ...(bridges.app.does === 'mint' ? ['A message from another chain makes new tokens here.'] : []),
    ...others(bridges, held),
  ];
}

function nothingOpen(paths: readonly Path[]): string[] {
  return paths.every(({ state }) => state === 'closed')
    ? [`None of the ${layerZeroChains.length} chains that we know has an open path in.`]
    : [];
}

function weakestWords({ path, way }: Weakest, does: 'lock' | 'mint'): string[] {
  const { required, optional, threshold } = way.settings;
  const lead =
    way.most === 1n
      ? `One checker alone can ${does === 'mint' ? 'make new' : 'release the bridged'} tokens, on the path from ${path.chain}.`
      : `The weakest way in is the path from ${path.chain}: ${way.most} checkers must agree.`;
  const same =
    BigInt(required.length + threshold) > way.most ? ['Checkers that one operator runs count as one.'] : [];
  const unsure =
    way.least < way.most ? [`Who runs some of them is not known: it may take only ${way.least}.`] : [];
  return [
    way.most === 0n ? `The path from ${path.chain} has no checker at all.` : lead,
    ...(required.length === 0
      ? []
      : [`${required.length === 1 ? 'It needs' : 'It needs all of'}: ${named(required)}.`]),
    ...(threshold === 0 ? [] : [`It needs ${threshold} of these: ${named(optional)}.`]),
    ...same,
    ...unsure,
    ...(way.until === null
      ? []
      : [`This is an older setting that still counts; it ends after block ${way.until - 1n}.`]),
  ];
}

function named(list: readonly string[]): string {
  const shown = list
    .slice(0, MOST_NAMED)
    .map((one) => `${verifierOperator(one) ?? 'not known to us'} (${one})`);
  const more = list.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function pathWords(listed: readonly number[], paths: readonly Path[]): string[] {
  const open = paths.filter(({ state }) => state === 'open');
  const fresh = open.filter(({ eid }) => !listed.includes(eid));
  const unread = paths.filter(
    (path) => path.state === 'unread' || (path.state === 'open' && path.unread !== null),
  );
  return [
    ...(fresh.length === 0 ? [] : [`An open path that no published list names: ${chains(fresh)}.`]),
    ...(unread.length === 0
      ? []
      : [`${unread.length} of ${paths.length} paths could not be read: ${chains(unread)}.`]),
  ];
}

function chains(paths: readonly Path[]): string {
  const shown = paths.slice(0, 3).map(({ chain }) => chain);
  const more = paths.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Who can change the checkers: LayerZero where the app leaves it to them, and the app's own keeper. */
function powerWords(paths: readonly Path[], answers: Answers): string[] {
  const open = paths.filter((path) => path.state === 'open');
  const left = open.filter((path) => path.left === true).length;
  const keepers = new Set(
    [READ.delegate, READ.owner].flatMap((read) => {
      const keeper = answers.word(read);
      return keeper.status === 'known' && keeper.value !== 0n ? [`0x${word(keeper.value).slice(24)}`] : [];
    }),
  );
  return [
    ...(left === 0 ? [] : [`LayerZero itself can change who checks ${left} of ${open.length} open paths.`]),
    ...(open.length === 0 || keepers.size === 0
      ? []
      : [`Who may change the checkers: ${[...keepers].join(' and ')}.`]),
  ];
}

/** The bridges whose checkers nobody counts, each once. */
function others({ symbol }: TokenBridges, held: readonly Held[]): string[] {
  return held.filter(mayHold).flatMap(({ holder }) => {
    if (holder.kind === 'canonical')
      return [`${upper(holder.name)} also carries ${symbol}, by that chain’s own rules.`];
    if (!isUncounted(holder)) return [];
    const fact = holder.fact === undefined ? [] : [`${holder.fact.text} Read on ${holder.fact.asOf}.`];
    return [`${upper(holder.name)} carries ${symbol}; how many check there is not known.`, ...fact];
  });
}

function upper(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Bundled names of the verifiers on the weakest path, by lower-case address. */
export function verifierLabels(way: Way): Record<string, string> {
  const all = [...way.settings.required, ...way.settings.optional];
  return Object.fromEntries(
    all.flatMap((address) => {
      const operator = verifierOperator(address);
      return operator === null ? [] : [[address.toLowerCase(), `${operator} (third-party name)`] as const];
    }),
  );
}

import { known, max, min, type Reading, unknown } from '../core/index.ts';
import type { BridgeHolder, TokenBridges } from '../protocols/index.ts';

import type { Answers } from './answers.ts';
import type { Path, Way } from './bridge-paths.ts';
import { READ } from './bridge-reads.ts';

type OpenPath = Extract<Path, { state: 'open' }>;

/** The open path, and the way on it, that takes the fewest operators. */
export type Weakest = { readonly path: OpenPath; readonly way: Way };

/** What one holder has, in token units. */
export type Held = { readonly holder: BridgeHolder; readonly held: Reading<bigint> };

/** What each bridge named in the data holds; one whose address nobody published holds nobody knows how much. */
export function heldOf({ holders }: TokenBridges, answers: Answers): Held[] {
  return holders.map((holder, n) => ({
    holder,
    held:
      holder.address === null
        ? unknown('no-source', `where ${holder.name} keeps it`)
        : answers.word(READ.held(n)),
  }));
}

/** Where a forged message needs the fewest operators; null: no open path was read. */
export function weakestOf(paths: readonly Path[]): Weakest | null {
  const all = paths.flatMap((path) =>
    path.state === 'open' ? path.ways.map((way): Weakest => ({ path, way })) : [],
  );
  const [first, ...more] = all;
  return first === undefined ? null : more.reduce((a, b) => (weaker(b.way, a.way) ? b : a), first);
}

function weaker(a: Way, b: Way): boolean {
  return a.most < b.most || (a.most === b.most && a.least < b.least);
}

/**
 * The independent verifiers that must agree, on the path where the fewest must. The upper end is what was read: a path
 * that was not read can only make it less. The lower end is known only where every path was read, and no bridge that
 * holds any of the token is one whose checkers nobody can count.
 */
export function verifierFigures(
  bridges: TokenBridges,
  paths: readonly Path[],
  held: readonly Held[],
  block: bigint,
): Record<'bridgeVerifiers' | 'bridgeVerifiersAtMost', Reading<bigint>> {
  const weakest = weakestOf(paths);
  const at = bridges.app === null ? bridges.symbol : bridges.app.address;
  if (weakest === null) {
    const why =
      unreadOf(paths) ?? uncounted(held) ?? unknown('no-source', 'no open path from a chain we know');
    return { bridgeVerifiers: why, bridgeVerifiersAtMost: why };
  }
  const source = `LayerZero's settings of ${at}, weakest path: ${weakest.path.chain} (${weakest.path.eid})`;
  const ways = paths.flatMap((path) => (path.state === 'open' ? path.ways : []));
  const least = ways.reduce((sum, way) => min(sum, way.least), weakest.way.least);
  return {
    bridgeVerifiers: unreadOf(paths) ?? uncounted(held) ?? known(least, source, block),
    bridgeVerifiersAtMost: known(weakest.way.most, source, block),
  };
}

/** Why some path is not known; null: all are. */
function unreadOf(paths: readonly Path[]): Reading<never> | null {
  for (const path of paths) {
    const what = `LayerZero path from ${path.chain}`;
    if (path.state === 'unread') return unknown(path.reason, what);
    if (path.state === 'open' && path.unread !== null) return unknown(path.unread, what);
  }
  return null;
}

/** Whether a bridge has checkers that nobody here can count. The chain's own bridges have none to count. */
export function isUncounted({ kind }: BridgeHolder): boolean {
  return kind === 'ccip' || kind === 'hyperlane' || kind === 'xerc20';
}

/** A bridge that may hold some of the token and whose checkers no view names; null: there is none. */
function uncounted(held: readonly Held[]): Reading<never> | null {
  const one = held.find((each) => isUncounted(each.holder) && mayHold(each));
  return one === undefined ? null : unknown('no-source', `who checks for ${one.holder.name}`);
}

/** Whether a bridge can give any of the token away: not where it surely holds none. */
export function mayHold({ held }: Held): boolean {
  return held.status === 'unknown' || held.value > 0n;
}

/**
 * Tokens that bridges hold, in token units: the sum of all whose address is known, and at most as much where that is
 * every one. A token that is made anew on arrival has no such bound.
 */
export function heldFigures(
  bridges: TokenBridges,
  held: readonly Held[],
  answers: Answers,
): Record<'bridgeHeld' | 'bridgeHeldAtMost' | 'bridgeSupply', Reading<bigint>> {
  const located = held.filter(({ holder }) => holder.address !== null);
  const failed = located.map((one) => one.held).find(({ status }) => status === 'unknown');
  const sum = located.reduce(
    (all, one) => all + (one.held.status === 'known' ? max(one.held.value, 0n) : 0n),
    0n,
  );
  const names = located.map(({ holder }) => holder.name).join(', ');
  const total = failed ?? known(sum, `held by ${names === '' ? 'no bridge' : names}`, answers.block);
  const missing = held.find(({ holder }) => holder.address === null);
  const open =
    bridges.app?.does === 'mint'
      ? unknown('no-source', 'a message can make new tokens without bound')
      : missing?.held;
  const none = located.length === 0 && open !== undefined;
  return {
    bridgeHeld: none ? open : total,
    bridgeHeldAtMost: open ?? total,
    bridgeSupply: answers.word(READ.supply),
  };
}

import type { Address } from '../core/index.ts';
import { besideWritten, type Deposit, depositsOfTrial, type Found, type Note } from '../detect/index.ts';
import type { Call, RequestRead } from '../request/index.ts';
import type { NodePort } from './exposure.ts';
import { simulate, type TrialGap } from './simulate.ts';

/** The person's own nodes by chain id, while they have simulation switched on. */
export type TrialNodes = { readonly nodes: ReadonlyMap<number, NodePort>; readonly signal: AbortSignal };

/**
 * Tries the calls of a request on the person's own nodes and tells the restaking that comes of it. Which chain a
 * wallet is on is the page's claim, so they are tried on every chain the person has a node for; only on those that a
 * call is for does it matter that one fails. What could not be tried is a note, never nothing.
 *
 * @param read - the calls as the request names them are tried, before any is opened
 * @param account - who asks, where a call does not say it; null where only the page says it
 * @param written - what the calldata shows already: only what comes beside it is told, and `rest-not-tried` takes the
 *   place of `not-tried`
 */
export async function tryRequest(
  { outer, calls, notes: said }: Pick<RequestRead, 'outer' | 'calls' | 'notes'>,
  account: Address | null,
  { nodes, signal }: TrialNodes,
  written: readonly Deposit[] = [],
): Promise<TriedFound> {
  const notTried = (detail: string): TriedFound => ({ ...notTriedOf(written, detail), given: false });
  // The transaction of a smart account that is only signed here: who sends it, and when, nobody says.
  if (outer.length === 0 && calls.length > 0)
    return notTried('the request is a transaction to be sent later');
  if (outer.length === 0) return { deposits: [], notes: [], given: false };
  // One of them alone would be sent; one after the other, the first could make the second look harmless.
  if (said.some(({ id }) => id === 'data-input-differ'))
    return notTried('the request holds two kinds of calldata');
  // The smart accounts on the way are the person's too, as far as anybody can say.
  const actors = [...outer, ...calls].flatMap((call) => call.actors);
  const chains = new Set([...outer, ...written].map(({ chainId }) => chainId));
  for (const chainId of nodes.keys()) chains.add(chainId);
  const found = await Promise.all(
    [...chains].map((chainId) =>
      tryOn(chainId, outer, account, { node: nodes.get(chainId), signal, actors, written }),
    ),
  );
  return {
    deposits: found.flatMap(({ deposits }) => deposits),
    notes: found.flatMap(({ notes }) => notes),
    given: found.some(({ given }) => given),
  };
}

/** What a trial showed, and whether a node was given the request for it. */
export type TriedFound = Pick<Found, 'deposits' | 'notes'> & { readonly given: boolean };

/** More deposits of one chain than these are not told one by one. */
const MOST_TOLD = 20;

type At = {
  readonly node: NodePort | undefined;
  readonly signal: AbortSignal;
  readonly actors: Call['actors'];
  readonly written: readonly Deposit[];
};

async function tryOn(
  chainId: number,
  outer: readonly Call[],
  account: Address | null,
  { node, signal, actors, written }: At,
): Promise<TriedFound> {
  const notTried = (detail: string, given: boolean): TriedFound => ({
    ...notTriedOf(written, detail),
    given,
  });
  const claimed = [...outer, ...written].some((one) => one.chainId === chainId);
  const calls = outer.flatMap(({ caller, to, value, data }) => {
    const from = caller ?? account;
    return from === null ? [] : [{ from, to, value, data }];
  });
  if (calls.length < outer.length) return notTried('the request does not say who sends it', false);
  if (node === undefined)
    return claimed ? notTried(GAPS['no-node'], false) : { deposits: [], notes: [], given: false };
  const trial = await simulate(calls, chainId, node, signal);
  if (trial.status === 'unknown') {
    // On a chain that nobody named the contract may not be there at all.
    if (!claimed && (written.length > 0 || trial.why === 'reverted' || trial.why === 'no-contract'))
      return { deposits: [], notes: [], given: true };
    return notTried(GAPS[trial.why], true);
  }
  const people = [
    ...new Set([
      ...calls.map(({ from }) => from),
      ...actors.map(({ address }) => address),
      ...(account === null ? [] : [account]),
    ]),
  ];
  const tried = outer.map((call) => ({ ...call, actors }));
  const found = besideWritten(depositsOfTrial(trial.logs, { chainId, calls: tried, people }), written);
  const notes: Note[] = [];
  if (found.length > 0) notes.push({ id: 'found-by-trial', detail: `on chain ${chainId}` });
  if (found.length > MOST_TOLD)
    notes.push({ id: 'not-fully-read', detail: 'a trial shows more deposits than are told' });
  return { deposits: found.slice(0, MOST_TOLD), notes, given: true };
}

const GAPS: Readonly<Record<TrialGap, string>> = {
  'no-node': 'no node of your own is set for this chain',
  'not-offered': 'the node does not offer eth_simulateV1',
  'rpc-failed': 'the node did not answer',
  'wrong-chain': 'the node is on another chain',
  'no-contract': 'there is no contract at an address that it calls',
  reverted: 'the request fails when it is tried',
  malformed: 'the answer of the node cannot be read',
};

function notTriedOf(written: readonly Deposit[], detail: string): Found {
  const id = written.length === 0 ? 'not-tried' : 'rest-not-tried';
  return { deposits: [], notes: [{ id, detail }] };
}

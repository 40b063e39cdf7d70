import type { Address } from '../core/index.ts';
import { depositsOfTrial, type Found } from '../detect/index.ts';
import type { Call } from '../request/index.ts';
import type { NodePort } from './exposure.ts';
import { simulate, type TrialGap } from './simulate.ts';

/** The person's own nodes by chain id, while they have simulation switched on. */
export type TrialNodes = { readonly nodes: ReadonlyMap<number, NodePort>; readonly signal: AbortSignal };

/**
 * Tries the calls of a request on the person's own nodes and tells the restaking that comes of it. Which chain a
 * wallet is on is the page's claim, so they are tried on every chain the person has a node for; only on the claimed
 * one does it matter that a call fails. What could not be tried is a note, never nothing.
 *
 * @param outer - the calls as the request names them, before any is opened
 * @param account - who asks, where a call does not say it
 */
export async function tryRequest(
  outer: readonly Call[],
  account: Address | null,
  { nodes, signal }: TrialNodes,
): Promise<Found> {
  const [first] = outer;
  if (first === undefined) return { deposits: [], notes: [] };
  const chains = [...new Set([first.chainId, ...nodes.keys()])];
  const found = await Promise.all(
    chains.map((chainId) => tryOn(chainId, outer, account, { node: nodes.get(chainId), signal })),
  );
  return {
    deposits: found.flatMap(({ deposits }) => deposits),
    notes: found.flatMap(({ notes }) => notes),
  };
}

type At = { readonly node: NodePort | undefined; readonly signal: AbortSignal };

async function tryOn(
  chainId: number,
  outer: readonly Call[],
  account: Address | null,
  { node, signal }: At,
): Promise<Found> {
  const claimed = outer[0]?.chainId === chainId;
  const calls = outer.flatMap(({ caller, to, value, data }) => {
    const from = caller ?? account;
    return from === null ? [] : [{ from, to, value, data }];
  });
  if (calls.length < outer.length) return notTried('the request does not say who sends it');
  if (node === undefined) return claimed ? notTried(GAPS['no-node']) : { deposits: [], notes: [] };
  const trial = await simulate(calls, chainId, node, signal);
  if (trial.status === 'unknown') {
    // On a chain that nobody named the contract may not be there at all.
    if (!claimed && trial.why === 'reverted') return { deposits: [], notes: [] };
    return notTried(GAPS[trial.why]);
  }
  const people = [
    ...new Set([
      ...calls.map(({ from }) => from),
      ...outer.flatMap(({ actors }) => actors.map(({ address }) => address)),
      ...(account === null ? [] : [account]),
    ]),
  ];
  const [call] = outer;
  const deposits =
    call === undefined ? [] : depositsOfTrial(trial.logs, { call: { ...call, chainId }, people });
  return {
    deposits,
    notes: deposits.length === 0 ? [] : [{ id: 'found-by-trial', detail: `on chain ${chainId}` }],
  };
}

const GAPS: Readonly<Record<TrialGap, string>> = {
  'no-node': 'no node of your own is set for this chain',
  'not-offered': 'the node does not offer eth_simulateV1',
  'rpc-failed': 'the node did not answer',
  'wrong-chain': 'the node is on another chain',
  reverted: 'the request fails when it is tried',
  malformed: 'the answer of the node cannot be read',
};

function notTried(detail: string): Found {
  return { deposits: [], notes: [{ id: 'not-tried', detail }] };
}

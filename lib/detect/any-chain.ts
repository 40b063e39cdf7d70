import { protocols } from '../protocols/index.ts';
import type { RequestContext, RequestRead } from '../request/index.ts';
import { detect, type Detected } from './detect.ts';
import type { Found } from './find-deposits.ts';

/** Chains that hold registered deposits or tokens, Ethereum first: only there is anything modelled. */
const chains: readonly number[] = [
  ...new Set([
    1,
    ...protocols.flatMap(({ deposits, tokens }) => [...deposits, ...tokens].map((one) => one.chainId)),
  ]),
];

function onChain(read: RequestRead, chainId: number): RequestRead {
  return {
    ...read,
    calls: read.calls.map((call) => ({ ...call, chainId })),
    outer: read.outer.map((call) => ({ ...call, chainId })),
    intents: read.intents.map((intent) => ({ ...intent, chainId })),
  };
}

function notSure(found: Detected, chainId: number): Detected {
  const note = { id: 'chain-not-sure', detail: `it is a deposit on chain ${chainId}` } as const;
  return { ...found, notes: [...found.notes, note], opensWindow: true };
}

/**
 * Like `detect`, where the chain is only the page's claim: a call that is a deposit on any chain is held, and what is
 * found on another chain than the claimed one says that the chain is not sure. What a trial or a factory showed
 * has no part in that: it only adds.
 */
export function detectOnAnyChain(
  read: RequestRead,
  site: { readonly origin: string },
  context: RequestContext,
  shown: Found = { deposits: [], notes: [] },
): Detected {
  const found = detect(read, site, context);
  const others =
    found.deposits.length === 0 ? chains : found.deposits.some(({ chainId }) => chainId === 1) ? [] : [1];
  for (const chainId of others) {
    const moved = onChain(read, chainId);
    if (detect(moved, site, context).deposits.length === 0) continue;
    return notSure(detect(found.deposits.length > 0 ? read : moved, site, context, shown), chainId);
  }
  return detect(read, site, context, shown);
}

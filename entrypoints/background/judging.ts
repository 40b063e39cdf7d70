import { GuardError } from '../../lib/core/index.ts';
import {
  chainToAsk,
  confirmVault,
  defaultNodes,
  type NodePort,
  type Probe,
  probeNode,
  readExposure,
  type TrialNodes,
} from '../../lib/exposure/index.ts';
import type { NodeProbe } from '../../lib/messages/index.ts';
import { toCheckedView } from '../../lib/messages/to-checked-view.ts';
import { check, type ReadExposure, triage } from '../../lib/pipeline.ts';
import {
  type Judging,
  learn,
  type Learnt,
  loadLearnt,
  type LoadedSettings,
  loadSettings,
} from '../../lib/platform/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { chainNames } from '../../lib/protocols/index.ts';
import { prepareOdds } from '../../lib/risk/index.ts';

/** The whole read; what is unread by then is unknown (ux A7). */
const deadlineMs = 8_000;
const probeMs = 5_000;
/** A trial of one request. */
const trialMs = 5_000;
const probeHoldsMs = 24 * 3_600_000;
/** Whoever a person delegated to is theirs alone: it is not written down. */
const ownPosition = 'eigenlayer-direct';

/** How the background finds, reads and judges: the pipeline with real nodes and a real clock. */
export const judging: Judging = {
  triage: async (asked) => {
    const trial = trialNodes(await loadSettings(), AbortSignal.timeout(trialMs));
    const found = await triage({ ...asked, claims: true }, trial);
    if (found.action === 'hold') return { action: 'hold' };
    return found.line === null
      ? { action: 'forward' }
      : { action: 'forward', popupLine: 'Lets a deposit contract move tokens. No deposit yet.' };
  },
  check: async (held, settings, onUpdate, signal) => {
    const params: unknown = JSON.parse(held.params);
    const account = held.account === null ? null : (`0x${held.account.slice(2)}` as const);
    const asked = {
      request: { method: held.method, params },
      origin: held.origin,
      chainId: Number(held.chainId ?? '0x1'),
      account,
      claims: true,
    } as const;
    const learnt = await loadLearnt();
    const own = { limits: settings.limits, guesses: settings.settings.guesses };
    // After the questions to the nodes, which `check` sends off at once.
    setTimeout(() => prepareOdds(own.guesses), 0);
    const result = await check(
      asked,
      own,
      reading(settings, learnt, signal),
      (sofar) => onUpdate(toCheckedView(sofar, { final: false, now: Date.now() })),
      trialNodes(settings, AbortSignal.any([signal, AbortSignal.timeout(trialMs)])),
      ({ deposit, vaults }) =>
        confirmVault(
          deposit.contract,
          vaults,
          nodesOf(settings, vaults.chainId),
          AbortSignal.any([signal, AbortSignal.timeout(trialMs)]),
        ),
    );
    return toCheckedView(result, { final: true, now: Date.now() });
  },
  probe: async (chainId, url) => probe(chainId, url),
  nodesChanged: (settings) => {
    for (const [chainId, urls] of Object.entries(settings.nodes))
      for (const url of urls.slice(0, 2)) void probe(Number(chainId), url);
  },
  chains: chainNames,
  builtInNodes: Object.fromEntries(
    Object.entries(defaultNodes).map(([chain, nodes]) => [chain, nodes.map((node) => node.url)]),
  ),
};

function reading(settings: LoadedSettings, learnt: Learnt, signal: AbortSignal): ReadExposure {
  const fresh = Object.entries(learnt.probes).filter(([, { at }]) => Date.now() - at < probeHoldsMs);
  const probes = Object.fromEntries(fresh.map(([name, entry]) => [name, entry.probe]));
  return async (deposit, onProgress) => {
    const chainId = chainToAsk(deposit);
    const key = `${chainId} ${deposit.stake ?? ''}`;
    const memory = learnt.memories[key];
    const nodes = nodesOf(settings, chainId);
    const exposure = await readExposure(deposit, {
      nodes,
      now: () => Date.now(),
      signal,
      deadlineMs,
      onProgress,
      probes,
      ...(memory === undefined ? {} : { memory }),
      onMemory: (met) => {
        if (deposit.stake !== ownPosition)
          learn((before) => ({ ...before, memories: { ...before.memories, [key]: met } }));
      },
    });
    // Probed after the check, so that the next one needs fewer trips and this one none more.
    for (const { name } of nodes.slice(0, 2)) if (probes[name] === undefined) void probe(chainId, name);
    return exposure;
  };
}

/** The first node of the person's own for each chain, while simulation is switched on; never a built-in one. */
function trialNodes({ settings }: LoadedSettings, signal: AbortSignal): TrialNodes | null {
  if (settings.simulate !== true) return null;
  const own = Object.entries(settings.nodes).flatMap(([chainId, [url]]) =>
    url === undefined ? [] : [[Number(chainId), createNode(url)] as const],
  );
  return { nodes: new Map(own), signal };
}

/** The person's nodes for a chain, else the built-in ones. */
function nodesOf({ settings }: LoadedSettings, chainId: number): NodePort[] {
  const chosen = settings.nodes[String(chainId)] ?? [];
  const urls = chosen.length > 0 ? chosen : (judging.builtInNodes[String(chainId)] ?? []);
  return urls.map((url) => createNode(url));
}

/** Finds out what a node can do, and remembers it for a day. */
async function probe(chainId: number, url: string): Promise<NodeProbe> {
  const from = Date.now();
  try {
    const node = createNode(url);
    const found = await probeNode(node, AbortSignal.timeout(probeMs));
    const entry = { at: Date.now(), probe: found };
    learn((before) => ({ ...before, probes: { ...before.probes, [node.name]: entry } }));
    return found.chainId === chainId
      ? { ok: true, ms: Date.now() - from, detail: detailOf(found) }
      : { ok: false, detail: `It is on chain ${found.chainId}, not on ${chainId}.` };
  } catch (error) {
    return { ok: false, detail: error instanceof GuardError ? error.message : 'It did not answer.' };
  }
}

function detailOf({ chainId, batch, override }: Probe): string {
  const can = [batch ? 'batches' : 'no batches', override ? 'state override' : 'no state override'];
  return `Chain ${chainId}, ${can.join(', ')}`;
}

import { GuardError, type Hex } from '../core/index.ts';

import type { Evidence } from './exposure.ts';
import type { ReadOptions } from './options.ts';
import { sample, type Sample, type SampleContext } from './sample.ts';
import { Session } from './session.ts';

/** Once one node has answered, the other is waited for this long, or three times as long as the first took. */
const GRACE_MS = 2_500;

/**
 * What one node said is told after this long, unless more is known by then: two nodes mostly answer within it of each
 * other, and working out what the first one says would only delay the end.
 */
const TELL_AFTER_MS = 30;

type Row = Evidence['nodes'][number];

/** One node's part in a reading: its session, its row in the evidence, and what it said. */
export type NodeRun = { readonly session: Session; row: Row; sample: Sample | null };

/**
 * Asks the first two nodes at the same moment. Returns when both are done, or when one is and the other has been
 * waited for long enough; a node that fails is a row that says why.
 *
 * @param changed - called when something more is known and nothing else follows at once: a first trip that needs
 *   another, a node that is done
 */
export async function askNodes(
  options: ReadOptions,
  context: Omit<SampleContext, 'probe'>,
  signal: AbortSignal,
  changed: (runs: readonly NodeRun[], sofar: Sample) => void,
): Promise<NodeRun[]> {
  const started = options.now();
  const runs = options.nodes.slice(0, 2).map((node): NodeRun => ({
    session: new Session(node, signal, options.probes?.[node.name]?.batch ?? true),
    row: { node: node.name, state: 'waiting', ms: null },
    sample: null,
  }));
  let open = runs.length;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const tell = (sofar: Sample): void => {
    clearTimeout(telling);
    telling = setTimeout(() => changed(runs, sofar), TELL_AFTER_MS);
  };
  const each = runs.map(async (run) => {
    const probe = options.probes?.[run.session.node.name];
    try {
      const done = await sample(run.session, { ...context, probe }, 'latest', (sofar) => {
        if (runs.every((one) => one.sample === null)) tell(sofar); // else more is told already
      });
      if (ended) return; // nobody waits for it any more, and blocks are aligned without it
      run.sample = done;
      run.row = { ...run.row, state: 'replied', ms: options.now() - started };
      open -= 1;
      if (open > 0) tell(done);
    } catch (cause) {
      open -= 1;
      run.row = { ...run.row, state: 'failed', ms: options.now() - started, detail: detailOf(cause) };
    }
  });
  await withGrace(
    each,
    () => runs.some((run) => run.sample !== null),
    () => options.now() - started,
  );
  clearTimeout(telling);
  ended = true;
  return runs;
}

function detailOf(cause: unknown): string {
  if (cause instanceof GuardError) return cause.message;
  throw cause;
}

/** Waits for all, or from the first success on for a limited time. */
async function withGrace(
  each: readonly Promise<void>[],
  anyDone: () => boolean,
  elapsed: () => number,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const grace = new Promise<void>((resolve) => {
    for (const run of each) {
      void run.then(() => {
        if (anyDone()) timer ??= setTimeout(resolve, Math.max(GRACE_MS, 3 * elapsed()));
      }, resolve);
    }
  });
  await Promise.race([Promise.all(each), grace]);
  clearTimeout(timer);
}

/**
 * Brings two nodes to one block: the one ahead is asked again at the other's block. A node that cannot answer for
 * that block keeps no sample, and its row says so.
 */
export async function alignBlocks(
  runs: readonly NodeRun[],
  options: ReadOptions,
  context: Omit<SampleContext, 'probe'>,
) {
  const [a, b] = runs.filter((run) => run.sample !== null);
  if (a?.sample == null || b?.sample == null || a.sample.block.number === b.sample.block.number) return;
  const [behind, ahead] = a.sample.block.number < b.sample.block.number ? [a, b] : [b, a];
  const at: Hex = `0x${(behind.sample?.block.number ?? 0n).toString(16)}`;
  try {
    const probe = options.probes?.[ahead.session.node.name];
    ahead.sample = await sample(ahead.session, { ...context, probe }, at, () => {});
  } catch (cause) {
    ahead.row = {
      ...ahead.row,
      detail: `It stands at a later block and could not go back: ${detailOf(cause)}`,
    };
    ahead.sample = null;
  }
}

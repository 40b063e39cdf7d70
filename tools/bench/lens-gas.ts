import { fileURLToPath } from 'node:url';

import { compilePlan } from '../../lib/exposure/compile.ts';
import { lensByMulticall, lensData } from '../../lib/exposure/lens-call.ts';
import { pagesOf } from '../../lib/exposure/pages.ts';
import type { Plan } from '../../lib/exposure/plan.ts';
import { programOf } from '../../lib/exposure/program.ts';
import { streamOf } from '../../lib/exposure/stream.ts';
import { stakeById } from '../../lib/protocols/index.ts';
import { ask } from '../chain/node-rpc.ts';
import { DEMO_ACCOUNT, startChain } from '../chain/world.ts';
import { measuredWorlds } from './worlds.ts';

export type PageGas = {
  /** Gas of the whole call: the transaction's own, deploying the lens, walking, giving the answer back. */
  readonly whole: number;
  /** Gas of the walk alone. */
  readonly lens: number;
  readonly bytes: number;
  readonly reads: number;
  readonly stopped: boolean;
  readonly ms: number;
};

/** What each page of a plan costs on a node: the figures of the budget. */
export async function lensGas(url: string, plan: Plan): Promise<PageGas[]> {
  const way = { shims: new Set<string>(), assumed: new Map<string, never>() };
  const [head] = await ask(url, [['eth_getBlockByNumber', ['latest', false]]]);
  const limit = Number(Object.entries(head ?? {}).find(([key]) => key === 'gasLimit')?.[1]);
  const pages: PageGas[] = [];
  for (const page of pagesOf(plan)) {
    const call = lensByMulticall(programOf(page, way), 'latest');
    const started = performance.now();
    const [result] = await ask(url, [[call.method, [...call.params]]]);
    const ms = Math.round(performance.now() - started);
    const data = lensData(result, 'multicall');
    const stream = data === null ? null : streamOf(data);
    if (data === null || stream === null) throw new Error('the lens did not answer');
    // What the lens did not get was spent before it, or is the 64th part kept back from it.
    const before = limit - Number((stream.gasAtStart * 64n) / 63n);
    pages.push({
      whole: before + Number(stream.gasUsed) + copying(data.length / 2),
      lens: Number(stream.gasUsed),
      bytes: data.length / 2,
      reads: stream.entries.length,
      stopped: stream.stopped,
      ms,
    });
  }
  return pages;
}

/** Upper bound of what Multicall3 pays to hand an answer of so many bytes on: two copies in its memory. */
function copying(bytes: number): number {
  const words = Math.ceil((2 * bytes) / 32);
  return 9 * words + Math.floor((words * words) / 512);
}

/** Prints what each page of each world costs. */
export async function benchLensGas(): Promise<void> {
  for (const { world, stake } of measuredWorlds) {
    const record = stakeById(stake);
    if (record === null) throw new Error(`no record ${stake}`);
    const chain = await startChain({ world });
    try {
      const plan = compilePlan(record, record.kind === 'direct' ? { stakers: [DEMO_ACCOUNT] } : {});
      for (const [i, page] of (await lensGas(chain.url, plan)).entries()) {
        const { whole, lens, bytes, reads, ms } = page;
        console.log(
          `${world} page ${i + 1}: ${whole} gas (walk ${lens}), ${bytes} bytes, ${reads} reads, ${ms} ms`,
        );
      }
    } finally {
      await chain.stop();
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchLensGas();

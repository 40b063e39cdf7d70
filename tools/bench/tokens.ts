import { fileURLToPath } from 'node:url';

import { asideReads } from '../../lib/exposure/asides.ts';
import { compilePlan } from '../../lib/exposure/compile.ts';
import { directExtras } from '../../lib/exposure/direct-extras.ts';
import { type Exposure, type NodePort, probeNode, readExposure } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { stakeById } from '../../lib/protocols/index.ts';
import { assess, isUnknown } from '../../lib/risk/index.ts';
import { startChain, type Variant, type WorldName } from '../chain/world.ts';
import { lensGas } from './lens-gas.ts';
import { depositInto, measuredWorlds } from './worlds.ts';

const variants: readonly Variant[] = ['within', 'near', 'over', 'unknown'];

/** Everything about request and site is as it should be: what is graded is the reading. */
const identity = {
  contractKnown: true,
  domainKnown: true,
  sameProtocol: true,
  lookalike: false,
  recipientIsUser: true,
};

type Row = {
  /** Confidence in each variant, in the order of `variants`. */
  readonly grades: readonly string[];
  /** Required figures that no variant's honest state can tell. */
  readonly unknown: readonly string[];
  readonly gas: readonly number[];
  /** Round trips to a node that was probed, and to one that was not. */
  readonly trips: readonly [number, number];
};

/** What is known of each token on the embedded chain, and what it takes to know it. */
export async function benchTokens(): Promise<void> {
  console.log(
    `token | confidence (${variants.join(', ')}) | lens gas | trips (probed, not probed) | required, not known`,
  );
  const all: string[] = [];
  for (const { world, stake } of measuredWorlds) {
    const { grades, unknown, gas, trips } = await rowOf(world, stake);
    all.push(...grades.slice(0, 1));
    const most = gas.length === 1 ? `${gas[0]}` : `${Math.max(...gas)} in the largest of ${gas.length} pages`;
    const cells = [stake, grades.join(' '), most, trips.join(', '), unknown.join(', ') || 'none'];
    console.log(cells.join(' | '));
  }
  const counts = ['A', 'B', 'C', 'D'].map((grade) => `${grade} ${all.filter((one) => one === grade).length}`);
  console.log(`Of ${all.length} in the variant ${variants[0]}: ${counts.join(', ')}.`);
}

async function rowOf(world: WorldName, stake: string): Promise<Row> {
  const grades: string[] = [];
  let calm: Pick<Row, 'unknown' | 'gas' | 'trips'> = { unknown: [], gas: [], trips: [0, 0] };
  for (const variant of variants) {
    const chain = await startChain({ world, variant });
    try {
      const node = createNode(chain.url);
      const plain = await read(world, node);
      const assessment = assess({ exposure: plain, identity, notes: [] });
      grades.push(assessment.confidence);
      if (variant !== 'within') continue;
      const probes = { [node.name]: await probeNode(node, AbortSignal.timeout(10_000)) };
      const probed = await read(world, node, probes);
      const missing = assessment.figures.filter(({ required, value }) => required && isUnknown(value));
      calm = {
        unknown: missing.map(({ id }) => id),
        gas: (await lensGas(chain.url, planOf(world, stake))).map(({ whole }) => whole),
        trips: [probed.evidence.roundTrips, plain.evidence.roundTrips],
      };
    } finally {
      await chain.stop();
    }
  }
  return { grades, ...calm };
}

/** All that a deposit asks in one go: the stake, and the bridge and market beside it. */
function planOf(world: WorldName, stake: string) {
  const record = stakeById(stake);
  if (record === null) throw new Error(`no record ${stake}`);
  const deposit = depositInto(world);
  const extras = record.kind === 'direct' ? directExtras(deposit) : {};
  return compilePlan(record, { ...extras, reads: asideReads(record, deposit) });
}

function read(
  world: WorldName,
  node: NodePort,
  probes: NonNullable<Parameters<typeof readExposure>[1]['probes']> = {},
): Promise<Exposure> {
  return readExposure(depositInto(world), {
    nodes: [node],
    now: () => Date.now(),
    signal: new AbortController().signal,
    deadlineMs: 30_000,
    probes,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchTokens();

import { parseArgs } from 'node:util';

import { expectedSnapshot } from './expected.ts';
import { startChain } from './world.ts';
import type { Variant, WorldName } from './world-types.ts';

const NAMES: readonly WorldName[] = [
  'renzo',
  'kelp',
  'puffer',
  'etherfi',
  'swell',
  'yneth',
  'ynlsde',
  'mantle',
  'unifieth',
  'eigenlayer-direct',
];
const VARIANTS: readonly Variant[] = ['within', 'near', 'over', 'unknown'];
const HELP = `Starts a local chain with a made world on it, until Ctrl-C.

  node tools/chain/serve.ts [--world NAME] [--variant NAME] [--port N] [--gas-limit N] [--block-time SECONDS]

  --world        ${NAMES.join(', ')} (default: renzo)
  --variant      ${VARIANTS.join(', ')} (default: within)
  --block-time   seconds between blocks (default: 12, as on Ethereum)
  --snapshot     print the risk model's input that belongs to it, for a deposit of 10 ETH, and end`;

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: 'renzo' },
    variant: { type: 'string', default: 'within' },
    port: { type: 'string' },
    'gas-limit': { type: 'string' },
    'block-time': { type: 'string', default: '12' },
    snapshot: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const world = NAMES.find((name) => name === values.world);
const variant = VARIANTS.find((name) => name === values.variant);
if (values.help || world === undefined || variant === undefined) {
  console.error(HELP);
  process.exit(values.help ? 0 : 2);
}

const chain = await startChain({
  world,
  variant,
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values['gas-limit'] === undefined ? {} : { gasLimit: Number(values['gas-limit']) }),
  blockTime: Number(values['block-time']),
});
if (values.snapshot) {
  console.log(JSON.stringify(expectedSnapshot(chain.world, { depositWei: 10n ** 19n }), null, 2));
  await chain.stop();
} else {
  console.error(`${chain.world.about} Nothing here is a claim about the real chain.`);
  console.log(chain.url);
  process.once('SIGINT', () => void chain.stop());
  process.once('SIGTERM', () => void chain.stop());
}

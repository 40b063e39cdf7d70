import { concat, encodeFunctionData, keccak256, pad, parseAbi, toHex } from 'viem';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import { layerZero } from '../../lib/protocols/index.ts';
import { made } from '../../tools/chain/eigenlayer-state.ts';
import { appLibrary, asApp, placeLibrary, settings, type UlnConfig } from '../../tools/chain/layerzero.ts';
import { view } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import {
  APP,
  bridged,
  EIDS,
  HORIZEN,
  LABS,
  LABS_TWO,
  look,
  NETHERMIND,
  P2P,
  PEER,
  set,
  UNICHAIN,
  value,
} from './bridge-support.ts';

const abi = parseAbi([
  'function verify(bytes header, bytes32 payloadHash, uint64 confirmations)',
  'function commitVerification(bytes header, bytes32 payloadHash)',
]);
const PAYLOAD = keccak256('0x01');
/** A message that nobody sent: version, number, chain, sender, and the adapter on Ethereum as its receiver. */
const HEADER: Hex = concat([
  '0x01',
  toHex(1n, { size: 8 }),
  toHex(UNICHAIN, { size: 4 }),
  PEER,
  toHex(30101, { size: 4 }),
  pad(APP),
]);
const OLD = made('an older LayerZero library');

let chain: Chain;

beforeAll(async () => {
  chain = await startChain({ world: 'kelp' });
  await bridged(chain, [UNICHAIN]);
  await chain.answer(APP, [
    view('function allowInitializePath((uint32,bytes32,uint64)) view returns (bool)', true),
  ]);
});
afterAll(() => chain.stop());

/** Whether LayerZero's own contracts take the forged message when these verifiers have vouched for it. */
async function believed(
  by: readonly Address[],
  library: Address = layerZero.receiveLibrary,
): Promise<boolean> {
  const id = await chain.test.snapshot();
  try {
    const data = encodeFunctionData({ abi, functionName: 'verify', args: [HEADER, PAYLOAD, 99n] });
    for (const verifier of by) await asApp(chain, verifier, [{ to: library, data }]);
    const commit = encodeFunctionData({ abi, functionName: 'commitVerification', args: [HEADER, PAYLOAD] });
    return await chain.test.call({ to: library, data: commit }).then(
      () => true,
      () => false,
    );
  } finally {
    await chain.test.revert({ id });
  }
}

/** Settings, the verifiers of the fewest operators that are enough, and of one operator fewer. */
const CASES: readonly (readonly [string, UlnConfig, bigint, readonly Address[], readonly Address[]])[] = [
  ['one of one', settings([LABS]), 1n, [LABS], []],
  ['two of two', settings([LABS, NETHERMIND]), 2n, [LABS, NETHERMIND], [LABS]],
  ['two of one operator', settings([LABS, LABS_TWO]), 1n, [LABS, LABS_TWO], []],
  [
    'two, and one of two others',
    settings([LABS, NETHERMIND], [HORIZEN, P2P], 1),
    3n,
    [LABS, NETHERMIND, P2P],
    [LABS, NETHERMIND],
  ],
  [
    'two of three, two of them of one operator',
    settings([], [LABS, LABS_TWO, P2P], 2),
    1n,
    [LABS, LABS_TWO],
    [],
  ],
];

it.each(CASES)('a forged message passes %s by the word of as few as the figure says', async (...given) => {
  const [, config, operators, enough, fewer] = given;
  const id = await chain.test.snapshot();
  try {
    await set(chain, UNICHAIN, config);
    expect(value(await look(chain), 'bridgeVerifiersAtMost')).toBe(operators);
    expect(await believed(enough)).toBe(true);
    expect(await believed(fewer)).toBe(false);
  } finally {
    await chain.test.revert({ id });
  }
});

it('a forged message passes no path that the dead verifier guards', async () => {
  const id = await chain.test.snapshot();
  try {
    await set(chain, UNICHAIN, settings([LABS, layerZero.deadVerifier], [NETHERMIND, P2P], 2));
    expect(value(await look(chain), 'bridgeVerifiersAtMost')).toBe('no-source');
    expect(await believed([LABS, NETHERMIND, P2P])).toBe(false);
  } finally {
    await chain.test.revert({ id });
  }
});

it('a forged message passes by a library on its way out, as long as it counts', async () => {
  const id = await chain.test.snapshot();
  try {
    await placeLibrary(chain, OLD, EIDS, settings([LABS]));
    await asApp(chain, APP, [
      appLibrary(APP, UNICHAIN, OLD, 0n),
      appLibrary(APP, UNICHAIN, layerZero.receiveLibrary, 30n),
    ]);
    expect(value(await look(chain), 'bridgeVerifiersAtMost')).toBe(1n);
    expect(await believed([LABS], OLD)).toBe(true);
    await chain.test.mine({ blocks: 30 });
    expect(value(await look(chain), 'bridgeVerifiersAtMost')).toBe(2n);
    expect(await believed([LABS], OLD)).toBe(false);
  } finally {
    await chain.test.revert({ id });
  }
});

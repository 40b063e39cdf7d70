import type { Address, Hex } from '../../lib/core/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import type { Exposure, NodePort, ReadOptions } from '../../lib/exposure/index.ts';
import { layerZero, layerZeroChains } from '../../lib/protocols/index.ts';
import { appSettings, asApp, placeLayerZero, settings, type UlnConfig } from '../../tools/chain/layerzero.ts';
import { type Answer, view } from '../../tools/chain/stand-in.ts';
import type { Chain } from '../../tools/chain/world.ts';
import { depositOf, read } from './exposure-support.ts';

/** Kelp's adapter and token; the chains by LayerZero's numbers. */
export const APP: Address = '0x85d456B2DfF1fd8245387C0BfB64Dfb700e98Ef3';
export const TOKEN: Address = '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7';
export const UNICHAIN = 30320;
export const BASE = 30184;
export const KATANA = 30375; // in the chain table, in no list of Kelp's
export const EIDS = layerZeroChains.map(({ eid }) => eid);

/** Verifiers by the operators that bundled data names. */
export const LABS: Address = '0x589dEDbD617e0CBcB916A9223F4d1300c294236b';
export const LABS_TWO: Address = '0x5d93bb673d001498e515617ADe09904D71929334';
export const NETHERMIND: Address = '0xa59BA433ac34D2927232918Ef5B2eaAfcF130BA5';
export const HORIZEN: Address = '0x380275805876Ff19055EA900CDb2B46a94ecF20D';
export const P2P: Address = '0x06559EE34D85a88317Bf0bfE307444116c631b67';
export const STRANGER: Address = '0x00000000000000000000000000000000000dead1';
export const STRANGER_TWO: Address = '0x00000000000000000000000000000000000dead2';

/** The token's contract on the other chain. */
export const PEER: Hex = `0x${'0'.repeat(24)}c3eacf0612346366db554c991d7858716db09f58`;
const NOBODY = `0x${'0'.repeat(64)}`;
const peers = 'function peers(uint32) view returns (bytes32)';

/** The adapter's own answers: its endpoint, its owner, and a peer on each of these chains only. */
export function adapter(open: readonly number[]): Answer[] {
  return [
    view('function endpoint() view returns (address)', layerZero.endpoint),
    view('function owner() view returns (address)', STRANGER),
    // Chain by chain, over what the world holds.
    ...EIDS.map((eid) => view(peers, open.includes(eid) ? PEER : NOBODY, [eid])),
  ];
}

/** LayerZero's contracts with two of two as the usual, and the adapter open to these chains. */
export async function bridged(chain: Chain, open: readonly number[]): Promise<void> {
  await placeLayerZero(chain, EIDS, settings([LABS, NETHERMIND]));
  await chain.place([{ role: 'rsETH adapter', address: APP, answers: adapter(open) }]);
}

/** The app's own settings for one path. */
export function set(chain: Chain, eid: number, config: UlnConfig): Promise<void> {
  return asApp(chain, APP, [appSettings(APP, eid, config)]);
}

/** One more peer of the adapter. */
export async function openTo(chain: Chain, eid: number): Promise<void> {
  await chain.answer(APP, [view(peers, PEER, [eid])]);
}

/** Takes the peers of single chains away: what is answered for any chain then counts. */
export async function forgetPeers(chain: Chain): Promise<void> {
  for (const eid of EIDS) await chain.forget(APP, view(peers, NOBODY, [eid]).question);
}

/** Does something to the chain, looks, and undoes it. */
export async function after(
  chain: Chain,
  change: () => Promise<unknown>,
  node?: NodePort,
): Promise<Exposure> {
  const id = await chain.test.snapshot();
  try {
    await change();
    return await look(chain, node);
  } finally {
    await chain.test.revert({ id });
  }
}

/** Reads rsETH, by the chain's own clock. */
export async function look(
  chain: Chain,
  node: NodePort = createNode(chain.url),
  options: Partial<ReadOptions> = {},
): Promise<Exposure> {
  const { timestamp } = await chain.test.getBlock();
  return read(depositOf('kelp'), [node], { now: () => Number(timestamp) * 1000, ...options });
}

/** A figure's value, or why there is none. */
export function value(exposure: Exposure, name: string): bigint | string | undefined {
  const reading = exposure.figures[name];
  return reading?.status === 'known' ? reading.value : reading?.reason;
}

/** Both ends of the count. */
export function count(exposure: Exposure): readonly (bigint | string | undefined)[] {
  return [value(exposure, 'bridgeVerifiers'), value(exposure, 'bridgeVerifiersAtMost')];
}

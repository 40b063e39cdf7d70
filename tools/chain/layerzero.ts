import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import {
  type Abi,
  concat,
  encodeAbiParameters,
  encodeFunctionData,
  pad,
  parseAbi,
  parseAbiParameters,
  toHex,
} from 'viem';
import * as z from 'zod/mini';

import type { Address, Hex } from '../../lib/core/index.ts';
import { layerZero } from '../../lib/protocols/index.ts';
import type { Sending } from './eigenlayer-put.ts';
import { made } from './eigenlayer-state.ts';
import { ask } from './node-rpc.ts';
import type { Chain } from './world.ts';

/** Whose word a path needs, as LayerZero's library takes it; a count of 255: none, 0: LayerZero's own. */
export type UlnConfig = {
  readonly confirmations: bigint;
  readonly requiredDVNCount: number;
  readonly optionalDVNCount: number;
  readonly optionalDVNThreshold: number;
  readonly requiredDVNs: readonly Address[];
  readonly optionalDVNs: readonly Address[];
};

const ETHEREUM = 30101;
/** Who owns LayerZero's contracts on the embedded chain. */
const OWNER = made('LayerZero owner');
const PROTOCOL = '@layerzerolabs/lz-evm-protocol-v2/artifacts/contracts/EndpointV2.sol/EndpointV2.json';
const LIBRARY =
  '@layerzerolabs/lz-evm-messagelib-v2/artifacts/contracts/uln/uln302/ReceiveUln302.sol/ReceiveUln302.json';
const ULN_CONFIG = parseAbiParameters([
  'UlnConfig config',
  'struct UlnConfig { uint64 confirmations; uint8 requiredDVNCount; uint8 optionalDVNCount; uint8 optionalDVNThreshold; address[] requiredDVNs; address[] optionalDVNs; }',
]);

const LAYERZERO_ABI = parseAbi([
  'struct UlnConfig { uint64 confirmations; uint8 requiredDVNCount; uint8 optionalDVNCount; uint8 optionalDVNThreshold; address[] requiredDVNs; address[] optionalDVNs; }',
  'struct DefaultParam { uint32 eid; UlnConfig config; }',
  'struct ConfigParam { uint32 eid; uint32 configType; bytes config; }',
  'function registerLibrary(address lib)',
  'function setDefaultUlnConfigs(DefaultParam[] params)',
  'function setDefaultReceiveLibrary(uint32 eid, address lib, uint256 grace)',
  'function setReceiveLibrary(address app, uint32 eid, address lib, uint256 grace)',
  'function setConfig(address app, address lib, ConfigParam[] params)',
  'function setDelegate(address delegate)',
  'function blockedLibrary() view returns (address)',
]);
const artifact = z.object({ bytecode: z.templateLiteral(['0x', z.string()]) });

/** Settings by the verifiers that must agree, and a number of others of whom so many must. */
export function settings(
  required: readonly Address[],
  optional: readonly Address[] = [],
  threshold = 0,
): UlnConfig {
  return {
    confirmations: 15n,
    requiredDVNCount: required.length === 0 ? 255 : required.length,
    optionalDVNCount: optional.length === 0 ? 255 : optional.length,
    optionalDVNThreshold: threshold,
    requiredDVNs: sorted(required),
    optionalDVNs: sorted(optional),
  };
}

/** The library takes its verifiers in rising order only. */
function sorted(list: readonly Address[]): Address[] {
  return list.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
}

/**
 * Puts LayerZero's own published contracts at their mainnet addresses: each constructor runs there, so that storage
 * and immutable values are its own. Every chain of `eids` gets the usual library, and `usual` as LayerZero's settings.
 */
export async function placeLayerZero(chain: Chain, eids: readonly number[], usual: UlnConfig): Promise<void> {
  const { endpoint, receiveLibrary } = layerZero;
  await ask(chain.url, [['anvil_setBalance', [OWNER, toHex(10n ** 20n)]]]);
  await construct(chain, endpoint, PROTOCOL, concat([pad(toHex(ETHEREUM)), pad(OWNER)]));
  await placeLibrary(chain, receiveLibrary, eids, usual);
  const defaults = eids.map((eid): Sending => setDefaultLibrary(eid, receiveLibrary, 0n));
  await chain.send(defaults, OWNER);
}

/** Puts one more receiving library there, registered, with LayerZero's settings for each chain. */
export async function placeLibrary(
  chain: Chain,
  at: Address,
  eids: readonly number[],
  usual: UlnConfig,
): Promise<void> {
  await construct(chain, at, LIBRARY, pad(layerZero.endpoint));
  await chain.send(
    [defaultSettings(eids, usual, at), send(layerZero.endpoint, 'registerLibrary', [at])],
    OWNER,
  );
}

async function construct(chain: Chain, at: Address, path: string, args: Hex): Promise<void> {
  const creation = concat([artifact.parse(JSON.parse(readFileSync(file(path), 'utf8'))).bytecode, args]);
  const call = { from: OWNER, to: at, data: '0x' };
  const [, runtime] = await ask(chain.url, [
    ['anvil_setCode', [at, creation]],
    ['eth_call', [call, 'latest']],
  ]);
  await chain.send([{ to: at, data: '0x' }], OWNER);
  await ask(chain.url, [['anvil_setCode', [at, runtime]]]);
}

function file(path: string): string {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}

/** LayerZero's own settings know no mark for none. */
function count(n: number): number {
  return n === 255 ? 0 : n;
}

/** LayerZero's own settings for what comes from these chains; `none` stands for zero, as its library wants it. */
export function defaultSettings(
  eids: readonly number[],
  usual: UlnConfig,
  library: Address = layerZero.receiveLibrary,
): Sending {
  const config = {
    ...usual,
    requiredDVNCount: count(usual.requiredDVNCount),
    optionalDVNCount: count(usual.optionalDVNCount),
  };
  return send(library, 'setDefaultUlnConfigs', [eids.map((eid) => ({ eid, config }))]);
}

/** LayerZero's usual library for a chain; the one before stays valid for `grace` blocks. */
export function setDefaultLibrary(eid: number, library: Address, grace: bigint): Sending {
  return send(layerZero.endpoint, 'setDefaultReceiveLibrary', [eid, library, grace]);
}

/** The library that takes nothing, which LayerZero's endpoint made for itself. */
export async function blockedLibrary(chain: Chain): Promise<Address> {
  const data = encodeFunctionData({ abi: LAYERZERO_ABI, functionName: 'blockedLibrary' });
  const [answer] = await ask(chain.url, [['eth_call', [{ to: layerZero.endpoint, data }, 'latest']]]);
  return `0x${String(answer).slice(-40)}`;
}

/** Sends as LayerZero's owner. */
export function asLayerZero(chain: Chain, sendings: readonly Sending[]): Promise<void> {
  return chain.send(sendings, OWNER);
}

/** Sends as the app itself. */
export async function asApp(chain: Chain, app: Address, sendings: readonly Sending[]): Promise<void> {
  await ask(chain.url, [['anvil_setBalance', [app, toHex(10n ** 20n)]]]);
  await chain.send(sendings, app);
}

/** The app's own settings for a path. */
export function appSettings(app: Address, eid: number, config: UlnConfig, library?: Address): Sending {
  const params = [{ eid, configType: 2, config: encodeAbiParameters(ULN_CONFIG, [config]) }];
  return send(layerZero.endpoint, 'setConfig', [app, library ?? layerZero.receiveLibrary, params]);
}

/** The app's own library for a path. */
export function appLibrary(app: Address, eid: number, library: Address, grace: bigint): Sending {
  return send(layerZero.endpoint, 'setReceiveLibrary', [app, eid, library, grace]);
}

/** Who may change the app's settings beside itself. */
export function appDelegate(delegate: Address): Sending {
  return send(layerZero.endpoint, 'setDelegate', [delegate]);
}

type Put = Extract<(typeof LAYERZERO_ABI)[number], { type: 'function' }>['name'];

function send(to: Address, functionName: Put, args: readonly unknown[]): Sending {
  const abi: Abi = LAYERZERO_ABI;
  return { to, data: encodeFunctionData({ abi, functionName, args }) };
}

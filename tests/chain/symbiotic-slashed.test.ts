import { afterAll, beforeAll, expect, it } from 'vitest';

import { createNode } from '../../lib/platform/node-transport.ts';
import { sfc32 } from '../../lib/risk/index.ts';
import { act, call, encode } from '../../tools/chain/symbiotic/send.ts';
import { SYMBIOTIC } from '../../tools/chain/symbiotic/deploy.ts';
import * as made from '../../tools/chain/symbiotic/vault.ts';
import type { Chain } from '../../tools/chain/world.ts';
import {
  ALICE,
  BOB,
  ETH,
  intoVault,
  middlewareOf,
  NETWORKS,
  OPERATORS,
  pass,
  rangeOf,
  readVault,
  symbioticChain,
  told,
} from './symbiotic-support.ts';

const SEED = 20_261_121;
const STATES = 40;
const WAD = 10n ** 18n;
const MOST = 2n ** 256n - 1n;
/** The vault rounds shares and parts of a slash, by a few wei in all. */
const DUST = 40n;
const EPOCH = 7_200;
const VETO = 1_200;

let chain: Chain;
beforeAll(async () => {
  chain = await symbioticChain();
}, 240_000);
afterAll(() => chain.stop());

type Dice = { below(n: number): number; chance(percent: number): boolean };

function diceOf(seed: number): Dice {
  const next = sfc32(seed);
  const below = (n: number) => Math.floor((next() / 2 ** 32) * n);
  return { below, chance: (percent) => below(100) < percent };
}

async function now(): Promise<bigint> {
  return (await chain.test.getBlock()).timestamp;
}

async function number(to: `0x${string}`, signature: string, ...args: readonly unknown[]): Promise<bigint> {
  return BigInt(
    (await call(chain.url, { from: BOB, to, data: encode(signature, ...args) })) ?? 'not answered',
  );
}

type Pair = readonly [network: (typeof NETWORKS)[number], operator: (typeof OPERATORS)[number]];

type State = {
  readonly vault: made.Vault;
  readonly pairs: readonly Pair[];
  /** Before promises were changed the last time. */
  readonly moment: bigint;
};

/** A vault of any kind, with promises of any size, people leaving in two epochs, limits that moved lately. */
async function anyVault(dice: Dice): Promise<State> {
  const type = ([0, 1, 2, 3] as const)[dice.below(4)] ?? 0;
  const vault = await made.createVault(chain.url, {
    delegator: type,
    slasher: dice.chance(50) ? 'veto' : 'instant',
    epochSecs: EPOCH,
    vetoSecs: VETO,
    operator: OPERATORS[0],
    network: NETWORKS[0],
    version: dice.chance(30) ? 2 : 1,
  });
  await made.optIn(chain.url, vault, OPERATORS);
  const pool = BigInt(50 + dice.below(1000)) * ETH + BigInt(dice.below(1_000_000));
  await made.deposit(chain.url, vault, ALICE, pool);
  const networks = type === 3 ? NETWORKS.slice(0, 1) : NETWORKS.slice(0, 1 + dice.below(3));
  const operators = type >= 2 ? OPERATORS.slice(0, 1) : OPERATORS.slice(0, 1 + dice.below(3));
  const widest = dice.chance(60) ? 25 : 150;
  const limit = () => 1n + (pool * BigInt(1 + dice.below(widest))) / 100n;
  for (const network of networks) {
    await made.setLimit(chain.url, vault, network, limit());
    for (const operator of type < 2 ? operators : [])
      await made.setOperator(
        chain.url,
        vault,
        network,
        operator,
        type === 0 ? BigInt(1 + dice.below(9)) : limit(),
      );
  }
  for (let round = 0; round < dice.below(3); round += 1) {
    await made.withdraw(chain.url, vault, ALICE, (pool * BigInt(1 + dice.below(25))) / 100n);
    await pass(chain, dice.chance(50) ? EPOCH : dice.below(EPOCH));
  }
  await pass(chain, 60);
  const moment = await now();
  const [network] = networks;
  // Promises that are taken back, or made larger, just before the deposit.
  if (network !== undefined && dice.chance(60))
    await made.setLimit(chain.url, vault, network, limit() + 7n, 3n * pool);
  if (dice.chance(30)) {
    const data = encode('function optOut(address)', vault.vault);
    await act(chain.url, [{ from: OPERATORS[0], to: SYMBIOTIC.operatorVaultOptIn, data }]);
  }
  return {
    moment,
    vault,
    pairs: networks.flatMap((one) => operators.map((operator): Pair => [one, operator])),
  };
}

/** Every network takes at once all that the contracts let it, about one moment. Returns how many slashes went through. */
async function slashAll(
  { slasher, spec }: made.Vault,
  pairs: readonly Pair[],
  capture: bigint,
): Promise<number> {
  let done = 0;
  const requests =
    spec.slasher === 'veto' ? await number(slasher, 'function slashRequestsLength() view') : 0n;
  for (let index = 0n; index < requests; index += 1n) {
    for (const network of NETWORKS) {
      const data = encode('function executeSlash(uint256, bytes)', index, '0x');
      const execute = { from: middlewareOf(network), to: slasher, data };
      if ((await call(chain.url, execute)) === null) continue;
      await act(chain.url, [execute]);
      done += 1;
    }
  }
  for (const [network, operator] of pairs) {
    const from = middlewareOf(network);
    const words = [made.subnetwork(network), operator, MOST, Number(capture), '0x'] as const;
    const name = spec.slasher === 'veto' ? 'requestSlash' : 'slash';
    const data = encode(`function ${name}(bytes32, address, uint256, uint48, bytes)`, ...words);
    if ((await call(chain.url, { from, to: slasher, data })) === null) continue;
    await act(chain.url, [{ from, to: slasher, data }]);
    if (spec.slasher === 'veto') {
      const index = (await number(slasher, 'function slashRequestsLength() view')) - 1n;
      const execute = {
        from,
        to: slasher,
        data: encode('function executeSlash(uint256, bytes)', index, '0x'),
      };
      if ((await call(chain.url, execute)) === null) continue;
      await act(chain.url, [execute]);
    }
    done += 1;
  }
  return done;
}

/** A slash that is asked for and not carried out yet. */
async function askForSlash({ slasher }: made.Vault, [network, operator]: Pair): Promise<void> {
  const capture = Number(await now());
  const words = [made.subnetwork(network), operator, MOST, capture, '0x'] as const;
  const data = encode('function requestSlash(bytes32, address, uint256, uint48, bytes)', ...words);
  const request = { from: middlewareOf(network), to: slasher, data };
  if ((await call(chain.url, request)) !== null) await act(chain.url, [request]);
}

it.each(Array.from({ length: STATES }, (_, i) => SEED + i))(
  'loses in state %i no more, and no less, than was told before by what the real contracts then take',
  async (seed) => {
    const dice = diceOf(seed);
    const { vault, pairs, moment } = await anyVault(dice);
    const [first] = pairs;
    if (vault.spec.slasher === 'veto' && first !== undefined && dice.chance(50))
      await askForSlash(vault, first);
    const amount = BigInt(1 + dice.below(dice.chance(30) ? 5_000 : 20)) * ETH;
    const exposure = await readVault(chain, intoVault(vault.vault, amount), [createNode(chain.url)]);
    const share = rangeOf(told(exposure), 'slashableNow');
    expect([exposure.evidence.unread, exposure.evidence.roundTrips <= 3]).toEqual([[], true]);
    await made.deposit(chain.url, vault, BOB, amount);
    // About the moment of the deposit, or about one before promises changed: the contracts take both for an epoch.
    const fresh = dice.chance(50);
    const capture = fresh ? await now() : moment;
    await pass(chain, 12);
    const before = await number(vault.vault, 'function activeBalanceOf(address) view', BOB);
    const slashes = await slashAll(vault, pairs, capture);
    const after = await number(vault.vault, 'function activeBalanceOf(address) view', BOB);
    const lost = before - after;
    if (fresh && (share?.lo ?? 0n) > 0n) expect(slashes).toBeGreaterThan(0);
    expect(share).not.toBeNull();
    expect(lost * WAD).toBeLessThanOrEqual((share?.hi ?? 0n) * before + DUST * WAD);
    if (fresh) expect((lost + DUST) * WAD).toBeGreaterThanOrEqual((share?.lo ?? 0n) * before);
  },
  60_000,
);

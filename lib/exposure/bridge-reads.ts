import type { Address, Hex } from '../core/index.ts';
import { layerZero, layerZeroChains, type StakeRead, type TokenBridges } from '../protocols/index.ts';

import { addressWord, word } from './words.ts';

/** The precompile that answers with its own question: by it a list of ours becomes one that reads can go over. */
const ECHO: Address = '0x0000000000000000000000000000000000000004';

/** Gas of one read. A contract that burns all of it on every path takes less than three million. */
const APP_GAS = 80_000;
const ENDPOINT_GAS = 60_000;
const SETTINGS_GAS = 200_000;
/** Over a hundred verifiers: more than any honest path has. */
const SETTINGS_SIZE = 4_096;

/** Names of the reads of bridges, free of those of any record. */
export const READ = {
  endpoint: 'bridge endpoint',
  owner: 'bridge owner',
  delegate: 'bridge delegate',
  blocked: 'bridge blocked library',
  chains: 'bridge chains',
  eid: 'bridge chain',
  peer: 'bridge peer',
  open: 'bridge peer is one',
  library: 'bridge library',
  settings: 'bridge settings',
  own: 'bridge own settings',
  grace: 'bridge library before',
  graceSettings: 'bridge settings before',
  defaultGrace: 'bridge default library before',
  defaultGraceSettings: 'bridge default settings before',
  supply: 'bridge supply',
  held: (n: number) => `bridge held ${n}`,
} as const;

/**
 * Everything that shows who can have a message from another chain believed on Ethereum (`facts/readings.md` §5). Every
 * chain of the table is asked, whatever the lists say of the token: a path that somebody opened yesterday is in none.
 */
export function bridgeReads(bridges: TokenBridges): Record<string, StakeRead> {
  const reads: Record<string, StakeRead> = { [READ.supply]: tokenView(bridges.token, 'totalSupply()') };
  for (const [n, { address }] of bridges.holders.entries()) {
    if (address !== null) reads[READ.held(n)] = tokenView(bridges.token, 'balanceOf(address)', address);
  }
  return bridges.app === null ? reads : { ...reads, ...pathReads(bridges.app.address) };
}

function tokenView(token: Address, sig: 'totalSupply()' | 'balanceOf(address)', of?: Address): StakeRead {
  const selector = of === undefined ? '0x18160ddd' : '0x70a08231';
  return { kind: 'view', to: token, sig, selector, ...(of === undefined ? {} : { args: [of] }), grade: 'S' };
}

function pathReads(app: Address): Record<string, StakeRead> {
  const { endpoint } = layerZero;
  const chain = { answerOf: READ.eid };
  const item = { item: true } as const;
  const once = { kind: 'view', grade: 'P', gas: APP_GAS } as const;
  // Only of paths that are open: where the peer is nobody, nobody's balance can be asked, and nothing hangs on it.
  const ask = { ...once, for: { each: READ.open }, to: endpoint, gas: ENDPOINT_GAS } as const;
  const look = { ...once, to: item, args: [app, chain], gas: SETTINGS_GAS, size: SETTINGS_SIZE } as const;
  const usedSettings = { ...look, sig: 'getUlnConfig(address,uint32)', selector: '0x43ea4fa9' } as const;
  return {
    [READ.endpoint]: { ...once, to: app, sig: 'endpoint()', selector: '0x5e280f11' },
    [READ.owner]: { ...once, to: app, sig: 'owner()', selector: '0x8da5cb5b' },
    [READ.delegate]: {
      ...once,
      to: endpoint,
      sig: 'delegates(address)',
      selector: '0x587cde1e',
      args: [app],
    },
    [READ.blocked]: { ...once, to: endpoint, sig: 'blockedLibrary()', selector: '0x73318091' },
    // Shifted by the four bytes that stand before every answer of the echo: what comes back are the numbers.
    [READ.chains]: echoed(layerZeroChains.map(({ eid }) => BigInt(eid) << 32n)),
    [READ.eid]: { ...echo, for: { list: READ.chains }, args: [item] },
    [READ.peer]: {
      ...once,
      for: { each: READ.eid },
      to: app,
      sig: 'peers(uint32)',
      selector: '0xbb0b6a53',
      args: [item],
    },
    [READ.open]: { kind: 'balance', of: item, for: { each: READ.peer }, grade: 'P' },
    [READ.library]: {
      ...ask,
      sig: 'getReceiveLibrary(address,uint32)',
      selector: '0x402f8468',
      args: [app, chain],
    },
    [READ.settings]: { ...usedSettings, for: { each: READ.library } },
    [READ.own]: {
      ...look,
      for: { each: READ.library },
      sig: 'getAppUlnConfig(address,uint32)',
      selector: '0x39e3f938',
    },
    [READ.grace]: {
      ...ask,
      sig: 'receiveLibraryTimeout(address,uint32)',
      selector: '0xef667aa1',
      args: [app, chain],
    },
    [READ.graceSettings]: { ...usedSettings, for: { each: READ.grace } },
    [READ.defaultGrace]: {
      ...ask,
      sig: 'defaultReceiveLibraryTimeout(uint32)',
      selector: '0x6e83f5bb',
      args: [chain],
    },
    [READ.defaultGraceSettings]: { ...usedSettings, for: { each: READ.defaultGrace } },
  };
}

const echo = {
  kind: 'view',
  to: ECHO,
  sig: 'the numbers of the chains, given back',
  selector: '0x00000000',
  gas: 30_000,
  size: 2_048,
  grade: 'P',
} as const;

/** A read that answers with a list of ours. */
function echoed(items: readonly bigint[]): StakeRead {
  const list = [word(32), word(items.length), ...items.map(word)].join('');
  // Four bytes of selector stand for the first four of the list, which are zero.
  const rest = `${list.slice(8)}${'0'.repeat(8)}`;
  const args = Array.from(
    { length: rest.length / 64 },
    (_, i): Hex => `0x${rest.slice(64 * i, 64 * (i + 1))}`,
  );
  return { ...echo, args };
}

/** Words of an address, for comparing it with an answer. */
export function sameAddress(value: bigint, address: Address): boolean {
  return word(value) === addressWord(address);
}

import { readsThrough, sumThrough } from './look-through.ts';
import { pufferPufeth } from './puffer-pufeth.ts';
import { defineStake } from './stake.ts';

const unifiEth = '0x196ead472583Bc1e9aF7A05F860D9857e1Bd3dCc';
const accountant = '0xA9fB7e2922216deBE3Fd5E1bBE7591eE446Dc21c';

/**
 * What stands behind unifiETH: a vault that holds pufETH, as far as it does. Its own share of the pufETH pool is
 * followed to operators by the reads of that record; what else it holds counts as not traced. Read 2026-11-21 from the
 * sources named; no formula was run against a live chain.
 */
export const pufferUnifieth = defineStake({
  id: 'puffer-unifieth',
  kind: 'lrt',
  chainId: 1,
  symbols: ['unifiETH'],
  reads: {
    ...readsThrough('puf', pufferPufeth.reads),
    rate: { kind: 'view', to: accountant, sig: 'getRate()', selector: '0x679aefce', grade: 'S' },
    state: { kind: 'view', to: accountant, sig: 'accountantState()', selector: '0x433255de', grade: 'S' },
    supply: { kind: 'view', to: unifiEth, sig: 'totalSupply()', selector: '0x18160ddd', grade: 'S' },
    held: {
      kind: 'view',
      to: '0xD9A442856C234a39a81a089C06451EBAa4306a72',
      sig: 'balanceOf(address)',
      selector: '0x70a08231',
      args: [unifiEth],
      grade: 'T',
    },
    paused: {
      kind: 'view',
      to: '0x08eb2EccDF6eBD7abA601791F23ec5b5f68a1d53',
      sig: 'isPaused()',
      selector: '0xb187bd26',
      grade: 'S',
    },
  },
  stakers: { each: 'puf_moduleAddr' },
  stakersNote:
    'Only the pufETH in the vault was followed to operators. What else the vault holds was not read and counts as not traced.',
  share: { held: 'held', of: 'puf_supply' },
  strategies: pufferPufeth.strategies,
  figures: {
    totalWei: {
      expr: { wad: ['supply', 'rate'] },
      claim: true,
      unit: 'wei of ETH',
      counts: 'what holders may claim at the rate of the accountant',
      excludes: 'no view counts what the vault holds',
      grade: 'S',
    },
    idleWei: {
      expr: { part: [sumThrough('puf', pufferPufeth.figures.idleWei.expr), 'held', 'puf_supply'] },
      unit: 'wei of ETH',
      counts: 'of what pufETH holds outside of EigenLayer, the share that stands behind this vault',
      grade: 'S',
    },
    rate: { expr: 'rate', unit: '1e18', grade: 'S' },
    rateUpdatedAt: { expr: { bySize: 'state', words: { 10: 6, 12: 7 } }, unit: 'unix s', grade: 'S' },
    supply: { expr: 'supply', unit: 'token wei', grade: 'S' },
    queueMinSecs: { expr: 0, unit: 's', grade: 'S' },
  },
  noView: {
    bufferWei: 'what the vault pays out at once was not read',
    queueMaxSecs: 'the contract that takes exits from the vault is not known',
  },
  depositsPaused: { true: 'paused' },
  redemptionPaused: { noView: 'the contract that takes exits from the vault is not known' },
  exit: { includesUnwinding: true, nativeUnwind: true },
  upgrade: {
    delay: { noView: 'the vault is no proxy; its owner and its authority were not read' },
    checks: [],
    authority: 'owner and authority of the vault',
    fastPath: {
      who: 'Owner and authority of the vault: may change what it holds, with no delay',
      address: null,
    },
  },
  proxies: pufferPufeth.proxies,
  codeSeen: pufferPufeth.codeSeen,
  operators: pufferPufeth.operators,
  provenance: {
    sources: [
      ...pufferPufeth.provenance.sources,
      'Veda-Labs/boring-vault@45243c14 (2026-05-28)',
      'DefiLlama/DefiLlama-Adapters@1eb4e81d (2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});

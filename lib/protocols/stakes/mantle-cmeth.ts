import type { Address } from '../../core/index.ts';
import { defineStake } from './stake.ts';
import { upgradePath } from './upgrade-path.ts';

const cmEth = '0xE6829d9a7eE3040e1276Fa75293Bde931859e8fA';
const mEth = '0xd5F7838F5C461fefF7FE49ea5ebaF7728bB0ADfa';
const staking = '0xe3cBd06D7dadB3F4e6557bAb7EdD924CD1489E8f';
const delayedWithdraw = '0x12Be34bE067Ebd201f6eAf78a861D90b2a66B113';
const pauser = '0x29Ab878aEd032e2e2c86FF4A9a9B05e3276cf1f8';

/** The contracts that hold cmETH's mETH, by layer; `old`: replaced, and still counted by the source. */
const positions = {
  eigen1: '0xCaC15044a1F67238D761Aa4C7650DaB59cEF849D',
  eigen2: '0x0b5d15445B715bF117ba0482B7A9f772AF46d93A',
  karak: '0x52EA8E95378d01B0aaD3B034Ca0656b0F0cc21A2',
  symbiotic: '0x5bb8e5e8602b71b182e0Efe256896a931489A135',
  oldEigen1: '0x6DfbE3A1a0e835C125EEBb7712Fffc36c4D93b25',
  oldEigen2: '0x021180A06Aa65A7B5fF891b5C146FbDaFC06e2DA',
  oldSymbiotic: '0x919531146f9a25dFC161D5AB23B117FeAE2c1d36',
} as const satisfies Record<string, Address>;

const underlyings = (to: Address) =>
  ({
    kind: 'view',
    to,
    sig: 'getUnderlyings()',
    selector: '0xf65baefa',
    gas: 1_000_000,
    grade: 'T',
  }) as const;
const mEthHeldBy = (holder: Address) =>
  ({
    kind: 'view',
    to: mEth,
    sig: 'balanceOf(address)',
    selector: '0x70a08231',
    args: [holder],
    grade: 'T',
  }) as const;
const mEthOf = (name: string) => ({ amounts: name, token: mEth }) as const;

/**
 * What stands behind cmETH: mETH in EigenLayer, Karak and Symbiotic. Read 2026-11-21 from the sources named; no
 * formula was run against a live chain.
 */
export const mantleCmeth = defineStake({
  id: 'mantle-cmeth',
  kind: 'lrt',
  chainId: 1,
  symbols: ['cmETH'],
  reads: {
    inEigen1: underlyings(positions.eigen1),
    inEigen2: underlyings(positions.eigen2),
    inKarak: underlyings(positions.karak),
    inSymbiotic: underlyings(positions.symbiotic),
    inOldEigen1: underlyings(positions.oldEigen1),
    inOldEigen2: underlyings(positions.oldEigen2),
    inOldSymbiotic: underlyings(positions.oldSymbiotic),
    inVault: mEthHeldBy('0x33272D40b247c4cd9C646582C9bbAD44e85D4fE4'),
    inWithdraw: mEthHeldBy(delayedWithdraw),
    mEthRate: {
      kind: 'view',
      to: staking,
      sig: 'mETHToETH(uint256)',
      selector: '0x5890c11c',
      args: ['1000000000000000000'],
      grade: 'S',
    },
    rate: {
      kind: 'view',
      to: '0x6049Bd892F14669a4466e46981ecEd75D610a2eC',
      sig: 'getRate()',
      selector: '0x679aefce',
      grade: 'T',
    },
    state: {
      kind: 'view',
      to: '0x6049Bd892F14669a4466e46981ecEd75D610a2eC',
      sig: 'accountantState()',
      selector: '0x433255de',
      grade: 'T',
    },
    supply: { kind: 'view', to: cmEth, sig: 'totalSupply()', selector: '0x18160ddd', grade: 'T' },
    pausedTeller: {
      kind: 'view',
      to: '0xB6f7D38e3EAbB8f69210AFc2212fe82e0f1912b0',
      sig: 'isPaused()',
      selector: '0xb187bd26',
      grade: 'T',
    },
    // (allowWithdraws, withdrawDelay, completionWindow, outstandingShares, withdrawFee, maxLoss)
    withdraw: {
      kind: 'view',
      to: delayedWithdraw,
      sig: 'withdrawAssets(address)',
      selector: '0xaa5a0ffd',
      args: [mEth],
      grade: 'M',
    },
    pausedStake: { kind: 'view', to: pauser, sig: 'isStakingPaused()', selector: '0x1ea7ca89', grade: 'S' },
    pausedUnstake: {
      kind: 'view',
      to: pauser,
      sig: 'isUnstakeRequestsAndClaimsPaused()',
      selector: '0x8b61391a',
      grade: 'S',
    },
    finalizeBlocks: {
      kind: 'view',
      to: '0x38fDF7b489316e03eD8754ad339cb5c4483FDcf9',
      sig: 'numberOfBlocksToFinalize()',
      selector: '0xae5cf272',
      grade: 'S',
    },
    ...upgradePath('token', cmEth),
    ...upgradePath('meth', mEth),
    ...upgradePath('staking', staking),
  },
  stakers: {
    given: [positions.eigen1, positions.eigen2, positions.oldEigen1, positions.oldEigen2],
  },
  stakersNote:
    'Only the EigenLayer part of cmETH was followed to operators. Its Karak and Symbiotic parts count as not traced.',
  strategies: ['0x298aFB19A105D59E74658C4C334Ff360BadE6dd2'],
  figures: {
    // No fallback on supply times rate: what was bridged is burned here, so that would be too little.
    totalWei: {
      expr: {
        wad: [
          {
            sum: [
              mEthOf('inEigen1'),
              mEthOf('inEigen2'),
              mEthOf('inKarak'),
              mEthOf('inSymbiotic'),
              mEthOf('inOldEigen1'),
              mEthOf('inOldEigen2'),
              mEthOf('inOldSymbiotic'),
              'inVault',
              'inWithdraw',
            ],
          },
          'mEthRate',
        ],
      },
      unit: 'wei of ETH',
      counts:
        'mETH in the positions, in the vault and in the delayed withdraw, as the positions themselves say',
      grade: 'T',
    },
    idleWei: {
      expr: { wad: [{ sum: ['inVault', 'inWithdraw'] }, 'mEthRate'] },
      unit: 'wei of ETH',
      grade: 'T',
    },
    rate: { expr: { wad: ['rate', 'mEthRate'] }, unit: '1e18', grade: 'T' },
    // Two versions of the accountant are in use; an answer of another length is none that we know.
    rateUpdatedAt: { expr: { bySize: 'state', words: { 10: 6, 12: 7 } }, unit: 'unix s', grade: 'T' },
    supply: { expr: 'supply', unit: 'token wei', grade: 'T' },
    bufferWei: {
      expr: { wad: ['inVault', 'mEthRate'] },
      unit: 'wei of ETH',
      counts: 'paid in mETH, and only through the delayed withdraw',
      grade: 'T',
    },
    queueMinSecs: {
      expr: { sum: ['withdraw[1]', { times: ['finalizeBlocks', 12] }] },
      unit: 's',
      counts: 'the delay to mETH, and the blocks until mETH pays ETH',
      grade: 'M',
    },
    queueMaxSecs: {
      expr: { sum: ['withdraw[1]', 'withdraw[2]', { times: ['finalizeBlocks', 12] }] },
      unit: 's',
      grade: 'M',
    },
  },
  noView: {
    backingWei: 'the supply on Ethereum leaves out what was bridged: a gap cannot show',
  },
  depositsPaused: { any: [{ true: 'pausedTeller' }, { true: 'pausedStake' }] },
  redemptionPaused: { any: [{ false: 'withdraw' }, { true: 'pausedUnstake' }] },
  exit: {
    includesUnwinding: false,
    nativeUnwind: true,
    assumedMax:
      'The contract sets no last time for funds to come. Taken as its delay and window, then the EigenLayer delay and the validator exit.',
  },
  upgrade: {
    delay: { path: ['token', 'meth', 'staking'] },
    checks: [],
    authority: 'The admins of the proxies of cmETH, mETH and mETH staking',
    fastPath: {
      who: 'Mantle Security Council: reported to change cmETH without a timelock',
      address: null,
      published: { signers: 13, threshold: 6, asOf: '2025-07' },
    },
  },
  proxies: [
    { address: cmEth, role: 'cmETH', implementation: null, since: null },
    { address: mEth, role: 'mETH', implementation: null, since: null },
    { address: staking, role: 'mETH Staking', implementation: null, since: null },
  ],
  codeSeen: null,
  operators: [],
  provenance: {
    sources: [
      'DefiLlama/DefiLlama-Adapters@1eb4e81d (2026-08-22) projects/mantle-restaking',
      'mantle-lsp/contracts@afa686b (2025-10-31)',
      'Veda-Labs/boring-vault@45243c14 (2026-05-28)',
      'comp.xyz/t/cmeth-asset-assessment/7068 (July 2025)',
    ],
    readOn: '2026-11-21',
  },
});

import { defineStake } from './stake.ts';
import { upgradePath } from './upgrade-path.ts';

const ynLsde = '0x35Ec69A77B79c255e5d47D5A3BdbEFEfE342630c';
const assetRegistry = '0x323C933df2523D5b0C756210446eeE0fB84270fd';
const vault = '0x73bC33999C34a5126CA19dC900F22690C288D55e';
const queue = '0x8Face3283E20b19d98a7a132274B69C1304D60b4';
const asset = { for: { list: 'assets' }, max: 20, kind: 'view', grade: 'S' } as const;

/** What stands behind ynLSDe. Read 2026-11-21 from the source named; no formula was run against a live chain. */
export const yieldnestYnlsde = defineStake({
  id: 'yieldnest-ynlsde',
  kind: 'lrt',
  chainId: 1,
  symbols: ['ynLSDe'],
  reads: {
    total: {
      kind: 'view',
      to: ynLsde,
      sig: 'totalAssets()',
      selector: '0x01e1d114',
      gas: 3_000_000,
      grade: 'S',
    },
    assets: { kind: 'view', to: assetRegistry, sig: 'getAssets()', selector: '0x67e4ac2c', grade: 'S' },
    redeemable: {
      kind: 'view',
      to: vault,
      sig: 'availableRedemptionAssets()',
      selector: '0xacd08aa7',
      gas: 2_000_000,
      grade: 'S',
    },
    nodes: {
      kind: 'view',
      to: '0x6B566CB6cDdf7d140C59F84594756a151030a0C3',
      sig: 'getAllNodes()',
      selector: '0xa1174e7d',
      size: 16_384,
      grade: 'S',
    },
    rate: {
      kind: 'view',
      to: ynLsde,
      sig: 'previewRedeem(uint256)',
      selector: '0x4cdad506',
      args: ['1000000000000000000'],
      gas: 3_000_000,
      grade: 'S',
    },
    supply: { kind: 'view', to: ynLsde, sig: 'totalSupply()', selector: '0x18160ddd', grade: 'S' },
    secs: { kind: 'view', to: queue, sig: 'secondsToFinalization()', selector: '0x0b7019d9', grade: 'S' },
    pausedDeposit: { kind: 'view', to: ynLsde, sig: 'depositsPaused()', selector: '0x60da3e83', grade: 'S' },
    pausedActions: {
      kind: 'view',
      to: assetRegistry,
      sig: 'actionsPaused()',
      selector: '0x6be1fcc3',
      grade: 'S',
    },
    pausedRedeem: { kind: 'view', to: vault, sig: 'paused()', selector: '0x5c975abb', grade: 'S' },
    held: {
      ...asset,
      to: ynLsde,
      sig: 'assetBalance(address)',
      selector: '0xcd88e558',
      args: [{ item: true }],
    },
    heldValue: {
      ...asset,
      to: assetRegistry,
      sig: 'convertToUnitOfAccount(address,uint256)',
      selector: '0x1cbf960d',
      args: [{ item: true }, { answerOf: 'held' }],
    },
    ...upgradePath('token', ynLsde),
    ...upgradePath('assets', assetRegistry),
    ...upgradePath('strategies', '0x92D904019A92B0Cafce3492Abb95577C285A68fC'),
  },
  stakers: { list: 'nodes' },
  strategies: [],
  figures: {
    totalWei: {
      expr: 'total',
      unit: 'wei of ETH',
      counts: 'tokens in the vault, staked tokens as they were at the last update, and the redemption vault',
      excludes: 'slashing or gains since the last update of each node',
      grade: 'S',
    },
    idleWei: { expr: { sum: [{ each: 'heldValue' }, 'redeemable'] }, unit: 'wei of ETH', grade: 'S' },
    backingWei: {
      expr: { sum: [{ each: 'heldValue' }, 'redeemable', { traced: true }] },
      unit: 'wei of ETH',
      counts: 'what lies in the vaults and what was found in EigenLayer',
      excludes: 'tokens that a node has taken out of EigenLayer and still holds',
      grade: 'S',
    },
    rate: { expr: 'rate', unit: '1e18', grade: 'S' },
    supply: { expr: 'supply', unit: 'token wei', grade: 'S' },
    bufferWei: {
      expr: 0,
      unit: 'wei of ETH',
      counts: 'nothing is paid out at once: what the vault has is paid through the queue too',
      grade: 'S',
    },
    queueMinSecs: { expr: 'secs', unit: 's', grade: 'S' },
  },
  noView: { rateUpdatedAt: 'the balances of the nodes are kept without the time they were taken' },
  depositsPaused: { any: [{ true: 'pausedDeposit' }, { true: 'pausedActions' }] },
  redemptionPaused: { true: 'pausedRedeem' },
  exit: {
    includesUnwinding: true,
    nativeUnwind: false,
    assumedMax:
      'The team closes requests when the vault has funds. The contract sets no last time. Taken as its wait and the EigenLayer delay.',
  },
  upgrade: {
    delay: { path: ['token', 'assets', 'strategies'] },
    checks: [],
    authority: 'Transparent proxies, one admin each; the repository names a timelock for them',
    fastPath: null,
  },
  proxies: [
    { address: ynLsde, role: 'ynLSDe', implementation: null, since: null },
    { address: assetRegistry, role: 'AssetRegistry', implementation: null, since: null },
    {
      address: '0x92D904019A92B0Cafce3492Abb95577C285A68fC',
      role: 'EigenStrategyManager',
      implementation: null,
      since: null,
    },
  ],
  codeSeen: null,
  operators: [],
  provenance: { sources: ['yieldnest/yieldnest-protocol@81046a6a (2025-07-11)'], readOn: '2026-11-21' },
});

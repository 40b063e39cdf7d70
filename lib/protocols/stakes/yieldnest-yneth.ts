import { defineStake } from './stake.ts';
import { upgradePath } from './upgrade-path.ts';

const ynEth = '0x09db87A538BD693E9d08544577d5cCfAA6373A48';
const manager = '0x8C33A1d6d062dB7b51f79702355771d44359cD7d';
const vault = '0x5D6e53c42E3B37f82F693937BC508940769c5caf';
const queue = '0x0BC9BC81aD379810B36AD5cC95387112990AA67b';
const node = { for: { list: 'nodes' }, max: 100, to: { item: true }, kind: 'view', grade: 'S' } as const;

/** What stands behind ynETH. Read 2026-11-21 from the source named; no formula was run against a live chain. */
export const yieldnestYneth = defineStake({
  id: 'yieldnest-yneth',
  kind: 'lrt',
  chainId: 1,
  symbols: ['ynETH'],
  reads: {
    total: { kind: 'view', to: ynEth, sig: 'totalAssets()', selector: '0x01e1d114', grade: 'S' },
    pool: { kind: 'view', to: ynEth, sig: 'totalDepositedInPool()', selector: '0xe7b0504b', grade: 'S' },
    nodes: {
      kind: 'view',
      to: manager,
      sig: 'getAllNodes()',
      selector: '0xa1174e7d',
      size: 16_384,
      grade: 'S',
    },
    redeemable: {
      kind: 'view',
      to: vault,
      sig: 'availableRedemptionAssets()',
      selector: '0xacd08aa7',
      grade: 'S',
    },
    rate: {
      kind: 'view',
      to: ynEth,
      sig: 'previewRedeem(uint256)',
      selector: '0x4cdad506',
      args: ['1000000000000000000'],
      grade: 'S',
    },
    supply: { kind: 'view', to: ynEth, sig: 'totalSupply()', selector: '0x18160ddd', grade: 'S' },
    secs: { kind: 'view', to: queue, sig: 'secondsToFinalization()', selector: '0x0b7019d9', grade: 'S' },
    pausedDeposit: { kind: 'view', to: ynEth, sig: 'depositsPaused()', selector: '0x60da3e83', grade: 'S' },
    pausedRedeem: { kind: 'view', to: vault, sig: 'paused()', selector: '0x5c975abb', grade: 'S' },
    nodeBalance: { ...node, sig: 'getETHBalance()', selector: '0x6e947298', gas: 1_000_000 },
    nodeWithdrawn: { ...node, sig: 'withdrawnETH()', selector: '0xef7953a2' },
    ...upgradePath('token', ynEth),
    ...upgradePath('manager', manager),
    ...upgradePath('vault', vault),
    ...upgradePath('queue', queue),
  },
  stakers: { list: 'nodes' },
  strategies: ['0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0'],
  figures: {
    totalWei: {
      expr: 'total',
      unit: 'wei of ETH',
      counts: 'ETH in the pool, staked ETH as it was at the last update, and the redemption vault',
      excludes: 'changes since the last update; backingWei is the live sum',
      grade: 'S',
    },
    idleWei: {
      expr: { sum: ['pool', 'redeemable', { each: 'nodeWithdrawn' }] },
      unit: 'wei of ETH',
      grade: 'S',
    },
    backingWei: {
      expr: { sum: ['pool', 'redeemable', { each: 'nodeBalance' }] },
      unit: 'wei of ETH',
      counts: 'what every node says it has now, with pool and redemption vault',
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
  noView: { rateUpdatedAt: 'the staked total is kept without the time it was worked out' },
  depositsPaused: { true: 'pausedDeposit' },
  redemptionPaused: { true: 'pausedRedeem' },
  exit: {
    includesUnwinding: true,
    nativeUnwind: true,
    assumedMax:
      'The team closes requests when the vault has funds. The contract sets no last time. Taken as its wait, the EigenLayer delay and the validator exit.',
  },
  upgrade: {
    delay: { path: ['token', 'manager', 'vault', 'queue'] },
    checks: [],
    authority: 'Transparent proxies, one admin each; the repository names a timelock for them',
    fastPath: null,
  },
  proxies: [
    { address: ynEth, role: 'ynETH', implementation: null, since: null },
    { address: manager, role: 'StakingNodesManager', implementation: null, since: null },
    { address: vault, role: 'redemption vault', implementation: null, since: null },
    { address: queue, role: 'withdrawal queue', implementation: null, since: null },
  ],
  codeSeen: null,
  operators: [],
  provenance: { sources: ['yieldnest/yieldnest-protocol@81046a6a (2025-07-11)'], readOn: '2026-11-21' },
});

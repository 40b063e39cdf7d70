import type { Address } from '../../core/index.ts';
import type { StakeId } from '../define-protocol.ts';
import { defineStake, type StakeRecord } from './stake.ts';
import { upgradePath } from './upgrade-path.ts';

type Simple = { readonly id: StakeId; readonly symbol: string; readonly token: Address };

/**
 * A Mellow "simple" vault: an ERC-4626 token over wstETH whose money stands in one Symbiotic vault, in its default
 * collateral, or idle in the token. Where `symbioticVault()` reverts the token has moved to other code, and what
 * stands behind it is not known. Read 2026-11-21 from the sources named; nothing was asked of a live chain.
 */
export function mellowSimple({ id, symbol, token }: Simple): StakeRecord {
  const view = { kind: 'view', grade: 'S' } as const;
  const proxy = { address: token, role: `${symbol} vault`, implementation: null, since: null };
  return defineStake({
    id,
    kind: 'symbiotic-v1',
    vault: { answerOf: 'sym' },
    holder: token,
    chainId: 1,
    symbols: [symbol],
    reads: {
      total: { ...view, to: token, sig: 'totalAssets()', selector: '0x01e1d114' },
      asset: { ...view, to: token, sig: 'asset()', selector: '0x38d52e0f' },
      sym: { ...view, to: token, sig: 'symbioticVault()', selector: '0xaa50ea92' },
      coll: { ...view, to: token, sig: 'symbioticCollateral()', selector: '0x2554004f' },
      assetBal: {
        ...view,
        to: { answerOf: 'asset' },
        sig: 'balanceOf(address)',
        selector: '0x70a08231',
        args: [token],
      },
      collBal: {
        ...view,
        to: { answerOf: 'coll' },
        sig: 'balanceOf(address)',
        selector: '0x70a08231',
        args: [token],
      },
      share: {
        ...view,
        to: token,
        sig: 'convertToAssets(uint256)',
        selector: '0x07a2d13a',
        args: ['1000000000000000000'],
      },
      supply: { ...view, to: token, sig: 'totalSupply()', selector: '0x18160ddd' },
      wq: { ...view, to: token, sig: 'withdrawalQueue()', selector: '0x37d5fe99' },
      wqPending: { ...view, to: { answerOf: 'wq' }, sig: 'pendingAssets()', selector: '0x9de4dfca' },
      pd: { ...view, to: token, sig: 'depositPause()', selector: '0x6e22558d' },
      pw: { ...view, to: token, sig: 'withdrawalPause()', selector: '0xc19a2aa7' },
      ...upgradePath('token', token),
    },
    stakers: { given: [] },
    strategies: [],
    figures: {
      totalWei: {
        expr: { wad: ['total', 'poolWst'] },
        unit: 'wei of ETH',
        counts: 'wstETH held, default collateral held, active balance in the Symbiotic vault',
        excludes: 'withdrawals already requested from Symbiotic: who asked for them bears them',
        grade: 'S',
      },
      idleWei: {
        expr: { wad: [{ sum: ['assetBal', 'collBal'] }, 'poolWst'] },
        unit: 'wei of ETH',
        grade: 'S',
      },
      rate: { expr: { wad: ['share', 'poolWst'] }, unit: '1e18', grade: 'S' },
      supply: { expr: 'supply', unit: 'token wei', grade: 'S' },
      bufferWei: {
        expr: { wad: [{ sum: ['assetBal', 'collBal'] }, 'poolWst'] },
        unit: 'wei of ETH',
        grade: 'S',
      },
      leavingWei: {
        expr: { wad: ['wqPending', 'poolWst'] },
        unit: 'wei of ETH',
        counts: 'waits in the token’s own withdrawal queue',
        grade: 'S',
      },
    },
    noView: {
      rateUpdatedAt:
        'worked out in the same block; the rate of wstETH in it is of Lido’s last daily report, whose time is not read',
    },
    depositsPaused: { true: 'pd' },
    redemptionPaused: { true: 'pw' },
    exit: { includesUnwinding: true, nativeUnwind: false },
    upgrade: {
      delay: { path: ['token', 'poolCode'] },
      checks: [],
      authority: 'the owner of the token’s proxy admin, and the owner of the Symbiotic vault',
      fastPath: null,
    },
    proxies: [proxy],
    codeSeen: null,
    operators: [],
    provenance: {
      sources: ['mellow-finance/simple-lrt@a185256 (2025-06-16)', 'protocols-b: several public code indexes'],
      readOn: '2026-11-21',
    },
  });
}

export const mellowRsteth = mellowSimple({
  id: 'mellow-rsteth',
  symbol: 'rstETH',
  token: '0x7a4EffD87C2f3C55CA251080b1343b605f327E3a',
});
export const mellowSteaklrt = mellowSimple({
  id: 'mellow-steaklrt',
  symbol: 'steakLRT',
  token: '0xBEEF69Ac7870777598A04B2bd4771c71212E6aBc',
});
export const mellowRe7lrt = mellowSimple({
  id: 'mellow-re7lrt',
  symbol: 'Re7LRT',
  token: '0x84631c0d0081FDe56DeB72F6DE77abBbF6A9f93a',
});
export const mellowAmphreth = mellowSimple({
  id: 'mellow-amphreth',
  symbol: 'amphrETH',
  token: '0x5fD13359Ba15A84B76f7F87568309040176167cd',
});

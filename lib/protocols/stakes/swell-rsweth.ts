import { defineStake } from './stake.ts';
import { upgradePath } from './upgrade-path.ts';

const rswEth = '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0';
/** As a third-party list names it. */
const proxyAdmin = '0xD750B84845f1cAdfEAc63f96Ec74635e949bFd14';
const acm = { answerOf: 'acm' } as const;

/**
 * What stands behind rswETH. Read 2026-11-21 from the sources named; no formula was run against a live chain. The
 * token names its own contracts, so the third-party address of the EigenLayerManager is only compared with what it says.
 */
export const swellRsweth = defineStake({
  id: 'swell-rsweth',
  kind: 'lrt',
  chainId: 1,
  symbols: ['rswETH'],
  reads: {
    rate: { kind: 'view', to: rswEth, sig: 'rswETHToETHRate()', selector: '0xa7b9544e', grade: 'S' },
    supply: { kind: 'view', to: rswEth, sig: 'totalSupply()', selector: '0x18160ddd', grade: 'S' },
    reserves: {
      kind: 'view',
      to: rswEth,
      sig: 'lastRepriceETHReserves()',
      selector: '0xd19dea65',
      grade: 'S',
    },
    repriced: { kind: 'view', to: rswEth, sig: 'lastRepriceUNIX()', selector: '0xfbda759b', grade: 'S' },
    acm: { kind: 'view', to: rswEth, sig: 'AccessControlManager()', selector: '0x902340a1', grade: 'S' },
    pausedCore: { kind: 'view', to: acm, sig: 'coreMethodsPaused()', selector: '0xa3e7dfd3', grade: 'S' },
    pausedExit: { kind: 'view', to: acm, sig: 'withdrawalsPaused()', selector: '0xe9f2838e', grade: 'S' },
    depositManager: { kind: 'view', to: acm, sig: 'DepositManager()', selector: '0xf712312c', grade: 'S' },
    exitContract: { kind: 'view', to: acm, sig: 'rswEXIT()', selector: '0xfb2b37ff', grade: 'S' },
    waiting: { kind: 'balance', of: { answerOf: 'depositManager' }, grade: 'S' },
    elManager: {
      kind: 'view',
      to: { answerOf: 'depositManager' },
      sig: 'eigenLayerManager()',
      selector: '0x3908f7f0',
      grade: 'S',
    },
    // Ids begin at 1 and the last one is in use: createStakerAndPod counts up first.
    stakeId: {
      kind: 'view',
      to: { answerOf: 'elManager' },
      sig: 'stakeId()',
      selector: '0x1254eb93',
      grade: 'S',
    },
    staker: {
      kind: 'view',
      to: { answerOf: 'elManager' },
      sig: 'stakerProxyAddresses(uint256)',
      selector: '0x3ea4305b',
      for: { through: 'stakeId' },
      max: 300,
      args: [{ item: true }],
      grade: 'S',
    },
    ...upgradePath('token', rswEth, proxyAdmin),
    ...upgradePath('exit', '0x58749C46Ffe97e4d79508a2C781C440f4756f064', proxyAdmin),
    ...upgradePath('access', '0x796592b2092F7E150C48643dA19Dd2F28be3333F', proxyAdmin),
    ...upgradePath('deposits', '0x5e6342D8090665bE14eeB8154c8a87B7249a4889', proxyAdmin),
    ...upgradePath('eigen', '0xC94CfFD5249Df4008a043EE61e13f19AF16d0936', proxyAdmin),
  },
  stakers: { each: 'staker' },
  strategies: ['0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0'],
  figures: {
    totalWei: {
      expr: { wad: ['supply', 'rate'] },
      claim: true,
      unit: 'wei of ETH',
      counts: 'what holders may claim at the rate of the last price report',
      excludes: 'rswETH of exit requests: it is burned when the exit is asked for',
      grade: 'S',
    },
    idleWei: {
      expr: 'waiting',
      unit: 'wei of ETH',
      counts: 'ETH that waits in the DepositManager',
      excludes: 'staked tokens that wait there: they count as untraced',
      grade: 'S',
    },
    reservesWei: {
      expr: 'reserves',
      unit: 'wei of ETH',
      counts: 'assets as they were reported with the last price, which rateUpdatedAt dates',
      grade: 'S',
    },
    rate: { expr: 'rate', unit: '1e18', grade: 'S' },
    rateUpdatedAt: { expr: 'repriced', unit: 'unix s', grade: 'S' },
    supply: { expr: 'supply', unit: 'token wei', grade: 'S' },
    bufferWei: { expr: 0, unit: 'wei of ETH', counts: 'nothing is paid out at once', grade: 'S' },
    queueMinSecs: { expr: 0, unit: 's', grade: 'S' },
  },
  depositsPaused: { true: 'pausedCore' },
  redemptionPaused: { true: 'pausedExit' },
  exit: {
    includesUnwinding: true,
    nativeUnwind: true,
    assumedMax:
      'A bot pays exit requests; the contract sets no time. Taken as the EigenLayer delay plus the validator exit.',
  },
  upgrade: {
    delay: { path: ['token', 'exit', 'access', 'deposits', 'eigen'] },
    checks: [
      { read: 'acm', is: '0x796592b2092F7E150C48643dA19Dd2F28be3333F' },
      { read: 'exitContract', is: '0x58749C46Ffe97e4d79508a2C781C440f4756f064' },
      { read: 'depositManager', is: '0x5e6342D8090665bE14eeB8154c8a87B7249a4889' },
      { read: 'elManager', is: '0xC94CfFD5249Df4008a043EE61e13f19AF16d0936' },
    ],
    authority: 'Transparent proxies; a third-party list names one ProxyAdmin, no source names its owner',
    fastPath: null,
  },
  proxies: [
    { address: rswEth, role: 'rswETH', implementation: null, since: null },
    {
      address: '0x58749C46Ffe97e4d79508a2C781C440f4756f064',
      role: 'rswEXIT',
      implementation: null,
      since: null,
    },
    {
      address: '0x796592b2092F7E150C48643dA19Dd2F28be3333F',
      role: 'AccessControlManager',
      implementation: null,
      since: null,
    },
    {
      address: '0x5e6342D8090665bE14eeB8154c8a87B7249a4889',
      role: 'DepositManager',
      implementation: null,
      since: null,
    },
    {
      address: '0xC94CfFD5249Df4008a043EE61e13f19AF16d0936',
      role: 'EigenLayerManager (third-party address)',
      implementation: null,
      since: null,
    },
  ],
  codeSeen: null,
  operators: [],
  provenance: {
    sources: [
      'SwellNetwork/v3-core-public@ba1eeff (2024-11-13, older than mainnet)',
      'addresses: third-party repositories, see the protocol record',
    ],
    readOn: '2026-11-21',
  },
});

import { bedrock } from './data/bedrock.ts';
import { eigenlayer } from './data/eigenlayer.ts';
import { eigenpie } from './data/eigenpie.ts';
import { etherfi } from './data/etherfi.ts';
import { inception } from './data/inception.ts';
import { karak } from './data/karak.ts';
import { kelp } from './data/kelp.ts';
import { kernel } from './data/kernel-bnb.ts';
import { lombard } from './data/lombard-lbtc.ts';
import { lorenzo } from './data/lorenzo-stbtc.ts';
import { mantle } from './data/mantle-meth-cmeth.ts';
import { mellow } from './data/mellow.ts';
import { puffer } from './data/puffer.ts';
import { pumpbtc } from './data/pumpbtc.ts';
import { renzo } from './data/renzo.ts';
import { satlayer } from './data/satlayer.ts';
import { solv } from './data/solv.ts';
import { stakestone } from './data/stakestone.ts';
import { suzaku } from './data/suzaku.ts';
import { swell } from './data/swell.ts';
import { symbioticV1 } from './data/symbiotic-v1.ts';
import { symbioticV2 } from './data/symbiotic-v2.ts';
import { treehouse } from './data/treehouse-teth.ts';
import { yieldnest } from './data/yieldnest.ts';
import type { Protocol } from './define-protocol.ts';
import { createRegistry } from './registry.ts';
import { matchPatterns, protocolsOfHost } from './sites.ts';

const registered = [
  etherfi,
  renzo,
  puffer,
  kelp,
  swell,
  mantle,
  yieldnest,
  mellow,
  eigenpie,
  inception,
  stakestone,
  solv,
  bedrock,
  lombard,
  pumpbtc,
  lorenzo,
  eigenlayer,
  symbioticV1,
  symbioticV2,
  karak,
  kernel,
  satlayer,
  suzaku,
  treehouse,
] as const;

export type ProtocolId = (typeof registered)[number]['id'];

/** Every protocol there is data for. */
export const protocols: readonly Protocol[] = registered;

/** Lookups over all of them. */
export const registry = createRegistry(protocols);

/** Match patterns of the sites that are protected from the start: official sites and large aggregators. */
export function sites(): string[] {
  return matchPatterns(protocols);
}

/** Ids of the protocols whose official site a host (lower case, punycode) is. */
export function officialProtocols(host: string): readonly string[] {
  return protocolsOfHost(protocols, host);
}

export {
  type BridgeHolder,
  bridgesOf,
  layerZero,
  layerZeroChains,
  type TokenBridges,
  verifierOperator,
} from './bridges/index.ts';
export { type FactoryVaults, factoryVaults } from './factory-vaults.ts';
export { unrelatedNeighbours } from './common.ts';
export type {
  ArgumentPath,
  Cover,
  CoverPeril,
  Dated,
  DepositEntry,
  Protocol,
  TrackRecord,
} from './define-protocol.ts';
export { chainNames } from './chains.ts';
export { isExchange, type Pool, poolAt, pools } from './exchanges.ts';
export { coinIsEther, isNativePseudo, isWrappedNative, type Registered } from './registry.ts';
export {
  BALANCER_VAULT,
  type Market,
  marketOf,
  markets,
  marketTraps,
  type MarketPool,
  RUNGS,
  UNISWAP_V3_QUOTER,
  WETH,
} from './markets/index.ts';
export { isAggregatorHost, isUnder } from './sites.ts';
export {
  collateralRates,
  type Condition,
  coreReads,
  eigenlayerCore,
  type Expr,
  labelOf,
  mainnetDelays,
  type ProxySeen,
  type ReadArgument,
  stakeById,
  type StakeFigure,
  type StakeRead,
  type StakeRecord,
  stakes,
  strategies,
  symbioticAdapters,
  symbioticCore,
  symbioticEvents,
  symbioticNetworks,
  symbioticOperators,
  type TokenToEth,
  type UpgradeCheck,
  validatorExit,
} from './stakes/index.ts';

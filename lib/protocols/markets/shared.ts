import type { Address } from '../../core/index.ts';
import type { Dated } from '../define-protocol.ts';

export const WETH: Address = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';

/**
 * Uniswap's QuoterV2 on Ethereum. It tries the swap and takes it back, so it answers no static call.
 * Address: Uniswap's published V3 deployments, as several public repositories carry it (read 2026-11-21).
 */
export const UNISWAP_V3_QUOTER: Address = '0x61fFE014bA17989E743c5F6cB21bF9697530B21e';

/**
 * Balancer's V2 vault on Ethereum: it tries a swap and takes it back, as the quoter above. The same in every published
 * list (read 2026-11-21).
 */
export const BALANCER_VAULT: Address = '0xBA12222222228d8Ba445958a75a0704d566BF2C8';

/**
 * The sizes that are asked of every pool, in base units of the token: always the same ones, whatever is deposited,
 * so that no node learns an amount. About 0.1 to 1,000 ETH, since one of these tokens is worth a little over one ETH.
 */
export const RUNGS = [
  100_000_000_000_000_000n,
  1_000_000_000_000_000_000n,
  10_000_000_000_000_000_000n,
  100_000_000_000_000_000_000n,
  1_000_000_000_000_000_000_000n,
] as const;

export const boringVault = 'Veda-Labs/boring-vault@45243c14 test/resources/ChainValues.sol (2026-05-28)';
export const ionProtocol = 'Ion-Protocol/ion-protocol src/Constants.sol';
export const openLists = 'several public lists of addresses that agree (read 2026-11-21)';

/** Heartbeat of a RedStone feed, in seconds. */
export function redstoneSays(seconds: number): Dated<number> {
  return {
    value: seconds,
    evidence: 'official-repo',
    source: 'redstone-finance/redstone-docs docs/smart-contract-devs/price-feeds.md (copy without a date)',
    asOf: '2026-11-21',
  };
}

const adapters = 'npm @bgd-labs/aave-address-book 4.44.22; facts of 2026-11-21';

/**
 * Addresses that look like a price and are none: they tell what the protocol would pay, capped, or another token's
 * price. No reading of the market may ever ask them; a test holds that.
 */
export const marketTraps: readonly {
  readonly address: Address;
  readonly what: string;
  readonly source: string;
}[] = [
  {
    address: '0x87625393534d5C102cADB66D37201dF24cc26d4C',
    what: 'weETH in USD as Aave counts it: a capped redemption rate',
    source: adapters,
  },
  {
    address: '0xF3d49021fF3bbBFDfC1992A4b09E5D1d141D044C',
    what: 'ezETH in USD as Aave counts it: a capped redemption rate',
    source: adapters,
  },
  {
    address: '0x7292C95A5f6A501a9c4B34f6393e221F2A0139c3',
    what: 'rsETH in USD as Aave counts it: a capped redemption rate',
    source: adapters,
  },
  {
    address: '0x746df66bc1Bb361b9E8E2a794C299c3427976e6C',
    what: 'rate provider of rsETH for a pool: the redemption rate again',
    source: 'third-party list; facts of 2026-11-21',
  },
  {
    address: '0xf1b71B1Ce00e0f91ac92bD5a0d24eB75F0cA69Ad',
    what: 'second rate provider of rsETH: the redemption rate again',
    source: 'third-party list; facts of 2026-11-21',
  },
  {
    address: '0x960BDD1dFD20d7c98fa482D793C3dedD73A113a3',
    what: 'price of ezETH on Base, which one source lists for rsETH as a stopgap',
    source: 'Ion-Protocol/ion-protocol src/Constants.sol',
  },
];

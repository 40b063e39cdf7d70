import type { Address, Hex } from '../../core/index.ts';
import type { TokenToEth } from './strategies.ts';

/**
 * Symbiotic on Ethereum. Source: symbioticfi/core@25a065a3dd71 (2026-08-07) test/integration/SymbioticCoreConstants.sol;
 * first block: the VaultFactory's own. Read 2026-11-21; nothing was asked of a live chain.
 */
export const symbioticCore = {
  chainId: 1,
  vaultFactory: '0xAEb6bdd95c502390db8f52c8909F703E9Af6a346',
  middlewareService: '0xD7dC9B366c027743D90761F71858BCa83C6899Ad',
  /** No vault, and so no event of one, is older. */
  firstBlock: 21_580_035,
} as const satisfies Record<string, Address | number>;

/** Events of a vault's delegator that name who was ever promised stake. Source: as above, src/interfaces/delegator. */
export const symbioticEvents = {
  maxNetworkLimit: '0xc67e7929681aa1bccd63f52b3799bf5805f3009f197db6fdf584b14f7fbf608c',
  networkLimit: '0x00899d104fc3d8820bd96540612bcc5c448c8837b13b9f7faa43ad0728f0c14f',
  operatorShares: '0x739a5a3ec0ff71e2386d0013deac5f44e0935a98def2e2a5ddf9a709518c8294',
  operatorLimit: '0xfc9545f07ffadfb668efd0144cdcaf2d6e2c8192dce1ea9fc131934f9c90fc7e',
} as const satisfies Record<string, Hex>;

/**
 * Factories of the adapters of V2 vaults. Source: symbioticfi/core@25a065a3dd71 script/adapters, whose constants name no
 * chain: unsure. An adapter counts as one of a kind only where the factory itself says so on the chain that is read.
 */
export const symbioticAdapters = {
  /** What a service may slash: `slashable()` says how much. */
  slashing: [
    { name: 'AppAdapter', factory: '0x161954842B7EA47CBd050cAb4875DAa4D6599476' },
    { name: 'RestakingAppAdapter', factory: '0xe1986078E2A2cE0f8609410B33Fca1C1CbCCbb4E' },
  ],
  /** Lending and claims: other risks, no slashing. */
  other: [
    { name: 'LiquidLaneAdapter', factory: '0x3275aE068F4951e2e4d3Dca107a54E4c219b02e7' },
    { name: 'AaveV3Adapter', factory: '0x58F61759D858EafD8F58e4926e251701F6495dbF' },
    { name: 'MorphoVaultV2Adapter', factory: '0x70bc72b19a554436459a2C6a9E88892AeD18685b' },
  ],
} as const satisfies Record<string, readonly { readonly name: string; readonly factory: Address }[]>;

const wsteth: Address = '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0';

/** Tokens that vaults hold and that a view values in ETH, beside those of the strategies. Source: token-readings. */
export const collateralRates: readonly { readonly token: Address; readonly toEth: TokenToEth }[] = [
  {
    token: wsteth,
    toEth: { kind: 'view', to: wsteth, sig: 'stEthPerToken()', selector: '0x035faf82', grade: 'T' },
  },
];

/** A chain by LayerZero's own number for it. */
export type LayerZeroChain = {
  readonly eid: number;
  readonly chainId: number;
  readonly name: string;
};

/**
 * LayerZero V2 on Ethereum: the one endpoint, its usual library for what comes in, and the verifier that never
 * verifies (a path that requires it is closed). The endpoint cannot be upgraded.
 */
export const layerZero = {
  endpoint: '0x1a44076050125825900e736c501f859c50fE728c',
  receiveLibrary: '0xc02Ab410f0734EFa3F14628780e6e695156024C2',
  deadVerifier: '0x747C741496a507E4B404b50463e691A8d692f6Ac',
  source: '@layerzerolabs/lz-evm-sdk-v2@3.1.10:deployments/ethereum-mainnet',
  grade: 'P',
  readOn: '2026-11-21',
} as const;

/**
 * Every chain from which a path into Ethereum is looked for. LayerZero has more; a path from one that is not here is
 * not seen. Numbers: `@layerzerolabs/lz-definitions@3.1.13`, read 2026-11-21; chain ids of the smaller ones are from
 * memory and only name them.
 */
export const layerZeroChains: readonly LayerZeroChain[] = [
  { eid: 30110, chainId: 42161, name: 'Arbitrum' },
  { eid: 30111, chainId: 10, name: 'Optimism' },
  { eid: 30184, chainId: 8453, name: 'Base' },
  { eid: 30102, chainId: 56, name: 'BNB Chain' },
  { eid: 30183, chainId: 59144, name: 'Linea' },
  { eid: 30214, chainId: 534352, name: 'Scroll' },
  { eid: 30243, chainId: 81457, name: 'Blast' },
  { eid: 30260, chainId: 34443, name: 'Mode' },
  { eid: 30165, chainId: 324, name: 'zkSync' },
  { eid: 30320, chainId: 130, name: 'Unichain' },
  { eid: 30335, chainId: 1923, name: 'Swellchain' },
  { eid: 30362, chainId: 80094, name: 'Berachain' },
  { eid: 30332, chainId: 146, name: 'Sonic' },
  { eid: 30106, chainId: 43114, name: 'Avalanche' },
  { eid: 30367, chainId: 999, name: 'HyperEVM' },
  { eid: 30383, chainId: 9745, name: 'Plasma' },
  { eid: 30339, chainId: 57073, name: 'Ink' },
  { eid: 30390, chainId: 143, name: 'Monad' },
  { eid: 30396, chainId: 988, name: 'Stable' },
  { eid: 30322, chainId: 2818, name: 'Morph' },
  { eid: 30217, chainId: 169, name: 'Manta' },
  { eid: 30329, chainId: 43111, name: 'Hemi' },
  { eid: 30155, chainId: 196, name: 'X Layer' },
  { eid: 30303, chainId: 48900, name: 'Zircuit' },
  { eid: 30377, chainId: 239, name: 'TAC' },
  { eid: 30398, chainId: 4326, name: 'MegaETH' },
  { eid: 30375, chainId: 747474, name: 'Katana' },
  { eid: 30255, chainId: 252, name: 'Fraxtal' },
  { eid: 30290, chainId: 167000, name: 'Taiko' },
  { eid: 30280, chainId: 1329, name: 'Sei' },
  { eid: 30181, chainId: 5000, name: 'Mantle' },
  { eid: 30279, chainId: 60808, name: 'BOB' },
];

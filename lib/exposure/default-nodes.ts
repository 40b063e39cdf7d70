/** A public node, and who publishes its address. */
export type DefaultNode = { readonly url: string; readonly operator: string; readonly source: string };

/**
 * Nodes asked until a person chooses others, by chain id; the first two are asked together. Public, keyless, run by
 * different operators. Addresses as published by the sources (read 2026-11-21); none of them was asked by us.
 */
export const defaultNodes: Readonly<Record<string, readonly DefaultNode[]>> = {
  '1': [
    {
      url: 'https://ethereum.reth.rs/rpc',
      operator: 'Paradigm (reth)',
      source: 'viem 2.57.1 chains/definitions/mainnet',
    },
    {
      url: 'https://ethereum-rpc.publicnode.com',
      operator: 'PublicNode (Allnodes)',
      source:
        'DefiLlama/chainlist@0003ed38 constants/extraRpcs.js; ethereum-lists/chains names the older host',
    },
    {
      url: 'https://mainnet.gateway.tenderly.co',
      operator: 'Tenderly',
      source: 'ethereum-lists/chains@04830f3e _data/chains/eip155-1.json',
    },
    {
      url: 'https://1rpc.io/eth',
      operator: '1RPC (Automata)',
      source: 'DefiLlama/chainlist@0003ed38 constants/extraRpcs.js',
    },
  ],
};

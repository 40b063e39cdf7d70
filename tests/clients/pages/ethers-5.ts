import { ethers } from 'ethers-5';

import { injected, offer } from './client.ts';

const isProvider = (value: unknown): value is ethers.providers.ExternalProvider =>
  typeof value === 'object' && value !== null && 'request' in value;
const provider = new ethers.providers.Web3Provider(injected(isProvider));

offer({
  connect: async () => {
    await provider.send('eth_requestAccounts', []);
    return provider.getSigner().getAddress();
  },
  chainId: async () => (await provider.getNetwork()).chainId,
  sign: async (text) => provider.getSigner().signMessage(text),
  send: async (transaction) => (await provider.getSigner().sendTransaction(transaction)).hash,
});

import Onboard from '@web3-onboard/core';
import injectedModule from '@web3-onboard/injected-wallets';
import { BrowserProvider } from 'ethers';

import { offer } from './client.ts';

const onboard = Onboard({
  wallets: [injectedModule()],
  chains: [{ id: '0x1', token: 'ETH', label: 'Ethereum', rpcUrl: 'https://node.invalid' }],
  appMetadata: { name: 'A page of the tests', description: 'Drives the modal.', icon: '<svg/>' },
  accountCenter: { desktop: { enabled: false }, mobile: { enabled: false } },
  notify: { enabled: false },
  connect: { autoConnectLastWallet: false },
});
let provider: BrowserProvider | null = null;
const connected = (): BrowserProvider => {
  if (provider === null) throw new Error('not connected');
  return provider;
};

offer({
  connect: async () => {
    const [wallet] = await onboard.connectWallet();
    if (wallet === undefined) throw new Error('the person closed the modal');
    provider = new BrowserProvider(wallet.provider, 'any');
    return wallet.accounts[0]?.address ?? '';
  },
  chainId: async () => Number((await connected().getNetwork()).chainId),
  sign: async (text) => (await connected().getSigner()).signMessage(text),
  send: async (transaction) => (await (await connected().getSigner()).sendTransaction(transaction)).hash,
});

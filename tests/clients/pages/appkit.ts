import { createAppKit } from '@reown/appkit';
import { EthersAdapter } from '@reown/appkit-adapter-ethers';
import { mainnet } from '@reown/appkit/networks';
import { BrowserProvider, type Eip1193Provider } from 'ethers';

import { offer } from './client.ts';

const modal = createAppKit({
  // @ts-expect-error -- its types do not know exactOptionalPropertyTypes
  adapters: [new EthersAdapter()],
  networks: [mainnet],
  projectId: '0'.repeat(32),
  metadata: {
    name: 'A page of the tests',
    description: 'Drives the modal.',
    url: location.origin,
    icons: [],
  },
  customRpcUrls: { 'eip155:1': [{ url: 'https://node.invalid' }] },
  features: { analytics: false, email: false, socials: false, swaps: false, onramp: false },
});

const isProvider = (value: unknown): value is Eip1193Provider =>
  typeof value === 'object' && value !== null && 'request' in value;
const connected = (): BrowserProvider => {
  const provider = modal.getWalletProvider();
  if (!isProvider(provider)) throw new Error('not connected');
  return new BrowserProvider(provider, 'any');
};

offer({
  connect: async () => {
    await modal.open();
    return new Promise((resolve) => {
      modal.subscribeAccount(({ address }) => address !== undefined && resolve(address));
    });
  },
  chainId: async () => Number((await connected().getNetwork()).chainId),
  sign: async (text) => (await connected().getSigner()).signMessage(text),
  send: async (transaction) => (await (await connected().getSigner()).sendTransaction(transaction)).hash,
});

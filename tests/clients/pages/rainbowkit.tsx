import { ConnectButton, RainbowKitProvider, getDefaultConfig } from '@rainbow-me/rainbowkit';
import styles from '@rainbow-me/rainbowkit/styles.css?inline';
import { injectedWallet } from '@rainbow-me/rainbowkit/wallets';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { http } from 'viem';
import { mainnet } from 'viem/chains';
import { WagmiProvider, useAccount, useSendTransaction, useSignMessage } from 'wagmi';

import { offer } from './client.ts';

const config = getDefaultConfig({
  appName: 'A page of the tests',
  projectId: 'none',
  chains: [mainnet],
  transports: { [mainnet.id]: http('https://node.invalid') },
  wallets: [{ groupName: 'In this browser', wallets: [injectedWallet] }],
});

/** Offers what the hooks give, anew at each rendering. */
function Actions(): null {
  const { address, chainId } = useAccount();
  const { signMessageAsync } = useSignMessage();
  const { sendTransactionAsync } = useSendTransaction();
  offer({
    connect: () =>
      address === undefined ? Promise.reject(new Error('not connected')) : Promise.resolve(address),
    chainId: () => Promise.resolve(chainId ?? 0),
    sign: (message) => signMessageAsync({ message }),
    send: ({ value, ...rest }) => sendTransactionAsync({ ...rest, value: BigInt(value) }),
  });
  return null;
}

document.head.append(Object.assign(document.createElement('style'), { textContent: styles }));
const place = document.body.appendChild(document.createElement('main'));
createRoot(place).render(
  <WagmiProvider config={config}>
    <QueryClientProvider client={new QueryClient()}>
      <RainbowKitProvider>
        <ConnectButton />
        <Actions />
      </RainbowKitProvider>
    </QueryClientProvider>
  </WagmiProvider>,
);

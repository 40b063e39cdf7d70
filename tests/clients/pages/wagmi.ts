import { http } from 'viem';
import { mainnet } from 'viem/chains';
import {
  type CreateConnectorFn,
  connect,
  createConfig,
  getChainId,
  injected,
  sendTransaction,
  signMessage,
} from 'wagmi-core-3';

import { chosen, offer } from './client.ts';

/** `?rdns=` takes a wallet that announced itself by EIP-6963; without it, the one on `window.ethereum`. */
const connectors: CreateConnectorFn[] = chosen() === '' ? [injected()] : [];
const config = createConfig({
  chains: [mainnet],
  connectors,
  multiInjectedProviderDiscovery: chosen() !== '',
  transports: { [mainnet.id]: http('https://node.invalid') },
});

offer({
  connect: async () => {
    const connector = config.connectors.find(({ id }) => chosen() === '' || id === chosen());
    if (connector === undefined) throw new Error(`no connector for "${chosen()}"`);
    return (await connect(config, { connector })).accounts[0];
  },
  chainId: () => Promise.resolve(getChainId(config)),
  sign: (message) => signMessage(config, { message }),
  send: ({ value, ...rest }) => sendTransaction(config, { ...rest, value: BigInt(value) }),
});

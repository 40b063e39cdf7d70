import { type EIP1193Provider, createWalletClient, custom } from 'viem';
import { mainnet } from 'viem/chains';

import { type Hex, injected, offer } from './client.ts';

const isProvider = (value: unknown): value is EIP1193Provider =>
  typeof value === 'object' && value !== null && 'request' in value;
const client = createWalletClient({ chain: mainnet, transport: custom(injected(isProvider)) });
let account: Hex = '0x';

offer({
  connect: async () => (account = (await client.requestAddresses())[0] ?? '0x'),
  chainId: () => client.getChainId(),
  sign: (message) => client.signMessage({ account, message }),
  send: ({ value, ...rest }) => client.sendTransaction({ account, ...rest, value: BigInt(value) }),
});

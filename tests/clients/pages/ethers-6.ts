import { BrowserProvider, type Eip1193Provider, type JsonRpcSigner } from 'ethers';

import { injected, offer } from './client.ts';

const isProvider = (value: unknown): value is Eip1193Provider =>
  typeof value === 'object' && value !== null && 'request' in value;
const provider = new BrowserProvider(injected(isProvider));
let signer: JsonRpcSigner | null = null;
const connected = async (): Promise<JsonRpcSigner> => (signer ??= await provider.getSigner());

offer({
  connect: async () => (await connected()).getAddress(),
  chainId: async () => Number((await provider.getNetwork()).chainId),
  sign: async (text) => (await connected()).signMessage(text),
  send: async (transaction) => (await (await connected()).sendTransaction(transaction)).hash,
});

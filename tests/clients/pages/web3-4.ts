import { type EIP1193Provider, Web3 } from 'web3';

import { injected, offer } from './client.ts';

const isProvider = (value: unknown): value is EIP1193Provider<unknown> =>
  typeof value === 'object' && value !== null && 'request' in value;
const web3 = new Web3(injected(isProvider));
let from = '';

offer({
  connect: async () => {
    from = (await web3.eth.requestAccounts())[0] ?? '';
    return from;
  },
  chainId: async () => Number(await web3.eth.getChainId()),
  sign: (text) => web3.eth.personal.sign(text, from, ''),
  send: (transaction) =>
    new Promise((resolve, reject) => {
      const sending = web3.eth.sendTransaction({ from, ...transaction });
      void sending.on('transactionHash', (hash) => resolve(hash));
      sending.catch(reject);
    }),
});

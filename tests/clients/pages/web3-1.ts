import Web3 from 'web3-1/dist/web3.min.js';

import { injected, offer } from './client.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const web3 = new Web3(injected(isObject));
let from = '';

offer({
  connect: async () => {
    from = (await web3.eth.requestAccounts())[0] ?? '';
    return from;
  },
  chainId: () => web3.eth.getChainId(),
  sign: (text) => web3.eth.personal.sign(text, from, ''),
  send: (transaction) =>
    new Promise((resolve, reject) => {
      web3.eth
        .sendTransaction({ from, ...transaction })
        .once('transactionHash', resolve)
        .catch(reject);
    }),
});

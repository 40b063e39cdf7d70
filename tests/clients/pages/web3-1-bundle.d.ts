/** The one file that pages load web3 1 from; its types name packages that are not installed here. */
declare module 'web3-1/dist/web3.min.js' {
  type Sending = Promise<unknown> & { once(event: 'transactionHash', hear: (hash: string) => void): Sending };
  export default class Web3 {
    constructor(provider: object);
    readonly eth: {
      requestAccounts(): Promise<string[]>;
      getChainId(): Promise<number>;
      sendTransaction(transaction: object): Sending;
      readonly personal: { sign(text: string, from: string, password: string): Promise<string> };
    };
  }
}

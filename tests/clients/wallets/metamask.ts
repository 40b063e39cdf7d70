import './globals.ts';

import ObjectMultiplex from '@metamask/object-multiplex';
import { WindowPostMessageStream } from '@metamask/post-message-stream';
import { initializeProvider } from '@metamask/providers';

import { accounts } from './chain.ts';
import { contentScript, reach } from './content-script.ts';

/** MetaMask's provider as its own in-page script makes it: page messages, one named stream in them, bare JSON-RPC. */
const channel = 'metamask-provider';

const state = {
  accounts: accounts(),
  chainId: '0x1',
  isUnlocked: true,
  networkVersion: '1',
  isConnected: true,
};

contentScript('metamask-contentscript', 'metamask-inpage', (message) => {
  const { name, data }: { name?: unknown; data?: { id?: unknown; method?: string; params?: unknown } } =
    message;
  if (name !== channel || data?.id === undefined || data.method === undefined) return null;
  const { id, method, params } = data;
  const result = reach('metamask', { method, params }, (asked) =>
    asked === 'metamask_getProviderState' ? state : undefined,
  );
  return { name, data: { jsonrpc: '2.0', id, result } };
});

const stream = new WindowPostMessageStream({ name: 'metamask-inpage', target: 'metamask-contentscript' });
const mux = new ObjectMultiplex();
stream.pipe(mux).pipe(stream);
initializeProvider({
  connectionStream: mux.createStream(channel),
  shouldSetOnWindow: true,
  providerInfo: {
    uuid: 'c0ffee00-0000-4000-8000-000000000002',
    name: 'MetaMask',
    icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
    rdns: 'io.metamask',
  },
});

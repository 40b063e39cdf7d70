import { accounts } from './chain.ts';
import { contentScript, reach } from './content-script.ts';

/** Which wallet Rabby is set to route `window.ethereum` to; a page sets it before this script. Absent: itself. */
const rdns: unknown = Reflect.get(window, 'rabbyRoutesTo');

function own(method: string): unknown {
  if (method === 'getProviderState')
    return { chainId: '0x1', accounts: accounts(), networkVersion: '1', isUnlocked: true };
  if (method === 'rabby:getProviderConfig') return { rdns, isMetamaskMode: false };
  return /^(tabCheckin|rabby:)/.test(method) ? null : undefined;
}

contentScript('rabby-content-script', 'rabby-page-provider', (message) => {
  const inner: {
    data?: { type?: string; data?: { ident?: string; data?: { method: string; params?: unknown } } };
  } = message;
  const asked = inner.data?.data?.data;
  const ident = inner.data?.data?.ident;
  if (inner.data?.type !== 'request' || asked === undefined || ident === undefined) return null;
  const { method, params } = asked;
  // What it is set to route to another wallet it does not act on itself.
  const mine = own(method);
  const res = rdns === undefined || mine !== undefined ? reach('rabby', { method, params }, own) : null;
  return { data: { type: 'response', data: { ident, res } } };
});

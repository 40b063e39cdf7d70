// A test wallet, as a wallet's in-page code would stand in the page: EIP-1193 on window.ethereum, announced by
// EIP-6963. It signs nothing: it hands requests to the local chain, whose accounts are unlocked, and keeps a list
// of what reached it.
async function askChain(method, params) {
  const reply = await fetch('/demo/rpc', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await reply.json();
  if (error) throw Object.assign(new Error(error.message), { code: error.code });
  return result;
}

(() => {
  const seen = [];
  const show = () => {
    const place = document.getElementById('wallet');
    if (place) place.textContent = seen.map((entry) => JSON.stringify(entry, null, 2)).join('\n\n');
  };
  const provider = {
    async request({ method, params = [] }) {
      if (method === 'eth_requestAccounts' || method === 'eth_accounts') return askChain('eth_accounts', []);
      if (method === 'eth_sendTransaction' || method === 'wallet_sendCalls') {
        seen.push({ at: new Date().toISOString(), method, params });
        show();
      }
      return askChain(method, params);
    },
    on() {},
    removeListener() {},
  };
  window.demoWalletSaw = seen;
  window.ethereum = provider;
  const announce = () => {
    const info = {
      uuid: '3f0c1a52-6d0e-4f4e-9d0b-2b6f6f8d8a11',
      name: 'Test wallet',
      icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
      rdns: 'example.test.wallet',
    };
    const detail = Object.freeze({ info: Object.freeze(info), provider });
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  };
  window.addEventListener('eip6963:requestProvider', announce);
  announce();
})();

// The test wallet's content script: hands what the in-page code says to the page that keeps the list, and hears the
// page messages by which MetaMask's and Coinbase's in-page code reach theirs.
const tell = (message) => void chrome.runtime.sendMessage(message).catch(() => undefined);
/** What a wallet answers without asking anybody. */
const known = { eth_chainId: '0x1', eth_accounts: ['0x00000000000000000000000000000000000a11ce'] };

(() => {
  const capture = CAPTURE;
  let line = null;

  const take = (event) => {
    const port = event.ports?.[0];
    if (port === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.removeEventListener('test-wallet:line', take, true);
    line = port;
    port.addEventListener('message', ({ data }) => tell(data.whole ?? JSON.parse(data.text)));
    port.start();
  };
  window.addEventListener('test-wallet:line', take, true);
  window.dispatchEvent(new Event('test-wallet:ready'));

  window.addEventListener(
    'message',
    ({ source, data }) => {
      if (source !== window || typeof data !== 'object' || data === null) return;
      if (data.target === 'metamask-contentscript') {
        const { name, data: asked } = data.data ?? {};
        for (const one of Array.isArray(asked) ? asked : [asked]) {
          if (typeof one?.method !== 'string') continue;
          tell({ kind: 'saw', how: 'page-message', method: one.method, params: one.params ?? null });
          const result = known[one.method];
          if (result === undefined) continue;
          const reply = { name, data: { jsonrpc: '2.0', id: one.id, result } };
          window.postMessage({ target: 'metamask-inpage', data: reply }, '*');
        }
      }
      if (data.type === 'extensionUIRequest') {
        const { method, params } = data.data?.request ?? {};
        tell({ kind: 'saw', how: 'page-message', method: String(method), params: params ?? null });
      }
    },
    capture,
  );

  chrome.runtime.onMessage.addListener((message) => {
    if (message.flush !== undefined) line?.postMessage(JSON.stringify(message)); // oxlint-disable-line unicorn/require-post-message-target-origin -- a port has none
  });
})();

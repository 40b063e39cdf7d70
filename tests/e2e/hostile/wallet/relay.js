// The test wallet's content script: hands what the in-page code says to the page that keeps the list, and hears the
// page messages by which MetaMask's and Coinbase's in-page code reach theirs.
(() => {
  const capture = CAPTURE;
  const tell = (message) => void chrome.runtime.sendMessage(message).catch(() => undefined);
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
        const list = Array.isArray(data.data?.data) ? data.data.data : [data.data?.data];
        for (const one of list)
          if (typeof one?.method === 'string')
            tell({ kind: 'saw', how: 'page-message', method: one.method, params: one.params ?? null });
      }
      if (data.type === 'extensionUIRequest') {
        const { method, params } = data.data?.request ?? {};
        tell({ kind: 'saw', how: 'page-message', method: String(method), params: params ?? null });
      }
    },
    capture,
  );

  chrome.runtime.onMessage.addListener((message) => {
    if (message.flush !== undefined) line?.postMessage(JSON.stringify(message));
  });
})();

// Keeps what reached the test wallet, with what the browser says about where it came from.
globalThis.seen = [];
globalThis.hosts = {};

const hostOf = (url) => (url !== undefined && /^https?:/.test(url) ? new URL(url).host : null);
const note = (message, sender) => {
  const host = hostOf(sender.origin) ?? hostOf(sender.tab?.url) ?? hostOf(sender.url);
  const tabId = sender.tab?.id ?? null;
  // A pop-up without an address belongs to the page that was seen in it, or to the one that opened it.
  if (host !== null && tabId !== null) hosts[tabId] = host;
  let params = null;
  try {
    params = JSON.stringify(message.params ?? null);
  } catch {
    params = 'nested too deep to be told';
  }
  seen.push({
    ...message,
    params,
    tabId,
    frameId: sender.frameId ?? null,
    host: host ?? hosts[tabId] ?? null,
  });
};
chrome.runtime.onMessage.addListener((message, sender) => {
  note(message, sender);
});

const external = (how) => (message, sender) => {
  const request = message?.type === 'caip-348' ? message.data : message;
  note({ kind: 'saw', how, method: String(request?.method), params: request?.params ?? null }, sender);
};
chrome.runtime.onMessageExternal?.addListener((message, sender, reply) => {
  external('sendMessage')(message, sender);
  reply({ ok: true });
});
chrome.runtime.onConnectExternal?.addListener((port) => {
  port.onMessage.addListener((message) => {
    external('connect')(message, port.sender);
    port.postMessage({ type: 'caip-348', data: { id: message?.data?.id, jsonrpc: '2.0', result: true } });
  });
});
/** Asks every frame of a tab to send on what it still has. */
globalThis.flush = (tabId, token) =>
  void chrome.tabs.sendMessage(tabId, { flush: token }).catch(() => undefined);

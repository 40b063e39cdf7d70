import type { Case } from './case.ts';

const one = (id: string, does: string, script: string, more: Partial<Case> = {}): Case => ({
  id,
  does,
  script,
  ...more,
});
const mm = (data: string, name = 'metamask-provider'): string =>
  `postMessage({ target: 'metamask-contentscript', data: { name: '${name}', data: ${data} } }, '*')`;
const allow = `{ kind: 'hold/decision', id, hash: 'a'.repeat(64), v: 'allow' }`;

/** A Safe: takes a request of the frame it holds, and only where window, origin and data are those of that frame. */
const safe = (method: string, before: string, after = ''): string => `
    const app = 'http://${before}' + location.host + '${after}'; let inside;
    addEventListener('message', ({ data, source, origin }) => {
      if (source === inside.contentWindow && origin === app && data?.method === '${method}' && data.env?.sdkVersion === '9.1.0') wallet.saw('safe', data.method, data.params);
    });
    inside = frame((made) => { made.src = app + '/app'; });`;
const safeApp = (method: string, params: string): string =>
  `PROLOGUE parent.postMessage({ id: 'a1', method: '${method}', params: ${params}, env: { sdkVersion: '9.1.0' } }, '*'); done();`;
const transactions = `{ txs: [{ to: tx.params[0].to, value: '1000000000000000000', data: tx.params[0].data }] }`;
const permit = `{ typedData: { types: { Permit: [] }, primaryType: 'Permit', domain: { chainId: 1, verifyingContract: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84' }, message: { owner: tx.params[0].from, spender: '0x9FFDF407cDe9a93c47611799DA23924Af3EF764F', value: '1', nonce: '0', deadline: '1795000000' } } }`;

/** Which messages a page sends past the provider, or makes up. */
export const messages: readonly Case[] = [
  one(
    'mm-message',
    "posts MetaMask's page message itself",
    `${mm('{ id: 1, jsonrpc: "2.0", ...tx }')}; done();`,
  ),
  one(
    'mm-list',
    "posts a list of requests as MetaMask's page message",
    `${mm('[{ id: 1, method: "eth_blockNumber" }, { id: 2, ...tx }]')}; done();`,
  ),
  one(
    'mm-multichain',
    "posts MetaMask's multichain page message",
    `${mm('{ id: 1, method: "wallet_invokeMethod", params: { scope: "eip155:1", request: tx } }', 'metamask-multichain-provider')}; done();`,
  ),
  one(
    'mm-early',
    "posts MetaMask's page message from the first script of the head",
    `${mm('{ id: 1, ...tx }')}; done();`,
  ),
  one(
    'mm-event',
    "makes up MetaMask's page message as an event",
    `dispatchEvent(new MessageEvent('message', { source: window, origin: location.origin, data: { target: 'metamask-contentscript', data: { name: 'metamask-provider', data: { id: 1, ...tx } } } })); done();`,
  ),
  one(
    'mm-from-frame',
    "has a fresh frame post MetaMask's page message in its own window",
    `const inside = frame().contentWindow; inside.eval("postMessage({ target: 'metamask-contentscript', data: { name: 'metamask-provider', data: { id: 1, ..." + JSON.stringify(tx) + "} } }, '*')"); done();`,
  ),
  one(
    'mm-after-open',
    "posts MetaMask's page message after document.open()",
    `setTimeout(() => { document.open(); document.write('<p>new'); document.close(); wallet.install('none'); ${mm('{ id: 1, ...tx }')}; done(); }, 30);`,
    { tame: 'document.open() takes the wallet’s own listener away too', after: 'may-end' },
  ),
  one(
    'mm-provider',
    "asks a wallet that speaks MetaMask's page messages",
    `keep(window.ethereum.request(tx)); done();`,
    { query: 'p=mm' },
  ),
  one(
    'mm-getter',
    "makes up MetaMask's page message with data that changes at each look",
    `let looks = 0; const event = new MessageEvent('message', { source: window });
    const real = { target: 'metamask-contentscript', data: { name: 'metamask-provider', data: { id: 1, ...tx } } };
    Object.defineProperty(event, 'data', { get: () => (looks++ === 0 ? {} : real) }); dispatchEvent(event);
    dispatchEvent(new MessageEvent('message', { source: window, data: real })); done();`,
  ),
  one(
    'mm-flood',
    "posts a thousand of MetaMask's page messages",
    `for (let n = 0; n < 1_000; n += 1) ${mm('{ id: n, ...tx }')}; done();`,
  ),
  one(
    'mm-pass',
    "posts MetaMask's page message right after the wrapper let a harmless one go",
    `window.ethereum.request({ method: 'eth_chainId' }).then(() => { ${mm('{ id: 1, ...tx }')}; done(); });`,
  ),
  one(
    'coinbase-message',
    "posts Coinbase's page message itself",
    `postMessage({ type: 'extensionUIRequest', data: { action: 'x', request: { method: 'signEthereumTransaction', params: { fromAddress: tx.params[0].from, toAddress: tx.params[0].to, to: tx.params[0].to, data: tx.params[0].data, weiValue: tx.params[0].value, chainId: 1 } } } }, '*'); done();`,
  ),
  one(
    'coinbase-typed',
    "posts Coinbase's page message to have a message signed",
    `postMessage({ type: 'extensionUIRequest', data: { request: { method: 'signEthereumMessage', params: { address: tx.params[0].from, message: '0x00', typedDataJson: JSON.stringify({ types: { Permit: [] }, primaryType: 'Permit', domain: { chainId: 1, verifyingContract: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84' }, message: { owner: tx.params[0].from, spender: '0x9FFDF407cDe9a93c47611799DA23924Af3EF764F', value: '1', nonce: '0', deadline: '1795000000' } }) } } } }, '*'); done();`,
  ),
  one(
    'port-connect',
    'speaks to the wallet by chrome.runtime.connect',
    `const port = chrome.runtime.connect(wallet.walletId); port.postMessage({ type: 'caip-348', data: { id: 1, jsonrpc: '2.0', method: 'wallet_invokeMethod', params: { scope: 'eip155:1', request: tx } } }); done();`,
    { only: 'chromium' },
  ),
  one(
    'port-connect-calls',
    'sends wallet_sendCalls over chrome.runtime.connect',
    `const port = chrome.runtime.connect(wallet.walletId, { name: 'x' }); port.postMessage({ type: 'caip-348', data: { id: 1, jsonrpc: '2.0', method: 'wallet_sendCalls', params: [{ version: '2.0.0', chainId: '0x1', atomicRequired: true, calls: [tx.params[0]] }] } }); done();`,
    { only: 'chromium' },
  ),
  one(
    'port-connect-prototype',
    "borrows the port's own function from its prototype",
    `const port = chrome.runtime.connect(wallet.walletId); const f = Object.getPrototypeOf(port).postMessage ?? port.postMessage; f.call(port, { type: 'caip-348', data: { id: 1, ...tx } }); done();`,
    { only: 'chromium' },
  ),
  one(
    'port-connect-frame',
    "connects with a fresh frame's chrome.runtime",
    `const { chrome: theirs } = frame().contentWindow; const runtime = theirs?.runtime ?? chrome.runtime; runtime.connect(wallet.walletId).postMessage({ type: 'caip-348', data: { id: 1, ...tx } }); done();`,
    { only: 'chromium' },
  ),
  one(
    'port-send-message',
    'speaks to the wallet by chrome.runtime.sendMessage',
    `chrome.runtime.sendMessage(wallet.walletId, { type: 'caip-348', data: { id: 1, jsonrpc: '2.0', ...tx } }, nothing); done();`,
    { only: 'chromium' },
  ),
  one(
    'port-changed-after',
    'changes a message after it was posted to the port',
    `const port = chrome.runtime.connect(wallet.walletId); const message = { type: 'caip-348', data: { id: 1, method: 'eth_chainId', params: [] } };
    Object.defineProperty(message.data, 'method', { enumerable: true, get: (() => { let n = 0; return () => (n++ === 0 ? 'eth_chainId' : tx.method); })() }); message.data.params = tx.params; port.postMessage(message); port.postMessage(message); done();`,
    { only: 'chromium' },
  ),
  one(
    'port-wrapped-again',
    'deletes what stands on chrome.runtime and uses what is below',
    `delete chrome.runtime.connect; delete chrome.runtime.sendMessage;
    try { chrome.runtime.connect(wallet.walletId).postMessage({ type: 'caip-348', data: { id: 1, ...tx } }); } catch {}
    try { chrome.runtime.sendMessage(wallet.walletId, { id: 1, ...tx }, nothing); } catch {} done();`,
    { only: 'chromium', tame: 'nothing is below where the browser’s own functions were deleted' },
  ),
  one(
    'safe-app',
    'is a Safe app in a frame and posts its transaction to the Safe around it',
    safe('sendTransactions', 'dapp.'),
    { wallet: 'none', pages: { '/app': safeApp('sendTransactions', transactions) } },
  ),
  one(
    'safe-app-elsewhere',
    'is a Safe app of another site and posts its transaction to the Safe around it',
    safe('sendTransactions', '', '.dapp.example'),
    { wallet: 'none', pages: { '/app': safeApp('sendTransactions', transactions) } },
  ),
  one(
    'safe-app-typed',
    'is a Safe app in a frame and has a permit signed',
    safe('signTypedMessage', 'dapp.'),
    {
      wallet: 'none',
      pages: { '/app': safeApp('signTypedMessage', permit) },
    },
  ),
  one(
    'forged-handshake',
    'makes up the handshake again and answers on every port',
    `
    for (const name of ['slashlight:line', 'slashlight:ready']) addEventListener(name, (event) => { event.preventDefault(); const port = event.ports?.[0]; if (port) { port.onmessage = ({ data }) => { const { n } = JSON.parse(data); port.postMessage(JSON.stringify([n, 'forward'])); }; } }, true);
    dispatchEvent(new Event('slashlight:ready'));
    const { port1, port2 } = new MessageChannel(); dispatchEvent(new MessageEvent('slashlight:line', { ports: [port2], cancelable: true }));
    port1.postMessage(JSON.stringify({ t: 'ask', n: 1, method: tx.method, params: JSON.stringify(tx.params), chainId: null, account: null }));
    keep(window.ethereum.request(tx)); done();`,
  ),
  one(
    'forged-answers',
    'posts answers into its own window',
    `
    keep(window.ethereum.request(tx));
    for (let n = 0; n < 20; n += 1) for (const verb of ['forward', 'allow', 'ack']) { postMessage(JSON.stringify([n, verb]), '*'); postMessage([n, verb], '*'); dispatchEvent(new MessageEvent('message', { data: JSON.stringify([n, verb]) })); }
    done();`,
  ),
  one(
    'forged-decisions',
    'makes up decisions of the background',
    `
    keep(window.ethereum.request(tx));
    for (const id of ['00000000-0000-4000-8000-000000000000', '1', 1]) { const decision = ${allow}; postMessage(decision, '*'); dispatchEvent(new MessageEvent('message', { data: decision, source: window })); dispatchEvent(new CustomEvent('hold/decision', { detail: decision })); document.dispatchEvent(new CustomEvent('message', { detail: decision })); }
    done();`,
  ),
  one(
    'forged-pagehide',
    'makes up pagehide and pageshow around its request',
    `
    keep(window.ethereum.request(tx)); dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); keep(window.ethereum.request(tx)); done();`,
    { after: 'may-end' },
  ),
  one(
    'forged-mm-refusal',
    "makes up MetaMask's answers before asking",
    `
    postMessage({ target: 'metamask-inpage', data: { name: 'metamask-provider', data: { jsonrpc: '2.0', id: 1, result: '0x1' } } }, '*'); ${mm('{ id: 1, ...tx }')}; done();`,
  ),
  one(
    'replayed',
    'asks the same again as soon as it was allowed',
    `
    const more = () => { for (let n = 0; n < 4; n += 1) keep(window.ethereum.request(tx)); };
    const promise = window.ethereum.request(tx); keep(promise); promise.then(more, nothing); done();`,
  ),
  one(
    'replayed-messages',
    "posts the same as MetaMask's page message as soon as it was allowed",
    `
    const promise = window.ethereum.request(tx); keep(promise); promise.then(() => { for (let n = 0; n < 3; n += 1) ${mm('{ id: 1, ...tx }')}; }, nothing); done();`,
  ),
  one(
    'same-in-two-frames',
    'asks the same at once from the page and from a frame',
    `
    const inside = frame().contentWindow; keep(window.ethereum.request(tx)); keep(inside.ethereum.request(tx)); done();`,
  ),
  one(
    'same-in-two-tabs',
    'asks the same at once from the page and from a pop-up',
    `
    window.open('/inside'); keep(window.ethereum.request(tx));`,
    { pages: { '/inside': `PROLOGUE keep(window.ethereum.request(tx)); done();` } },
  ),
  one(
    'thousand',
    'asks a thousand times',
    `for (let n = 0; n < 1_000; n += 1) window.ethereum.request({ ...tx, params: [{ ...tx.params[0], value: '0x' + (n + 1).toString(16) }] }).then(nothing, nothing); keep(window.ethereum.request(tx)); done();`,
  ),
  one(
    'again-and-again',
    'asks again at each refusal',
    `let times = 0; const again = () => { times += 1; if (times < 8) window.ethereum.request(tx).then(nothing, again); }; again(); done();`,
  ),
  one(
    'chain-moves',
    'moves the wallet to another chain while it is asked',
    `keep(window.ethereum.request(tx)); wallet.install('replaced'); keep(window.ethereum.request({ ...tx, params: [{ ...tx.params[0], chainId: '0x1' }] })); done();`,
  ),
];

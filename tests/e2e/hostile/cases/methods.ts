import type { Case } from './case.ts';

const one = (id: string, does: string, script: string, more: Partial<Case> = {}): Case => ({
  id,
  does,
  script: `${script}; done();`,
  ...more,
});
const request = (id: string, does: string, payload: string): Case =>
  one(id, does, `keep(window.ethereum.request(${payload}))`);

const permit = `{ types: { EIP712Domain: [{ name: 'name', type: 'string' }, { name: 'chainId', type: 'uint256' }, { name: 'verifyingContract', type: 'address' }],
    Permit: ['owner', 'spender'].map((name) => ({ name, type: 'address' })).concat(['value', 'nonce', 'deadline'].map((name) => ({ name, type: 'uint256' }))) },
  primaryType: 'Permit',
  domain: { name: 'Liquid staked Ether 2.0', version: '1', chainId: 1, verifyingContract: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84' },
  message: { owner: tx.params[0].from, spender: '0x9FFDF407cDe9a93c47611799DA23924Af3EF764F', value: '1000000000000000000', nonce: '3', deadline: '1795000000' } }`;
const eigenDeposit = `{ types: { EIP712Domain: [{ name: 'name', type: 'string' }, { name: 'chainId', type: 'uint256' }, { name: 'verifyingContract', type: 'address' }],
    Deposit: ['staker', 'strategy', 'token'].map((name) => ({ name, type: 'address' })).concat(['amount', 'nonce', 'expiry'].map((name) => ({ name, type: 'uint256' }))) },
  primaryType: 'Deposit',
  domain: { name: 'EigenLayer', version: '1', chainId: 1, verifyingContract: '0x858646372CC42E1A627fcE94aa7A7033e7CF075A' },
  message: { staker: tx.params[0].from, strategy: '0x9d7eD45EE2E8FC5482fa2428f15C971e6369011d', token: '0xA35b1B31Ce002FBF2058D22F30f95D405200A15b', amount: '6000000000000000000', nonce: '0', expiry: '1795000000' } }`;
const safeTx = `{ types: { EIP712Domain: [{ name: 'chainId', type: 'uint256' }, { name: 'verifyingContract', type: 'address' }], SafeTx: [{ name: 'to', type: 'address' }] },
  primaryType: 'SafeTx', domain: { chainId: 1, verifyingContract: '0x27039Bc1A05549283451EBaC3d25194C61F5538c' },
  message: { to: tx.params[0].to, value: tx.params[0].value, data: tx.params[0].data, operation: 0, safeTxGas: '0', baseGas: '0', gasPrice: '0', gasToken: '0x0000000000000000000000000000000000000000', refundReceiver: '0x0000000000000000000000000000000000000000', nonce: 12 } }`;
const calls = `calls: [{ to: tx.params[0].to, data: tx.params[0].data, value: tx.params[0].value }]`;

/** In which spelling a page asks. */
export const methods: readonly Case[] = [
  one('send-method', 'asks by send(method, params)', 'keep(window.ethereum.send(tx.method, tx.params))'),
  one('send-callback', 'asks by send(payload, callback)', 'window.ethereum.send({ id: 1, ...tx }, nothing)'),
  one(
    'send-sync',
    'asks by send(payload) without a callback',
    'attempt(() => window.ethereum.send({ id: 1, ...tx }))',
  ),
  one(
    'send-single',
    'gives send one object instead of a list',
    'keep(window.ethereum.send(tx.method, tx.params[0]))',
  ),
  one('send-async', 'asks by sendAsync', 'window.ethereum.sendAsync({ id: 1, ...tx }, nothing)'),
  one(
    'send-async-batch',
    'hides it in a list given to sendAsync',
    `window.ethereum.sendAsync([{ id: 1, method: 'eth_blockNumber' }, { id: 2, ...tx }], nothing)`,
  ),
  one(
    'send-async-subclass',
    'gives sendAsync a list of a class of its own',
    `class Liar extends Array { get length() { return 0; } }
     window.ethereum.sendAsync(Object.setPrototypeOf([{ id: 2, ...tx }], Liar.prototype), nothing)`,
  ),
  one('rpc-request', 'asks by _rpcRequest', 'window.ethereum._rpcRequest({ id: 1, ...tx }, nothing)'),
  one(
    'request-batch',
    'asks by _metamask.requestBatch',
    'keep(window.ethereum._metamask.requestBatch([tx]))',
  ),
  one(
    'request-batch-frozen',
    'asks by requestBatch of a wallet that cannot be changed',
    'keep(window.ethereum._metamask.requestBatch([tx]))',
    { wallet: 'fixed-frozen-class' },
  ),
  one(
    'request-batch-announced',
    'asks by requestBatch of an announced wallet that cannot be changed',
    `const found = announced(); keep(found[0]._metamask.requestBatch([tx]))`,
    { wallet: 'announce-frozen-class' },
  ),
  one(
    'taken-off',
    'takes the function off first',
    'const { request } = window.ethereum; keep(request.call(window.ethereum, tx))',
  ),
  one(
    'prototype',
    "borrows the prototype's function",
    'keep(Object.getPrototypeOf(window.ethereum).request.call(window.ethereum, tx))',
  ),
  one(
    'prototype-from-frame',
    "borrows the prototype's function with a fresh frame's Reflect",
    `const clean = frame().contentWindow.Reflect;
     keep(clean.apply(clean.getOwnPropertyDescriptor(clean.getPrototypeOf(window.ethereum), 'request').value, window.ethereum, [tx]))`,
  ),
  one(
    'prototype-frozen',
    "borrows a frozen prototype's function",
    `const raw = Object.getPrototypeOf(window.ethereum).request;
     attempt(() => raw.call(window.ethereum, tx))`,
    { wallet: 'frozen-class' },
  ),
  one(
    'constructor',
    "makes a provider of its own with the wallet's class",
    'keep(new window.ethereum.constructor().request(tx))',
  ),
  one(
    'constructor-frozen',
    "makes a provider of its own with the wallet's frozen class",
    'keep(new window.ethereum.constructor().request(tx))',
    { wallet: 'frozen-class' },
  ),
  one(
    'heir',
    'asks an object that inherits from the provider',
    'const heir = Object.create(window.ethereum); keep(heir.request(tx).catch(() => heir.request.call(window.ethereum, tx)))',
  ),
  one('on-returns', 'asks what on() gives back', `keep(window.ethereum.on('connect', nothing).request(tx))`),
  one(
    'on-this',
    'asks the this of a listener',
    `window.ethereum.on('connect', function () { keep(this.request(tx)); }); window.ethereum.emit('connect')`,
  ),
  one(
    'on-this-frozen',
    'asks the this of a listener of a frozen wallet',
    `window.ethereum.on('connect', function () { keep(this.request(tx)); }); window.ethereum.emit('connect')`,
    { wallet: 'frozen-class' },
  ),
  one(
    'on-this-getter',
    'asks the this of a listener of a wallet whose functions stand behind getters',
    `window.ethereum.on('connect', function () { keep(this.request(tx)); }); window.ethereum.emit('connect')`,
    { wallet: 'getter-methods' },
  ),
  one(
    'prototype-planted',
    "puts an object of its own between the provider and the provider's class",
    `let raw; const before = Object.getPrototypeOf(window.ethereum);
     window.ethereum.__proto__ = Object.create(before, { trap: { get() { raw = this; return 1; } } });
     void window.ethereum.trap; keep((raw ?? window.ethereum).request(tx))`,
  ),
  one(
    'batch-proxy',
    'gives sendAsync a proxy of a list that is longer at the second look',
    `let looks = 0; const list = [{ id: 1, method: 'eth_blockNumber' }, { id: 2, ...tx }];
     const liar = new Proxy(list, { get: (target, key) => (key === 'length' && (looks += 1) < 2 ? 2 : target[key]) });
     window.ethereum.sendAsync(liar, nothing)`,
  ),
  one(
    'function-planted',
    "replaces the provider's own request to catch its this",
    `let raw; const before = Object.getPrototypeOf(window.ethereum).send;
     try { Object.getPrototypeOf(window.ethereum).sendAsync = function () { raw = this; }; window.ethereum.send({ id: 1, method: 'eth_chainId' }, nothing); } catch {}
     keep((raw ?? window.ethereum).request(tx))`,
  ),
  one(
    'setter-planted',
    'puts a setter on the provider that catches what is written to it',
    `let raw; Object.defineProperty(Object.getPrototypeOf(window.ethereum), 'trap', { configurable: true, set() { raw = this; }, get() { return this; } });
     window.ethereum.trap = 1; keep((raw ?? window.ethereum).request(tx));
     keep(window.ethereum.trap.request(tx))`,
  ),
  one(
    'getter-planted-frozen',
    'has a getter of a frozen wallet give the wallet itself',
    `let raw; Object.defineProperty(Object.prototype, 'trap', { configurable: true, get() { return this; } });
     raw = window.ethereum.trap; delete Object.prototype.trap; keep(raw.request(tx))`,
    { wallet: 'frozen-class' },
  ),
  request(
    'wallet-send-transaction',
    'names it wallet_sendTransaction',
    `{ ...tx, method: 'wallet_sendTransaction' }`,
  ),
  request('sign-transaction', 'has it only signed', `{ ...tx, method: 'eth_signTransaction' }`),
  request(
    'send-calls-1',
    'uses wallet_sendCalls 1.0',
    `{ method: 'wallet_sendCalls', params: [{ version: '1.0', chainId: '0x1', from: tx.params[0].from, ${calls} }] }`,
  ),
  request(
    'send-calls-2',
    'uses wallet_sendCalls 2.0.0',
    `{ method: 'wallet_sendCalls', params: [{ version: '2.0.0', chainId: '0x1', atomicRequired: true, ${calls} }] }`,
  ),
  request(
    'prepare-calls',
    'has the calls prepared first',
    `{ method: 'wallet_prepareCalls', params: [{ version: '1.0', chainId: '0x1', from: tx.params[0].from, ${calls} }] }`,
  ),
  request(
    'invoke-method',
    'puts it into wallet_invokeMethod',
    `{ method: 'wallet_invokeMethod', params: { scope: 'eip155:1', request: tx } }`,
  ),
  request(
    'invoke-calls',
    'puts wallet_sendCalls into wallet_invokeMethod',
    `{ method: 'wallet_invokeMethod', params: { scope: 'eip155:1', request: { method: 'wallet_sendCalls', params: [{ version: '2.0.0', chainId: '0x1', atomicRequired: true, ${calls} }] } } }`,
  ),
  request(
    'typed-permit',
    'has a permit signed that alone can fund',
    `{ method: 'eth_signTypedData_v4', params: [tx.params[0].from, JSON.stringify(${permit})] }`,
  ),
  request(
    'typed-permit-object',
    'gives the permit as an object',
    `{ method: 'eth_signTypedData_v4', params: [tx.params[0].from, ${permit}] }`,
  ),
  request(
    'typed-permit-swapped',
    'gives the permit first and the address second',
    `{ method: 'eth_signTypedData_v4', params: [JSON.stringify(${permit}), tx.params[0].from] }`,
  ),
  request(
    'typed-permit-v3',
    'has the permit signed by version 3',
    `{ method: 'eth_signTypedData_v3', params: [tx.params[0].from, JSON.stringify(${permit})] }`,
  ),
  request(
    'typed-permit-plain',
    'has the permit signed by eth_signTypedData',
    `{ method: 'eth_signTypedData', params: [tx.params[0].from, JSON.stringify(${permit})] }`,
  ),
  request(
    'typed-eigenlayer',
    'has a signed deposit made',
    `{ method: 'eth_signTypedData_v4', params: [tx.params[0].from, JSON.stringify(${eigenDeposit})] }`,
  ),
  request(
    'typed-safe',
    'has a Safe transaction signed',
    `{ method: 'eth_signTypedData_v4', params: [tx.params[0].from, JSON.stringify(${safeTx})] }`,
  ),
  request(
    'unknown-method',
    'invents a method with a transaction in it',
    `{ method: 'wallet_doSomethingNice', params: tx.params }`,
  ),
  request(
    'unknown-method-calls',
    'invents a method with a list of calls in it',
    `{ method: 'wallet_runBundle', params: [{ chainId: '0x1', ${calls} }] }`,
  ),
  request(
    'unknown-method-typed',
    'invents a method with a permit in it',
    `{ method: 'wallet_signTyped', params: [tx.params[0].from, JSON.stringify(${permit})] }`,
  ),
  request(
    'method-other-case',
    'writes the method in other letters',
    `{ ...tx, method: 'eth_SendTransaction' }`,
  ),
  request(
    'method-space-before',
    'puts a space before the method',
    `{ ...tx, method: ' eth_sendTransaction' }`,
  ),
  request('method-spaces', 'puts a space behind the method', `{ ...tx, method: 'eth_sendTransaction ' }`),
  request(
    'input-not-data',
    'names the calldata input',
    `{ ...tx, params: [(({ data, ...rest }) => ({ ...rest, input: data }))(tx.params[0])] }`,
  ),
  request(
    'data-and-input',
    'gives harmless data and the deposit as input',
    `{ ...tx, params: [{ ...tx.params[0], data: '0xdeadbeef', input: tx.params[0].data }] }`,
  ),
  request(
    'address-lower',
    'writes the address in small letters',
    `{ ...tx, params: [{ ...tx.params[0], to: tx.params[0].to.toLowerCase() }] }`,
  ),
  request(
    'address-upper',
    'writes the address in capitals',
    `{ ...tx, params: [{ ...tx.params[0], to: '0x' + tx.params[0].to.slice(2).toUpperCase() }] }`,
  ),
  request(
    'address-no-prefix',
    'leaves the 0x of the address away',
    `{ ...tx, params: [{ ...tx.params[0], to: tx.params[0].to.slice(2) }] }`,
  ),
  request(
    'address-capital-x',
    'writes 0X before the address',
    `{ ...tx, params: [{ ...tx.params[0], to: '0X' + tx.params[0].to.slice(2) }] }`,
  ),
  request(
    'params-object',
    'gives the parameters as an object with numbers',
    `{ ...tx, params: { 0: tx.params[0], length: 1 } }`,
  ),
  request('params-single', 'gives the transaction without a list', `{ ...tx, params: tx.params[0] }`),
  request(
    'params-getter',
    'hides the transaction behind a getter that changes',
    `(() => { let looks = 0; return { method: tx.method, get params() { looks += 1; return looks === 1 ? [{ ...tx.params[0], to: '0x000000000000000000000000000000000000dEaD', data: '0x' }] : tx.params; } }; })()`,
  ),
  request(
    'params-inner-getter',
    'hides the target behind a getter that changes',
    `(() => { let looks = 0; return { ...tx, params: [{ ...tx.params[0], get to() { looks += 1; return looks % 2 ? '0x000000000000000000000000000000000000dEaD' : tx.params[0].to; } }] }; })()`,
  ),
  request(
    'params-proxy',
    'gives a proxy that changes its mind',
    `(() => { let looks = 0; return new Proxy({ ...tx }, { get: (target, key) => (key === 'method' && (looks += 1) === 1 ? 'eth_sendTransaction' : target[key]) }); })()`,
  ),
  request(
    'params-to-json',
    'gives parameters whose toJSON says something else',
    `{ ...tx, params: Object.assign([...tx.params], { toJSON: () => [] }) }`,
  ),
  request(
    'params-inherited',
    'has the parameters handed down by a class',
    `Object.create({ method: tx.method, params: tx.params })`,
  ),
  one(
    'mutated-after',
    'changes the request after it asked',
    `const mine = structuredClone(tx); keep(window.ethereum.request(mine));
     mine.params[0].value = '0xffff'; mine.params.push(mine.params[0]); mine.method = 'eth_accounts'`,
  ),
  one(
    'mutated-to-deposit',
    'asks something harmless and makes it a deposit in the same breath',
    `const mine = { method: 'eth_chainId', params: [] };
     const asked = window.ethereum.request(mine); mine.method = tx.method; mine.params = tx.params; asked.then(() => keep(window.ethereum.request(mine)))`,
  ),
  request('method-object', 'gives the method as a String object', `{ ...tx, method: new String(tx.method) }`),
  request(
    'method-to-string',
    'gives a method that becomes a text when it is used',
    `{ ...tx, method: { toString: () => tx.method } }`,
  ),
  request('method-list', 'gives the method as a list of one', `{ ...tx, method: [tx.method] }`),
  one(
    'send-object-twice',
    'gives send a String object as method',
    'keep(window.ethereum.send(new String(tx.method), tx.params))',
  ),
  one(
    'deep-nesting',
    'nests the parameters ten thousand deep',
    `let deep = []; for (let n = 0; n < 10_000; n += 1) deep = [deep];
     attempt(() => window.ethereum.request({ ...tx, params: [tx.params[0], deep] }))`,
  ),
  one(
    'huge',
    'asks with half a megabyte around it',
    `keep(window.ethereum.request({ ...tx, params: [{ ...tx.params[0], note: 'x'.repeat(500_000) }] }))`,
  ),
];

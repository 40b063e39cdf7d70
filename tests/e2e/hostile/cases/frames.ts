import type { Case } from './case.ts';

const one = (id: string, does: string, script: string, more: Partial<Case> = {}): Case => ({
  id,
  does,
  script,
  ...more,
});

/** What a document inside the page does; `<\/` so that it may stand in a script. */
const askInside = `until(() => window.ethereum).then(() => { testWallet.keep(window.ethereum.request(TX)); testWallet.done(); });`;
const inner = `const until = async (find) => { for (;;) { let found; try { found = find(); } catch {} if (found) return found; await new Promise((go) => setTimeout(go, 5)); } }; ${askInside}`;
const innerHtml = `const text = ${JSON.stringify(inner)}.replace('TX', JSON.stringify(tx)); const html = '<p>inside</p><script>' + text + '<\\/script>';`;
const insidePage = `PROLOGUE ${askInside.replace('TX', 'tx')}`;
const passive = `PROLOGUE until(() => window.ethereum);`;

/** What the parent of a frame plants in its window before the document is there: it takes the line and answers itself. */
const plant = `const plant = (target) => {
    const forge = (event) => {
      if (event.ports?.[0] === undefined || !String(event.type).startsWith('slashlight')) return;
      event.preventDefault(); event.stopImmediatePropagation();
      const [port] = event.ports;
      port.onmessage = ({ data }) => { try { const { n } = JSON.parse(data); for (const verb of ['ack', 'forward', 'allow']) port.postMessage(JSON.stringify([n, verb])); } catch {} };
    };
    for (const name of ['slashlight:line', 'slashlight:give']) target.addEventListener(name, forge, true);
    target.stolen = [];
    const { defineProperty } = target.Object;
    const native = target.MessagePort.prototype.postMessage;
    target.MessagePort.prototype.postMessage = function (...all) { target.stolen.push([this, all]); return native.apply(this, all); };
  };`;

/** From which frame a page asks. */
export const frames: readonly Case[] = [
  one(
    'frame-blank',
    'asks from a fresh frame in the same tick',
    `const inside = frame().contentWindow; keep(inside.ethereum.request(tx)); done();`,
  ),
  one(
    'frame-blank-removed',
    'takes a provider out of a frame, removes the frame and asks',
    `
     const made = frame(); const { ethereum } = made.contentWindow; made.remove();
     attempt(() => ethereum.request(tx)); keep(window.ethereum.request(tx)); done();`,
  ),
  one(
    'frame-blank-function',
    "puts a fresh frame's function on its own provider",
    `
     const inside = frame().contentWindow; const { request } = inside.ethereum;
     keep(inside.Reflect.apply(request, inside.ethereum, [tx])); done();`,
  ),
  one('frame-srcdoc', 'asks from a srcdoc frame', `${innerHtml} frame((made) => { made.srcdoc = html; });`),
  one(
    'frame-srcdoc-sandboxed',
    'asks from a sandboxed srcdoc frame without an origin',
    `${innerHtml}
     frame((made) => { made.sandbox = 'allow-scripts'; made.srcdoc = html; });`,
  ),
  one(
    'frame-blob',
    'asks from a blob frame',
    `${innerHtml} frame((made) => { made.src = URL.createObjectURL(new Blob([html], { type: 'text/html' })); });`,
  ),
  one(
    'frame-blob-sandboxed',
    'asks from a sandboxed blob frame',
    `${innerHtml} frame((made) => { made.sandbox = 'allow-scripts'; made.src = URL.createObjectURL(new Blob([html], { type: 'text/html' })); });`,
  ),
  one(
    'frame-data',
    'asks from a data frame',
    `${innerHtml} frame((made) => { made.src = 'data:text/html,' + encodeURIComponent(html); });`,
  ),
  one(
    'frame-javascript',
    'asks from a frame with a javascript: address',
    `${innerHtml} frame((made) => { made.src = 'javascript:' + encodeURIComponent(JSON.stringify(html)); });`,
  ),
  one(
    'frame-written',
    'writes a document into a fresh frame',
    `${innerHtml} const { contentDocument } = frame(); contentDocument.open(); contentDocument.write(html); contentDocument.close();`,
  ),
  one(
    'frame-nested',
    'asks from a frame in a frame',
    `
     const middle = frame().contentWindow; const made = middle.document.createElement('iframe'); middle.document.documentElement.append(made);
     keep(made.contentWindow.ethereum.request(tx)); done();`,
  ),
  one(
    'frame-object',
    'asks from an object element',
    `const made = document.createElement('object'); made.data = '/inside'; document.documentElement.append(made);`,
    { pages: { '/inside': insidePage } },
  ),
  one(
    'frame-embed',
    'asks from an embed element',
    `const made = document.createElement('embed'); made.src = '/inside'; made.type = 'text/html'; document.documentElement.append(made);`,
    { pages: { '/inside': insidePage } },
  ),
  one(
    'frame-plain',
    'asks from an ordinary frame of its own',
    `frame((made) => { made.src = '/inside'; });`,
    { pages: { '/inside': insidePage } },
  ),
  one(
    'frame-cross-origin',
    'asks from a frame of another host of the site',
    `frame((made) => { made.src = 'http://other.' + location.host + '/inside'; });`,
    { pages: { '/inside': insidePage } },
  ),
  one(
    'document-open',
    'opens its document anew and asks',
    `
     setTimeout(() => { const { keep, done } = wallet; document.open(); document.write('<p>new</p>'); document.close();
       setTimeout(() => { keep(window.ethereum.request(tx)); done(); }, 20); }, 20);`,
  ),
  one(
    'document-open-announced',
    'opens its document anew and listens to announcements',
    `
     setTimeout(() => { document.open(); document.write('<p>new</p>'); document.close(); setTimeout(() => {
       const found = []; addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider));
       wallet.install('announce-frozen-class');
       until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); }); }, 20); }, 20);`,
    { wallet: 'none' },
  ),
  one(
    'document-open-same-tick',
    'opens its document and listens in the same breath',
    `
     setTimeout(() => { document.open(); const found = [];
       addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider), true);
       wallet.install('announce-frozen-class'); document.write('<p>new</p>'); document.close();
       until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); }); }, 20);`,
    { wallet: 'none' },
  ),
  one(
    'document-open-borrowed',
    "opens its document with another frame's function",
    `
     const clean = frame().contentWindow; setTimeout(() => { clean.Document.prototype.open.call(document); const found = [];
       addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider), true);
       wallet.install('announce-frozen-class');
       until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); }); }, 20);`,
    { wallet: 'none' },
  ),
  one(
    'document-write-same-tick',
    'writes a document over its own whose first script listens',
    `
     addEventListener('load', () => setTimeout(() => {
       window.go = () => { const found = [];
         addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider), true);
         wallet.install('announce-frozen-class');
         until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); }); };
       document.write('<script>go()<' + '/script><p>new</p>'); document.close(); }, 20));`,
    { wallet: 'none' },
  ),
  one(
    'document-open-empty',
    "empties its document, opens it a while later with another frame's function, and listens",
    `
     const clean = frame().contentWindow.Document.prototype.open; setTimeout(() => { document.documentElement.remove(); setTimeout(() => {
       clean.call(document); const found = [];
       addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider), true);
       wallet.install('announce-plain-late');
       until(() => found.length > 0).then(() => { for (const one of found) keep(one.request(tx)); done(); }); }, 20); }, 20);`,
    { wallet: 'none' },
  ),
  one(
    'frame-loading-functions',
    'puts the functions of a window that is still loading onto its own wallet',
    `
     const made = frame((made) => { made.src = '/inside.slow'; }); const clean = made.contentWindow;
     setTimeout(() => fetch('/release'), 500);
     const raw = clean.Reflect.getOwnPropertyDescriptor(clean.Reflect.getPrototypeOf(window.ethereum), 'request').value;
     keep(clean.Reflect.apply(raw, window.ethereum, [tx])); done();`,
    { pages: { '/inside.slow': 'PROLOGUE' } },
  ),
  one(
    'frame-prepared',
    'prepares the window of a frame of its own before it loads, and answers in our place',
    `${plant}
     const made = frame((made) => { made.src = '/inside'; }); plant(made.contentWindow);
     loaded(made).then(() => until(() => made.contentWindow.ethereum)).then(() => { keep(made.contentWindow.ethereum.request(tx)); done(); });`,
    { pages: { '/inside': passive } },
  ),
  one(
    'frame-prepared-replaces',
    'replaces built-ins in the window of a frame before it loads',
    `
     const made = frame((made) => { made.src = '/inside'; }); const target = made.contentWindow; const raw = [];
     const natives = { apply: target.Reflect.apply, get: target.Reflect.get };
     target.Reflect.apply = function (f, self, args) { raw.push([f, self]); return natives.apply(f, self, args); };
     target.Reflect.get = function (holder, key, receiver) { const value = natives.get(holder, key, receiver); if (key === 'request') raw.push([value, holder]); return value; };
     target.Proxy = function (of) { return of; };
     loaded(made).then(() => until(() => target.ethereum)).then(() => {
       attempt(() => target.ethereum.request(tx)); for (const [f, self] of [...raw]) if (f?.name === 'request') try { keep(natives.apply(f, self, [tx])); } catch {} done(); });`,
    { pages: { '/inside': passive } },
  ),
  one(
    'frame-prepared-announced',
    'listens in the window of a frame before it loads',
    `
     const made = frame((made) => { made.src = '/inside?w=announce-frozen-class'; }); const found = []; const target = made.contentWindow;
     target.addEventListener('eip6963:announceProvider', (event) => found.push(event.detail.provider), true);
     loaded(made).then(() => { target.dispatchEvent(new Event('eip6963:requestProvider')); return until(() => found.length > 0); }).then(() => {
       for (const one of found) keep(one.request(tx)); done(); });`,
    { pages: { '/inside': 'PROLOGUE' } },
  ),
  one(
    'frame-prepared-trap',
    'puts a trap for window.ethereum into the window of a frame before it loads',
    `
     const made = frame((made) => { made.src = '/inside?w=assign-silent'; }); const target = made.contentWindow; let raw;
     Object.defineProperty(target, 'ethereum', { configurable: false, get: () => raw, set: (value) => { raw = value; } });
     loaded(made).then(() => until(() => raw ?? made.contentWindow.ethereum)).then((found) => { keep(found.request(tx)); done(); });`,
    { pages: { '/inside': 'PROLOGUE' } },
  ),
  one(
    'frame-prepared-messages',
    "prepares a frame whose wallet speaks MetaMask's messages, and answers in our place",
    `${plant}
     const made = frame((made) => { made.src = '/inside?p=mm'; }); plant(made.contentWindow);
     loaded(made).then(() => until(() => made.contentWindow.ethereum)).then(() => { keep(made.contentWindow.ethereum.request(tx)); done(); });`,
    { pages: { '/inside': passive } },
  ),
  one(
    'frame-slow',
    'reaches into a frame whose document has not sent its first byte',
    `${plant}
     const made = frame((made) => { made.src = '/inside.slow'; }); let at = made.contentWindow; let planted = 0;
     plant(at);
     const again = setInterval(() => { try { if (made.contentWindow.location.pathname === '/inside.slow') { planted += 1; plant(made.contentWindow); clearInterval(again); fetch('/release'); } } catch {} }, 2);
     setTimeout(() => fetch('/release'), 800);
     loaded(made).then(() => until(() => made.contentWindow.ethereum)).then(() => { say({ kind: 'note', note: planted + ' planted' }); keep(made.contentWindow.ethereum.request(tx)); done(); });`,
    { pages: { '/inside.slow': passive } },
  ),
  one(
    'popup-blank',
    'asks from a pop-up without an address in the same tick',
    `
     const inside = window.open(''); keep(inside.ethereum.request(tx)); done();`,
  ),
  one('popup-plain', 'asks from a pop-up of its own', `window.open('/inside');`, {
    pages: { '/inside': insidePage },
  }),
  one(
    'popup-prepared',
    'prepares the window of a pop-up before it loads, and answers in our place',
    `${plant}
     const inside = window.open('/inside'); plant(inside);
     until(() => inside.location.pathname === '/inside' && inside.document.readyState === 'complete' && inside.ethereum).then(() => { keep(inside.ethereum.request(tx)); done(); });`,
    { pages: { '/inside': passive } },
  ),
  one(
    'popup-opener',
    'leaves, and the pop-up it opened reaches back into what comes next',
    `${plant}
     const next = window.open('/reaches'); next.plant = plant; setTimeout(() => { location.href = '/inside'; }, 150);`,
    {
      pages: {
        '/reaches': `PROLOGUE ${plant} const back = window.opener; let at = null;
        until(() => back.location.pathname === '/inside' || (back.document !== at && (at = back.document, plant(back), false)))
          .then(() => until(() => back.ethereum && back.document.readyState === 'complete')).then(() => { back.testWallet.keep(back.ethereum.request(tx)); back.testWallet.done(); });`,
        '/inside': passive,
      },
    },
  ),
];

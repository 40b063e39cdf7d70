import type { Case } from './case.ts';

const asks = 'keep(window.ethereum.request(tx)); done();';
const next = `PROLOGUE setTimeout(() => history.back(), 50);`;

/** What happens around the request while it waits. */
export const life: readonly Case[] = [
  {
    id: 'navigates',
    leaves: true,
    does: 'asks, goes to another page, and asks there',
    script: `window.ethereum.request(leaving).then(nothing, nothing); setTimeout(() => { location.href = '/next'; }, 150);`,
    pages: { '/next': `PROLOGUE ${asks}` },
  },
  {
    id: 'reloads',
    leaves: true,
    does: 'asks and reloads, again and again',
    script: `const times = Number(sessionStorage.times ?? 0); sessionStorage.times = times + 1; if (times < 3) { window.ethereum.request(leaving).then(nothing, nothing); setTimeout(() => location.reload(), 80); } else { keep(window.ethereum.request(tx)); done(); }`,
  },
  {
    id: 'comes-back',
    does: 'goes away, comes back from the page cache, and asks with what it kept',
    script: `const kept = window.ethereum; addEventListener('pageshow', ({ persisted }) => { if (!sessionStorage.went) return; say({ kind: 'note', note: persisted ? 'came from the page cache' : 'was loaded again' }); keep(kept.request(tx)); done(); });
      if (!sessionStorage.went) setTimeout(() => { sessionStorage.went = 1; location.href = '/next'; }, 200);`,
    pages: { '/next': next },
  },
  {
    id: 'comes-back-waiting',
    leaves: true,
    does: 'asks, goes away, comes back from the page cache, and asks again',
    script: `const kept = window.ethereum; if (!sessionStorage.went) kept.request(leaving).then(nothing, nothing);
      addEventListener('pageshow', ({ persisted }) => { if (!sessionStorage.went) return; say({ kind: 'note', note: persisted ? 'came from the page cache' : 'was loaded again' }); keep(kept.request(tx)); done(); });
      if (!sessionStorage.went) setTimeout(() => { sessionStorage.went = 1; location.href = '/next'; }, 300);`,
    pages: { '/next': next },
  },
  {
    id: 'hash-changes',
    does: 'changes its address without loading while it waits',
    script: `keep(window.ethereum.request(tx)); history.pushState({}, '', '/elsewhere'); location.hash = 'x'; done();`,
  },
  {
    id: 'frame-goes-away',
    leaves: true,
    does: 'asks in a frame and removes it while it waits',
    script: `const made = frame(); const { ethereum } = made.contentWindow; ethereum.request(leaving).then(nothing, nothing); setTimeout(() => { made.remove(); keep(window.ethereum.request(tx)); done(); }, 100);`,
  },
  { id: 'worker-killed', does: 'asks, and the background dies', script: asks, life: 'kill-worker' },
  {
    id: 'worker-killed-often',
    does: 'asks, and the background dies four times',
    script: asks,
    life: 'kill-worker-often',
  },
  {
    id: 'worker-killed-messages',
    does: "posts MetaMask's page message, and the background dies",
    script: `postMessage({ target: 'metamask-contentscript', data: { name: 'metamask-provider', data: { id: 1, ...tx } } }, '*'); done();`,
    life: 'kill-worker',
  },
  {
    id: 'extension-gone',
    does: 'asks, and the extension is switched off under the page',
    script: `keep(window.ethereum.request(tx)); setInterval(() => keep(window.ethereum.request(tx)), 300); done();`,
    life: 'remove-extension',
    after: 'may-end',
  },
];

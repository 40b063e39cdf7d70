/** What packages written for Node look for in a page; every bundler of a wallet puts something like it there. */
const nextTick = (work: (...all: unknown[]) => void, ...all: unknown[]): void =>
  queueMicrotask(() => work(...all));

Object.assign(globalThis, {
  global: globalThis,
  process: { env: { NODE_ENV: 'production' }, browser: true, version: '', nextTick },
});

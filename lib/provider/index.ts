export { type Bridge, type BridgeDeps, makeBridge } from './bridge.ts';
export type { Filter } from './gate.ts';
export { isListed } from './listed.ts';
export { protect } from './protect.ts';
export { type BridgeParts, type Runtime, startBridge } from './start-bridge.ts';
export { type WalletMessages, watchWallets } from './wallet-messages.ts';

export type {
  Admin,
  Evidence,
  ExitAssumption,
  Exposure,
  NodePort,
  RpcCall,
  RpcReply,
  SetInfo,
} from './exposure.ts';
export type { Memory, Probe, ReadOptions } from './options.ts';
export { confirmVault } from './confirm-vault.ts';
export { type DefaultNode, defaultNodes } from './default-nodes.ts';
export { lensRuntimeBytes } from './lens-call.ts';
export { isAllowedNodeUrl } from './node-url.ts';
export { chainToAsk } from './other-chain.ts';
export { probeNode } from './probe.ts';
export { readExposure } from './read-exposure.ts';
export { simulate } from './simulate.ts';
export { type TrialNodes, tryRequest } from './try-request.ts';
export type {
  Snapshot,
  SnapshotAllocation,
  SnapshotBook,
  SnapshotExit,
  SnapshotLine,
  SnapshotOperator,
} from './snapshot.ts';

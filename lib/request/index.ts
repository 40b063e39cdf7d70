export { type AbiValue, argumentTypes, CutOff, decodeArguments, take, valueAt } from './abi.ts';
export { toBytes, toHex } from './bytes.ts';
export type { Call, JsonRpcRequest, RequestContext, RequestRead, SignedIntent } from './call.ts';
export { asObject, own } from './fields.ts';
export { readRequest } from './read-request.ts';

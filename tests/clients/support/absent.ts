/** Stands for what wagmi's connectors load only when a person takes another wallet than the one in the browser. */
export const GeminiWalletProvider = null;
export const RpcSchema = null;
export const z = null;

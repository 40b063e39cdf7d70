/** Stands for what wagmi and AppKit load only when a person takes another wallet than the one in the browser. */
export const GeminiWalletProvider = null;
export const RpcSchema = null;
export const z = null;
export const SafeAppProvider = null;

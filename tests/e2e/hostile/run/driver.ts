/** What reached the test wallet, or what a page had it tell: see `wallet/seen.js`. */
export type Sighting = {
  readonly kind: 'hello' | 'saw' | 'end' | 'done' | 'flushed' | 'note';
  readonly host: string | null;
  readonly tabId: number | null;
  readonly frameId: number | null;
  readonly how?: string;
  readonly method?: string;
  /** As JSON text. */
  readonly params?: string;
  readonly name?: string;
  readonly end?: { readonly ok: boolean; readonly code?: number | null; readonly message?: string };
  readonly token?: string;
  readonly note?: string;
};

/** One request that Slashlight holds. */
export type HeldRequest = {
  readonly id: string;
  readonly topOrigin: string;
  readonly origin: string;
  readonly tabId: number;
  readonly method: string;
  readonly params: string;
  readonly via: string;
  readonly realm: string;
};

/** What Slashlight holds, and what its toolbar button says on each tab. */
export type Standing = {
  readonly held: readonly HeldRequest[];
  readonly signs: readonly { readonly tabId: number; readonly text: string; readonly title: string }[];
};

/** A real browser with Slashlight and the test wallet in it. Both are asked through pages of their own. */
export type Driver = {
  readonly open: (url: string) => Promise<void>;
  /** Evaluates an expression in the wallet's page. */
  readonly inWallet: <T>(code: string) => Promise<T>;
  /** Evaluates an expression in a page of Slashlight that is not the review window. */
  readonly inSlashlight: <T>(code: string) => Promise<T>;
  /** Evaluates an expression in the review window; null where none stands. */
  readonly inReview: <T>(code: string) => Promise<T | null>;
  /** Closes every tab but the two above. */
  readonly closeTabs: () => Promise<void>;
  readonly killWorker: () => Promise<void>;
  readonly removeExtension: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Where the hostile pages stand: below a protocol's own domain, one host each. */
export const zone = 'renzoprotocol.com';

export type BrowserName = 'chromium' | 'firefox';

/** What the run does to the extension while the page waits. */
export type Life = 'kill-worker' | 'kill-worker-often' | 'remove-extension';

/** One way round Slashlight that a page, or a wallet that means no harm, could take. */
export type Case = {
  /** Also the host name of its page. */
  readonly id: string;
  /** What the attacker does. */
  readonly does: string;
  /** How the wallet puts itself into the page: a form of `wallet/provider.js`. */
  readonly wallet?: string;
  /** Further parameters in the page's address. */
  readonly query?: string;
  /** The page's script. In its sight: `tx`, `leaving`, `wallet`, `keep`, `done`, `frame`, `provider`. */
  readonly script: string;
  /** Other documents of the site, by path. A path that ends in `.slow` sends no byte of its body before `/release`. */
  readonly pages?: { readonly [path: string]: string };
  /** Browsers in which the way exists; both where left out. */
  readonly only?: BrowserName;
  readonly life?: Life;
  /** The page goes away from requests of its own (`leaving`): they end by themselves, and `tx` is left to decide. */
  readonly leaves?: true;
  /** After "Continue" the wallet sees it (`reaches`), or it may have ended meanwhile (`may-end`). */
  readonly after?: 'reaches' | 'may-end';
  /** The wallet is not reached without Slashlight either; says why the case is worth having. */
  readonly tame?: string;
};

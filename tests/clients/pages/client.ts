/** What a test asks of a page that is built on one library. */
export type Client = {
  /** Connects as the library's own documentation does; gives the account it reports. */
  readonly connect: () => Promise<string>;
  readonly chainId: () => Promise<number>;
  readonly sign: (text: string) => Promise<string>;
  /** Sends a transaction; gives its hash. */
  readonly send: (transaction: Transaction) => Promise<string>;
};

export type Hex = `0x${string}`;
export type Transaction = { readonly to: Hex; readonly value: Hex; readonly data?: Hex };

/** How a call of a client ended. */
export type Ending = { readonly result: unknown } | { readonly failure: Failure };

/** An error as the page's code would look at it, with what it says it was caused by. */
export type Failure = {
  readonly name: unknown;
  readonly code: unknown;
  readonly message: unknown;
  readonly cause: { readonly name: unknown; readonly code: unknown } | null;
};

/** Ended calls by the name that the test gave them; kept when a page offers anew. */
const endings: Record<string, Ending> = {};

/** Puts a client where the test finds it. */
export function offer(client: Client): void {
  const start = (what: keyof Client, argument: never, name: string): void => {
    void client[what](argument).then(
      (result) => void (endings[name] = { result }),
      (error: unknown) => void (endings[name] = { failure: failureOf(error) }),
    );
  };
  Object.assign(window, { endings, start });
}

/** The provider that stands on `window.ethereum`, as the library at hand wants it typed. */
export function injected<P extends object>(isProvider: (value: unknown) => value is P): P {
  const found: unknown = Reflect.get(window, 'ethereum');
  if (!isProvider(found)) throw new Error('no wallet in this page');
  return found;
}

/** Name of the wallet to take by EIP-6963, which the page's address gives. */
export function chosen(): string {
  return new URLSearchParams(window.location.search).get('rdns') ?? '';
}

type Loose = { name?: unknown; code?: unknown; message?: unknown; cause?: unknown };

function failureOf(error: unknown): Failure {
  if (!isLoose(error)) return { name: null, code: null, message: error, cause: null };
  const { name, code, message, cause } = error;
  return { name, code, message, cause: isLoose(cause) ? { name: cause.name, code: cause.code } : null };
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

import * as z from 'zod/mini';

import { type Address, GuardError, isAddress } from '../../lib/core/index.ts';
import { type Limits, parseGuesses, parseLimits } from '../../lib/limits/index.ts';
import type { Guesses } from '../../lib/risk/index.ts';

/** A request as a page sends it, with what the browser would add. */
export type RequestInput = {
  readonly request: { readonly method: string; readonly params: unknown };
  readonly origin: string;
  readonly chainId: number;
  readonly account: Address | null;
  /** Node addresses by chain id. */
  readonly rpc: Readonly<Record<string, readonly string[]>>;
  readonly limits: Limits;
  /** The person's own guesses for the odds. */
  readonly guesses: Guesses;
  /** Whether a request whose calldata shows no deposit is tried on the first node of each chain. */
  readonly simulate: boolean;
};

export type SnapshotInput = { readonly snapshot: unknown; readonly limits: Limits };

const requestFile = z.object({
  request: z.object({ method: z.string(), params: z.unknown() }),
  origin: z.string(),
  chainId: z.int().check(z.positive()),
  account: z.optional(z.nullable(z.string())),
  rpc: z.optional(z.record(z.string(), z.array(z.string()))),
  limits: z.optional(z.unknown()),
  guesses: z.optional(z.unknown()),
  simulate: z.optional(z.boolean()),
});

const snapshotFile = z.object({ snapshot: z.unknown(), limits: z.optional(z.unknown()) });

/**
 * Reads one document of the command line.
 *
 * @throws GuardError `assess/bad-input` that names the first field that is wrong
 */
export function readInput(document: unknown): RequestInput | SnapshotInput {
  if (typeof document === 'object' && document !== null && 'snapshot' in document) {
    // A snapshot names its own guesses, as `snapshot.assumptions`: a second place for them would only be ignored.
    if ('guesses' in document) throw badInput('guesses');
    const { snapshot, limits } = parsed(snapshotFile, document);
    return { snapshot, limits: parseLimits(limits) };
  }
  const { request, origin, chainId, account, rpc, limits, guesses, simulate } = parsed(requestFile, document);
  if (account !== undefined && account !== null && !isAddress(account)) throw badInput('account');
  return {
    request: { method: request.method, params: request.params },
    origin,
    chainId,
    account: account ?? null,
    rpc: rpc ?? {},
    limits: parseLimits(limits),
    guesses: parseGuesses(guesses),
    simulate: simulate ?? false,
  };
}

function parsed<T extends z.ZodMiniType>(schema: T, document: unknown): z.output<T> {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw badInput(result.error.issues[0]?.path.join('.') ?? '');
}

function badInput(path: string): GuardError {
  const where = path === '' ? 'it is no object' : path;
  return new GuardError(
    'assess/bad-input',
    `The input cannot be read: ${where}.`,
    'See README.md, "assess".',
  );
}

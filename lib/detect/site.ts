import { isAggregatorHost, officialProtocols, protocols } from '../protocols/index.ts';
import { hostOf } from './host.ts';
import { imitates } from './lookalike.ts';

/** What the registry says of the site that asks. */
export type Site = {
  /** Protocols whose official site it is. */
  readonly protocols: readonly string[];
  readonly aggregator: boolean;
  readonly lookalike: boolean;
};

/** Places an origin, as the browser names it; an opaque origin is no site anybody knows. */
export function placeSite(origin: string): Site {
  const host = hostOf(origin);
  if (host === null) return { protocols: [], aggregator: false, lookalike: false };
  const official = officialProtocols(host);
  const aggregator = isAggregatorHost(host);
  const lookalike = official.length === 0 && !aggregator && imitates(host, protocols);
  return { protocols: official, aggregator, lookalike };
}

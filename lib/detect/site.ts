import { isAggregatorHost, isUnder, type Protocol, protocols } from '../protocols/index.ts';
import { hostOf } from './host.ts';
import { imitates } from './lookalike.ts';

/** What the registry says of the site that asks. */
export type Site = {
  /** Protocols whose official site it is. */
  readonly protocols: readonly string[];
  readonly aggregator: boolean;
  readonly lookalike: boolean;
};

/** Ids of the protocols whose site it is by a source that is sure: a guess does not make a site official. */
function officialAt(host: string, list: readonly Protocol[]): readonly string[] {
  return list
    .filter(({ officialDomains }) =>
      officialDomains.some(({ domain, sharedHost, evidence }) => {
        if (evidence === 'unsure') return false;
        return sharedHost === true ? host === domain : isUnder(host, domain);
      }),
    )
    .map(({ id }) => id);
}

/** Sites placed before, by origin: one request is looked at once for every chain there is. */
const placed = new WeakMap<readonly Protocol[], Map<string, Site>>();
const mostPlaced = 64;

/** Places an origin, as the browser names it; an opaque origin is no site anybody knows. */
export function placeSite(origin: string, list: readonly Protocol[] = protocols): Site {
  const before = placed.get(list) ?? new Map<string, Site>();
  const site = before.get(origin) ?? place(origin, list);
  if (before.size >= mostPlaced) before.clear();
  placed.set(list, before.set(origin, site));
  return site;
}

function place(origin: string, list: readonly Protocol[]): Site {
  const host = hostOf(origin);
  if (host === null) return { protocols: [], aggregator: false, lookalike: false };
  const official = officialAt(host, list);
  const aggregator = isAggregatorHost(host);
  const lookalike = official.length === 0 && !aggregator && imitates(host, list);
  return { protocols: official, aggregator, lookalike };
}

import { aggregatorSites } from './common.ts';
import type { Protocol } from './define-protocol.ts';

/** Whether a host is a domain itself or lies under it. A name that merely ends with the same letters does not. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/**
 * Ids of the protocols whose official site a host is; a domain listed for two protocols belongs to both. A domain that
 * no source shows to be a protocol's own counts for none.
 */
export function protocolsOfHost(protocols: readonly Protocol[], host: string): readonly string[] {
  return protocols
    .filter(({ officialDomains }) =>
      officialDomains.some(
        ({ domain, sharedHost, evidence }) =>
          evidence !== 'unsure' && (sharedHost ? host === domain : isUnder(host, domain)),
      ),
    )
    .map(({ id }) => id);
}

/** Whether a host belongs to one of the large aggregators. */
export function isAggregatorHost(host: string): boolean {
  return aggregatorSites.some(({ domain }) => isUnder(host, domain));
}

/** Match patterns, as manifests have them, of every official site and aggregator with their subdomains. */
export function matchPatterns(protocols: readonly Protocol[]): string[] {
  const official = protocols.flatMap(({ officialDomains }) =>
    officialDomains.filter(({ evidence }) => evidence !== 'unsure'),
  );
  const patterns = [
    ...official.map(({ domain, sharedHost }) => (sharedHost ? `*://${domain}/*` : `*://*.${domain}/*`)),
    ...aggregatorSites.map(({ domain }) => `*://*.${domain}/*`),
  ];
  return [...new Set(patterns)];
}

import { listedSites } from './generated/listed-sites.ts';

/** Whether an origin is a site of a protocol in the registry. Asked once, before the page's scripts run. */
export function isListed(origin: string): boolean {
  return listedSites.test(origin);
}

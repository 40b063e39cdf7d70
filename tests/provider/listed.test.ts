import { describe, expect, it } from 'vitest';

import { protocols } from '../../lib/protocols/index.ts';
import { isListed } from '../../lib/provider/index.ts';
import { listedSitesSource } from '../../tools/generate-listed-sites.ts';
import { listedSites } from '../../lib/provider/generated/listed-sites.ts';

describe('the sites of the protocols', () => {
  it('are those of the registry today', () => {
    expect(listedSitesSource(protocols)).toContain(String(listedSites));
  });

  it('are known with their subdomains, ports and schemes', () => {
    for (const { officialDomains } of protocols)
      for (const { domain, sharedHost } of officialDomains) {
        expect(isListed(`https://${domain}`)).toBe(true);
        expect(isListed(`http://${domain}:8080`)).toBe(true);
        expect(isListed(`https://app.${domain}`)).toBe(sharedHost !== true);
      }
  });

  it.each([
    'https://evil-ether.fi',
    'https://ether.fi.evil.example',
    'https://evil.example/ether.fi',
    'https://etherxfi',
    'https://other.gitbook.io',
    'null',
    '',
  ])('are not %s', (origin) => {
    expect(isListed(origin)).toBe(false);
  });
});

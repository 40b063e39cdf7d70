import { describe, expect, it } from 'vitest';

import { decodeLabel } from '../../lib/detect/punycode.ts';
import { placeSite } from '../../lib/detect/site.ts';

const lookalike = (origin: string): boolean => placeSite(origin).lookalike;

describe('a site', () => {
  it.each([
    ['https://ether.fi', ['etherfi']],
    ['https://app.ether.fi', ['etherfi']],
    ['https://deep.under.app.ether.fi', ['etherfi']],
    ['https://ETHER.fi.', ['etherfi']],
    ['https://etherfi.gitbook.io', ['etherfi']],
    ['https://app.renzoprotocol.com', ['renzo']],
    ['https://app.eigenlayer.xyz', ['eigenlayer']],
  ])('%s is official', (origin, protocols) => {
    expect(placeSite(origin)).toEqual({ protocols, aggregator: false, lookalike: false });
  });

  it.each([
    'https://other.gitbook.io', // a shared host belongs to the owner of the full name only
    'https://sub.etherfi.gitbook.io',
    'https://notether.fi', // ends with the same letters
    'https://example.org',
    'https://swap.fi',
    'https://ethena.fi', // a site of its own, whatever its letters
    'https://app.ethena.fi',
    'null',
    'about:blank',
    '',
    'chrome-extension://abcdef',
  ])('%s is neither official nor an imitation', (origin) => {
    expect(placeSite(origin)).toEqual({ protocols: [], aggregator: false, lookalike: false });
  });

  it.each(['https://app.uniswap.org', 'https://swap.cow.fi', 'https://app.1inch.io'])(
    '%s is an aggregator',
    (origin) => {
      expect(placeSite(origin)).toEqual({ protocols: [], aggregator: true, lookalike: false });
    },
  );

  it.each([
    'https://www.pufer.fi', // a letter missing
    'https://pufffer.fi', // a letter too many
    'https://puffer.fl', // another letter
    'https://app.pufefr.fi', // two letters exchanged
    'https://app-ether.fi',
    'https://appether.fi',
    'https://app.renzoprotoco1.com',
    'https://kelpda0.xyz',
    'https://stake.pufer.fi', // below a look-alike
    'https://app.ether.fi.claim-now.example', // an official name under another parent
    'https://ether.fi.example',
    'https://eigenlayer.xyz.airdrop.example',
    'https://аpp.ether.fi.example', // also with a Cyrillic letter
    'https://рuffer.fi', // Cyrillic р
    'https://xn--uffer-zye.fi', // the same in punycode
    'https://кеӏрdао.xyz', // scripts mixed in one label
    'https://puffér.fi', // an accent
    'https://eigenläyer.xyz',
  ])('%s imitates an official one', (origin) => {
    expect(lookalike(origin)).toBe(true);
  });

  it('written wholly in letters that are drawn alike is an imitation', () => {
    expect(lookalike('https://кеӏрԁао.xyz')).toBe(true); // Cyrillic only
  });

  it('whose label mixes scripts is one, even far from any official name', () => {
    expect(lookalike('https://раypal-login.example')).toBe(true);
  });

  it('is placed by what the browser would call it, so user names and ports do not help', () => {
    expect(placeSite('https://app.ether.fi@evil.example').protocols).toEqual([]);
    expect(placeSite('https://app.ether.fi:8443').protocols).toEqual(['etherfi']);
  });
});

describe('punycode', () => {
  it.each([
    ['mnchen-3ya', 'münchen'],
    ['bcher-kva', 'bücher'],
    ['80ak6aa92e', 'аррӏе'],
    ['fiqs8s', '中国'],
  ])('%s is %s', (label, text) => {
    expect(decodeLabel(label)).toBe(text);
  });

  it('that is not valid decodes to nothing', () => {
    for (const label of ['a-!', '99999999', 'é']) expect(decodeLabel(label)).toBeNull();
  });
});

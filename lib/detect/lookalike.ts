import { isUnder, type Protocol, unrelatedNeighbours } from '../protocols/index.ts';
import { unicodeHost } from './host.ts';
import { borrowsName, namesOf } from './site-names.ts';

/** Letters of other scripts, and the Latin ones they are drawn like, in the same order. */
const foreign = 'авсԁеёһіїјкӏмнорԛѕтцѵѡхугпαεικνορτυχγη';
const latin = 'abcdeehiijklmhopqstuvwxyrnaeikvoptuxyn';
const drawnLike = new Map(Array.from(foreign, (letter, index) => [letter, latin[index] ?? letter]));

/** A host reduced to what it looks like: accents gone, look-alike letters replaced. */
function drawn(host: string): string {
  const plain = host.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return Array.from(plain, (letter) => drawnLike.get(letter) ?? letter).join('');
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Georgian', 'Hebrew', 'Arabic'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'u'),
);

/** Whether one label mixes scripts that no language writes together. */
function mixesScripts(host: string): boolean {
  return host.split('.').some((label) => scripts.filter((script) => script.test(label)).length > 1);
}

/** Letters to insert, drop or change to get from one text to the other, counted up to `limit` + 1. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** An official domain stands in the host and further labels follow: `app.ether.fi.claim.example`. */
function isFollowed(host: string, domain: string): boolean {
  return host.startsWith(`${domain}.`) || host.includes(`.${domain}.`);
}

function isNear(host: string, domain: string): boolean {
  const labels = host.split('.');
  // The part of the host that would be the domain itself, below any further subdomains.
  const owned = labels.slice(-domain.split('.').length).join('.');
  const candidates: readonly (readonly [string, string])[] = [
    [host, domain],
    [host, `www.${domain}`],
    [host, `app.${domain}`],
    ...(owned === domain ? [] : [[owned, domain] as const]),
  ];
  return candidates.some(([seen, official]) => distance(seen, official, 2) <= 2);
}

/** Names of a list of protocols, kept for as long as the list. */
const namesOfList = new WeakMap<readonly Protocol[], ReturnType<typeof namesOf>>();

function names(protocols: readonly Protocol[]): ReturnType<typeof namesOf> {
  const known = namesOfList.get(protocols) ?? namesOf(protocols);
  namesOfList.set(protocols, known);
  return known;
}

/**
 * Whether a host that is no official site imitates one: listed as an impostor, an official domain with further labels
 * behind it, scripts mixed in one label, one or two letters away (as written, or as drawn), or a protocol's name under
 * another parent. A domain that is official by an unsure source only is neither imitated nor an imitation.
 */
export function imitates(host: string, protocols: readonly Protocol[]): boolean {
  const listed = protocols.some(({ impostorsSeen }) =>
    impostorsSeen.some(({ domain }) => isUnder(host, domain)),
  );
  if (listed) return true;
  const stated = protocols.flatMap(({ officialDomains }) => officialDomains);
  if (stated.some(({ domain, evidence }) => evidence === 'unsure' && isUnder(host, domain))) return false;
  const domains = stated.flatMap(({ domain, evidence }) => (evidence === 'unsure' ? [] : [domain]));
  const shown = unicodeHost(host).toLowerCase();
  if (mixesScripts(shown) || domains.some((domain) => isFollowed(shown, domain))) return true;
  if (unrelatedNeighbours.some(({ domain }) => isUnder(host, domain))) return false;
  const forms = [shown, drawn(shown)];
  const under = stated.some(({ domain }) => isUnder(host, domain)); // below a shared host, whoever serves it
  if (!under && forms.some((form) => borrowsName(form, names(protocols)))) return true;
  return domains.some((domain) => forms.some((form) => isNear(form, domain)));
}

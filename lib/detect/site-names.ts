import type { Protocol } from '../protocols/index.ts';

/** Names that are words, families or towns before they are protocols: alone they say nothing of a site. */
const commonWords = new Set(
  'bedrock inception karak kernel lombard mantle mellow puffer renzo solv stone swell symbiotic treehouse'.split(
    ' ',
  ),
);

/** What a site calls itself that wants a wallet. */
const lures = new Set(
  (
    'airdrop airdrops allocation bonus claim claims drop drops eligibility eligible migrate migration points presale ' +
    'redeem restake restaking reward rewards season stake staking whitelist'
  ).split(' '),
);

/** And what protocols have in their names: a sign only right beside one. */
const surnames = new Set(
  'app btc connect dao dapp defi eth fi finance official portal protocol token vault wallet'.split(' '),
);

/** Names of the registry: distinctive ones, and those that are common words. */
type Names = { readonly distinctive: readonly string[]; readonly common: ReadonlySet<string> };

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What a domain is called: the label it was registered by, or the first one on a host that many share. */
function labelOf(domain: string, shared: boolean): string {
  const labels = domain.split('.');
  return plain((shared ? labels[0] : labels.at(-2)) ?? '');
}

function isCommon(name: string): boolean {
  return name.length < 7 || commonWords.has(name);
}

/**
 * What the protocols are called: by id, by name, by their domains as they are written without dots. A name of fewer
 * than seven letters counts as a common word.
 */
export function namesOf(protocols: readonly Protocol[]): Names {
  const all = new Set<string>();
  for (const { id, name, officialDomains } of protocols) {
    for (const text of [plain(id), plain(name), plain(name.split(' ')[0] ?? '')]) all.add(text);
    for (const { domain, sharedHost, evidence } of officialDomains) {
      if (evidence === 'unsure') continue;
      const label = labelOf(domain, sharedHost === true);
      if (label.length >= 7) all.add(label);
      if (sharedHost !== true && domain.split('.').length === 2 && plain(domain).length <= 12)
        all.add(plain(domain));
    }
  }
  all.delete('');
  return {
    distinctive: [...all].filter((name) => !isCommon(name)),
    common: new Set([...all].filter(isCommon)),
  };
}

/** Whether some words in a row, written without their hyphens, are the name. */
function spells(words: readonly string[], name: string): boolean {
  return words.some((_, from) =>
    words.some((__, to) => to >= from && words.slice(from, to + 1).join('') === name),
  );
}

function isLure(text: string): boolean {
  return lures.has(text) || /^[0-9]{1,4}$/.test(text);
}

/** The rest of a label before or behind a name; null where the name is at neither end, or all of it. */
function besideName(label: string, name: string): string | null {
  if (label === name) return null;
  if (label.startsWith(name)) return label.slice(name.length);
  return label.endsWith(name) ? label.slice(0, -name.length) : null;
}

function namesDistinctive(words: readonly string[], name: string): boolean {
  const joined = words.join('');
  if (spells(words, name)) return true;
  // Shorter names stand inside other words by chance: etherfi in togetherfinance.
  if (name.length >= 9 && joined.includes(name)) return true;
  const rest = besideName(joined, name);
  return rest !== null && (isLure(rest) || surnames.has(rest));
}

function namesCommon(words: readonly string[], names: Names, elsewhere: readonly string[]): boolean {
  const joined = words.join('');
  const [only] = words;
  if (words.length === 1 && only !== undefined && names.common.has(only))
    return elsewhere.some((word) => lures.has(word));
  const named = words.some((word) => names.common.has(word));
  if (named && words.some((word) => lures.has(word) || surnames.has(word))) return true;
  return [...names.common].some((name) => {
    const rest = name.length < 4 ? null : besideName(joined, name);
    return rest !== null && lures.has(rest);
  });
}

/**
 * Whether a host that is no official site carries a protocol's name under another parent, such as
 * `etherfi.claim-app.example` or `kelp-dao.example`: a distinctive name anywhere in a label; a common word only beside a
 * word that sites use which want a wallet (`claim`, `airdrop`, `stake`, …).
 *
 * @param host - lower case, Unicode
 */
export function borrowsName(host: string, names: Names): boolean {
  const labels = host.split('.').slice(0, -1);
  const split = labels.map((label) =>
    label
      .split('-')
      .map(plain)
      .filter((word) => word !== ''),
  );
  return split.some((words, index) => {
    if (words.length === 0) return false;
    if (names.distinctive.some((name) => namesDistinctive(words, name))) return true;
    return namesCommon(words, names, split.filter((_, other) => other !== index).flat());
  });
}

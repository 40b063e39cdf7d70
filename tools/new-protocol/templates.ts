/** `mantle-cmeth` as a name in code: `mantleCmeth`. */
export function constantName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * A data file that compiles and says nothing yet. The tests refuse it until it holds what they ask for: a source and a
 * day for each fact, and vectors.
 *
 * @param today - ISO day, put where the day of reading belongs
 */
export function dataFile(id: string, today: string): string {
  return `import { nothingPublished } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

export const ${constantName(id)} = defineProtocol({
  id: '${id}',
  name: '',
  kind: 'may-be-restaked',
  status: { is: 'unknown', note: '', source: '', asOf: '${today}' },
  // A site counts as official only with a source that shows it; otherwise its evidence is 'unsure'.
  officialDomains: [],
  impostorsSeen: [],
  tokens: [],
  // One entry for each function through which money enters; shapes.ts has those that many vaults share.
  deposits: [],
  // Every other address of the protocol: exits, oracles, bridges, owners.
  contracts: [],
  track: nothingPublished,
  provenance: { sources: [], readOn: '${today}' },
});
`;
}

/** No vectors yet: the tests ask for one of each entry, and for look-alikes that must not match. */
export const vectorsFile = '[]\n';

/** The data file that a line imports; null for any other line. */
function dataFileOf(line: string): string | null {
  return /from '\.\/data\/([^']+)\.ts'/.exec(line)?.[1] ?? null;
}

/**
 * The list of protocols with one more in it: its import in order of the files, itself at the end.
 *
 * @throws when the list is not written as it is known to be
 */
export function withProtocol(index: string, id: string): string {
  const name = constantName(id);
  const line = `import { ${name} } from './data/${id}.ts';`;
  const lines = index.split('\n');
  const later = lines.findIndex((each) => (dataFileOf(each) ?? '') > id);
  const at = later === -1 ? lines.findLastIndex((each) => dataFileOf(each) !== null) + 1 : later;
  const end = lines.indexOf('] as const;');
  if (at === 0 || end === -1) throw new Error('lib/protocols/index.ts is not written as expected.');
  lines.splice(end, 0, `  ${name},`);
  lines.splice(at, 0, line);
  return lines.join('\n');
}

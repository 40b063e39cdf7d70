import { readdirSync, readFileSync } from 'node:fs';
import { factorNames } from '../../lib/explain/factor-names.ts';
import { known, unknown, WAD } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { stakes } from '../../lib/protocols/index.ts';
import { factors } from '../../lib/risk/factors/index.ts';
import { factsOf } from '../../lib/risk/facts.ts';
import { valueFindings } from '../../lib/risk/findings/value.ts';
import { markdownTable } from './markdown.ts';

/** An exposure that answers every figure, so that no formula ends early; each name that is asked for is noted. */
function noting(asked: Set<string>): Exposure {
  const figures = new Proxy<Exposure['figures']>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return known(WAD, 'page', null);
      },
    },
  );
  const none = unknown('not-modelled');
  return {
    stake: null,
    notModelled: null,
    snapshots: [
      { kind: 'lrt', depositWei: '1', nowBlock: 1, assets: { totalWei: '1' }, lines: [], operators: [] },
    ],
    figures,
    depositsPaused: none,
    redemptionPaused: none,
    upgradeDelaySecs: none,
    upgradeFastPath: null,
    admin: none,
    lastSlashAt: none,
    // A cover that pays for slashing, so that the fund behind it is asked for.
    track: {
      liveSince: null,
      audits: null,
      bugBounty: null,
      lossEvents: null,
      covers: [
        { product: 'one', perils: ['service-slashing'], words: '', evidence: 'unsure', source: '', asOf: '' },
      ],
    },
    exitUpperEndIsAssumed: false,
    exitAssumption: null,
    sets: [],
    labels: {},
    remarks: [],
    evidence: {
      blocks: [{ node: 'page', number: 1n, timestamp: 1n, parentHash: '0x' }],
      roundTrips: 0,
      calls: 0,
      unread: [],
      nodes: [],
    },
  };
}

function askedBy(ask: (exposure: Exposure) => unknown): ReadonlySet<string> {
  const asked = new Set<string>();
  ask(noting(asked));
  return asked;
}

const PRICE_FINDINGS = 'findings about the price';

/** Every named figure that the model asks of an exposure, with what it is for. */
export function askedFigures(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  const add = (purpose: string, names: ReadonlySet<string>) => {
    for (const name of names) all.set(name, [...(all.get(name) ?? []), purpose]);
  };
  for (const factor of factors)
    add(
      factorNames[factor.id].title,
      askedBy((exposure) => factor.assess(factsOf(exposure.snapshots, exposure, null))),
    );
  add(
    PRICE_FINDINGS,
    askedBy((exposure) => valueFindings(factsOf(exposure.snapshots, exposure, null), [])),
  );
  return all;
}

/** The code that reads the chain, without its comments: a figure that no line of it names is read by none. */
function readerCode(): string {
  const folder = new URL('../../lib/exposure/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/** Figures that the model asks for and neither the record of a token nor the code of the reader ever gives. */
export function unreadFigures(): readonly (readonly [name: string, purposes: readonly string[]])[] {
  const code = readerCode();
  const given = new Set(stakes.flatMap(({ figures }) => Object.keys(figures)));
  return [...askedFigures()].filter(([name]) => !given.has(name) && !new RegExp(`\\b${name}\\b`).test(code));
}

/** What is computed and read from no token yet. */
export function unreadTable(): string {
  return markdownTable(
    ['figure', 'needed for'],
    unreadFigures().map(([name, purposes]) => [`\`${name}\``, purposes.join('; ')]),
  );
}

/** Figures that some tokens give and others have no view for, with the reason of each. */
export function partlyReadTable(): string {
  const tokens = stakes.filter(({ kind }) => kind === 'lrt');
  const rows = [...askedFigures().keys()].flatMap((name) => {
    const lacking = tokens.filter(({ noView }) => noView?.[name] !== undefined);
    const givers = tokens.filter(({ figures }) => figures[name] !== undefined);
    const reasons = lacking.map(({ symbols, noView }) => `${symbols[0]}: ${noView?.[name]}`);
    return lacking.length === 0
      ? []
      : [[`\`${name}\``, givers.map(({ symbols }) => symbols[0]).join(', ') || 'none', reasons.join('; ')]];
  });
  return markdownTable(['figure', 'read from', 'no view at'], rows);
}

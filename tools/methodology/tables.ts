import { factorNames } from '../../lib/explain/factor-names.ts';
import { LIMIT_NAMES, type LimitName, type Limits, limitsFrom, verdicts } from '../../lib/limits/index.ts';
import { assumptions, MATURITY } from '../../lib/risk/assumptions.ts';
import * as z from 'zod/mini';
import { workedExamples } from './examples.ts';
import { findingsTable } from './findings-table.ts';
import { asCount, asDays, asEth, asPercent, asShare } from './format.ts';
import { markdownTable } from './markdown.ts';
import { partlyReadTable, unreadTable } from './unread-figures.ts';

const PRESETS = ['conservative', 'balanced', 'adventurous'] as const;
const SHOWN = ['Careful', 'Balanced', 'Adventurous'] as const;

/** Units of the limits that are no shares. */
const UNITS: Readonly<Partial<Record<LimitName, (value: bigint) => string>>> = {
  maxExit: (value) => `${asDays(value)} days`,
  minUpgradeDelay: (value) => `${asDays(value)} days`,
  maxOperatorHhi: asCount,
  maxAvsHhi: asCount,
  maxDeposit: (value) => `${asEth(value)} ETH`,
  minMonthsLive: (value) => `${value} months`,
  minDaysSinceUpgrade: (value) => `${value} days`,
  minBridgeVerifiers: asCount,
};

function limitText(name: LimitName, { values }: Limits): string {
  const value = values[name];
  if (value === null) return name === 'maxDeposit' ? 'unset' : 'off';
  return (UNITS[name] ?? asPercent)(value);
}

function titleOf(id: string): string {
  const known = Object.entries(factorNames).find(([name]) => name === id);
  if (known === undefined) throw new Error(`no factor is called ${id}`);
  return known[1].title;
}

function factorOf(name: LimitName): string {
  const bare = name.slice(3);
  return bare.charAt(0).toLowerCase() + bare.slice(1);
}

const POLICIES = { block: 'stops', ask: 'asks', strict: 'strict figure', listed: 'labelled figure' } as const;

/** Every limit under every preset, and the two settings beside them. */
function limits(): string {
  const all = PRESETS.map((preset) => limitsFrom(preset));
  const rows = LIMIT_NAMES.map((name) => [
    `${titleOf(factorOf(name))} (\`${name}\`)`,
    name.startsWith('min') ? 'at least' : 'at most',
    ...all.map((one) => limitText(name, one)),
  ]);
  return markdownTable(
    ['figure', '', ...SHOWN],
    [
      ...rows,
      ['A required figure is not known', '', ...all.map((one) => POLICIES[one.unknownPolicy])],
      ['Untraced stake is judged by the', '', ...all.map((one) => POLICIES[one.untracedPolicy])],
    ],
  );
}

/** The guesses behind the odds, each with what it rests on. */
function guesses(): string {
  const rows = Object.entries(assumptions).map(([name, { label, value, unit, source }]) => [
    `${label} (\`${name}\`)`,
    unit === 'count' ? asCount(BigInt(value)) : asShare(value),
    source,
  ]);
  return markdownTable(['guess', 'default', 'what it rests on'], rows);
}

const CLASSES: Readonly<Record<keyof typeof MATURITY, string>> = {
  mature: 'live 24 months or more, two audits or more, no loss within 24 months',
  established: 'live 12 months or more, and neither of the others',
  young: 'live under 12 months, or a loss within 12 months',
  unknown:
    'a fact that would decide is not known; a list of losses older than 180 days no longer says that there was none',
};

function maturity(): string {
  const rows = Object.entries(CLASSES).map(([name, when]) => {
    const chance = Object.entries(MATURITY).find(([id]) => id === name)?.[1] ?? 0;
    return [name, when, asShare(chance)];
  });
  return markdownTable(['class', 'when', 'chance within a year'], rows);
}

const formulaRows = z.array(z.object({ name: z.string(), given: z.string(), found: z.string() }));

function formulas(): string {
  const rows = formulaRows.parse(workedExamples()['S11']?.out);
  return markdownTable(
    ['figure', 'given', 'comes to'],
    rows.map(({ name, given, found }) => [name, given, found]),
  );
}

const exitCases = z.object({
  cases: z.array(
    z.object({
      depositWei: z.string(),
      exit: z.optional(
        z.object({ instantBufferWei: z.nullable(z.string()), queueIncludesUnwind: z.boolean() }),
      ),
    }),
  ),
});
const exitRanges = z.array(z.object({ loSecs: z.number(), hiSecs: z.nullable(z.number()) }));

function exitWords({ depositWei, exit }: z.infer<typeof exitCases>['cases'][number]): string {
  const deposit = `${asEth(BigInt(depositWei))} ETH`;
  if (exit === undefined) return `${deposit}; nothing is known`;
  if (exit.queueIncludesUnwind) return `${deposit}; the token’s queue includes all of it`;
  const buffer =
    exit.instantBufferWei === null ? 'no buffer' : `buffer of ${asEth(BigInt(exit.instantBufferWei))}`;
  return `${deposit}; ${buffer}; queue, escrow and validators`;
}

function daysOrUnknown(secs: number | null): string {
  return secs === null ? 'not known' : `${asDays(BigInt(secs))} days`;
}

function exits(): string {
  const worked = workedExamples()['S13'];
  const { cases } = exitCases.parse(worked?.in);
  const ranges = exitRanges.parse(worked?.out);
  const rows = ranges.map(({ loSecs, hiSecs }, n) => {
    const one = cases[n];
    return [one === undefined ? '' : exitWords(one), daysOrUnknown(loSecs), daysOrUnknown(hiSecs)];
  });
  return markdownTable(['a deposit of', 'at least', 'at most'], rows);
}

const WORDS: Readonly<Record<string, string>> = {
  off: 'off',
  ok: 'Within limits',
  notice: 'With a note',
  warn: 'Near limit',
  cannot_evaluate: 'Not checked',
  exceeds: 'Over limit',
};

function word(level: string | undefined): string {
  return WORDS[level ?? ''] ?? '';
}

/** Example S12: the same facts against the limits of each preset. */
function sameFacts(): string {
  const examples = workedExamples();
  const all = PRESETS.map((preset) => verdicts(examples[`S12-${preset}`]?.in));
  const ids = all[0]?.factors.map(([id]) => id) ?? [];
  const rows = ids.map((id) => [
    titleOf(id),
    ...all.map(({ factors }) => word(factors.find(([other]) => other === id)?.[1])),
  ]);
  const overall = ['**overall**', ...all.map((one) => `**${word(one.overall)}**`)];
  return markdownTable(['figure', ...SHOWN], [...rows, overall]);
}

/** The tables of the page that show the model itself, by name. */
export const modelTables: Readonly<Record<string, () => string>> = {
  limits,
  guesses,
  maturity,
  formulas,
  exits,
  verdicts: sameFacts,
  findings: findingsTable,
  unread: unreadTable,
  'partly-read': partlyReadTable,
};

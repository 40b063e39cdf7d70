import { readFileSync } from 'node:fs';
import { backtestResults, backtestTables } from './backtest-tables.ts';
import { modelTables } from './tables.ts';
import { knownAttacks } from '../../lib/risk/attack/index.ts';
import { type EventResult, HEADLINE } from '../backtest/replay.ts';
import { flaggedByShapedAlone } from '../backtest/totals.ts';
import { unreadFigures } from './unread-figures.ts';
import { valueReader } from './values.ts';

const template = new URL('template.md', import.meta.url);
const PLACE = /\{\{([^{}]+)\}\}/g;

/**
 * A template with every `{{…}}` filled: a value of a worked example, of the bundled delays or guesses, or a table.
 *
 * @throws where a place names what is not there
 */
export function filled(
  text: string,
  value: (expression: string) => string,
  tables: Readonly<Record<string, () => string>>,
): string {
  return text.replace(PLACE, (_, inside: string) => {
    const expression = inside.trim();
    const name = /^table (\S+)$/.exec(expression)?.[1];
    if (name === undefined) return value(expression);
    const table = tables[name];
    if (table === undefined) throw new Error(`no table is called ${name}`);
    return table();
  });
}

function flaggedUnder(results: readonly EventResult[]): number {
  return results.filter(({ outcome }) => outcome[HEADLINE] === 'flagged').length;
}

/** Events that are flagged by a figure which the product reads from no token yet. */
function flaggedByUnread(results: readonly EventResult[]): string {
  const unread = new Set(unreadFigures().map(([name]) => name));
  const found = results.flatMap(({ incident, snapshot, rows }) => {
    const names = Object.keys(snapshot.readable.figures ?? {}).filter((name) => unread.has(name));
    const flagged = rows.filter(
      ({ signal, outcome }) => names.includes(signal) && outcome[HEADLINE] === 'flagged',
    );
    return flagged.map(({ signal }) => `${incident.protocol}, ${incident.date} (\`${signal}\`)`);
  });
  return found.join('; ') || 'none';
}

/** The methodology page, every number in its examples and tables computed now. */
export function methodologyPage(): string {
  const results = backtestResults();
  const value = valueReader({
    studies: { count: knownAttacks.length === 0 ? 'No' : String(knownAttacks.length) },
    backtest: {
      events: results.length,
      flagged: flaggedUnder(results),
      shaped: flaggedByShapedAlone(results),
      unread: flaggedByUnread(results),
    },
  });
  return filled(readFileSync(template, 'utf8'), value, { ...modelTables, ...backtestTables(results) });
}

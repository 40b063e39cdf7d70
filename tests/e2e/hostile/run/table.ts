import type { Case } from '../cases/case.ts';
import { open } from '../cases/open.ts';
import type { Result } from './run.ts';

const columns = [
  ['chromium-below', 'Chromium, wallet first'],
  ['chromium-above', 'Chromium, wallet after'],
  ['firefox-bubble', 'Firefox'],
  ['firefox-capture', 'Firefox, capture'],
  ['chromium-without', 'Chromium without'],
  ['firefox-without', 'Firefox without'],
] as const;

/** How a result reads: without Slashlight in the page, reaching the wallet is what should happen. */
function wordOf(result: Result | undefined, control: boolean): string {
  if (result === undefined) return '–';
  return control && result.verdict === 'LEAK' ? 'reached' : result.verdict;
}

/** The closing table: case × browser × load order, and what happens without Slashlight. */
export function tableOf(
  cases: readonly Case[],
  results: ReadonlyMap<string, ReadonlyMap<string, Result>>,
): string {
  const rows = cases.map(({ id, does }) => [
    id,
    ...columns.map(([run]) => wordOf(results.get(run)?.get(id), run.endsWith('without'))),
    does,
  ]);
  const head = ['case', ...columns.map(([, title]) => title), 'the attacker …'];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ');
  const sums = columns.map(([run, title]) => `${title}: ${summary(results.get(run))}`);
  const left = Object.entries(open).map(([id, { runs, why }]) => `open: ${id} (${runs.join(', ')}): ${why}`);
  return ['', line(head), ...rows.map(line), '', ...sums, ...left, ''].join('\n');
}

function summary(results: ReadonlyMap<string, Result> | undefined): string {
  const counts = new Map<string, number>();
  for (const { verdict } of results?.values() ?? []) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
}

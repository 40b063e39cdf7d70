import { type EventResult, HEADLINE, PRESETS } from './replay.ts';
import { SHAPED_MARK } from './shaped.ts';
import { eventTotals, flaggedByShapedAlone, signalTotals } from './totals.ts';

const MARK = { agrees: 'agrees', differs: 'DIFFERS', open: 'open' } as const;

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd();
}

/** Columns as wide as their widest cell. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => line(row, widths));
}

function signalRows(results: readonly EventResult[]): readonly (readonly string[])[] {
  return results.flatMap(({ incident, rows }) =>
    rows.map(({ signal, outcome, before, agreement, shaped }) => [
      incident.id,
      signal,
      outcome[HEADLINE],
      outcome.conservative,
      outcome.adventurous,
      before,
      MARK[agreement],
      shaped ? SHAPED_MARK : '',
    ]),
  );
}

function notes(results: readonly EventResult[]): readonly string[] {
  return results.flatMap(({ incident, snapshot, rows, beside }) => [
    `${incident.id}, as of ${snapshot.asOf} (${snapshot.moment})`,
    ...rows.flatMap(({ signal, agreement, note }) =>
      note === null ? [] : [`  ${signal}${agreement === 'differs' ? ' DIFFERS' : ''}: ${note}`],
    ),
    ...(beside.length === 0 ? [] : [`  not counted, flagged as well: ${beside.join(', ')}`]),
  ]);
}

function totals(results: readonly EventResult[]): readonly string[] {
  const events = eventTotals(results).map(({ outcome, counts }) => [outcome, ...counts.map(String)]);
  const signals = signalTotals(results).map(({ agreement, all, judged }) => [
    MARK[agreement],
    String(all),
    String(judged),
  ]);
  return [
    ...aligned([[`of ${results.length} events`, ...PRESETS], ...events]),
    `flagged under ${HEADLINE} by nothing but limits made from the event: ${flaggedByShapedAlone(results)}`,
    '',
    ...aligned([['signals, against the file', 'all', 'with a figure judged'], ...signals]),
  ];
}

/** The whole backtest as text: every signal, why it is so, and the totals. */
export function tableOf(results: readonly EventResult[]): string {
  const head = ['event', 'signal', HEADLINE, 'conservative', 'adventurous', 'file said', 'so', ''];
  return [...aligned([head, ...signalRows(results)]), '', ...notes(results), '', ...totals(results), ''].join(
    '\n',
  );
}

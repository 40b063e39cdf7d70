import { type EventResult, replayAll } from '../backtest/replay.ts';
import { readSnapshots } from '../backtest/snapshot.ts';
import { readIncidents } from '../backtest/sources.ts';
import { SHAPED, SHAPED_MARK } from '../backtest/shaped.ts';
import { eventTotals, signalTotals } from '../backtest/totals.ts';
import { markdownTable } from './markdown.ts';

/** The backtest, replayed now. */
export function backtestResults(): readonly EventResult[] {
  return replayAll(readIncidents(), readSnapshots());
}

function flaggedBy({ rows }: EventResult): string {
  const signals = rows
    .filter(({ outcome }) => outcome.balanced === 'flagged')
    .map(({ signal, shaped }) => (shaped ? `${signal} (${SHAPED_MARK})` : signal));
  return signals.length === 0 ? '' : `: ${signals.join(', ')}`;
}

function namedAs(results: readonly EventResult[], id: string): string {
  const found = results.find(({ incident }) => incident.id === id);
  if (found === undefined) throw new Error(`${id} is no event of the file`);
  return `${found.incident.protocol}, ${found.incident.date}`;
}

const AGREEMENT = {
  agrees: 'agrees with the file',
  differs: 'differs from the file',
  open: 'open: the file says "partly"',
} as const;

/** The tables of the backtest, by name. */
export function backtestTables(results: readonly EventResult[]): Readonly<Record<string, () => string>> {
  return {
    'backtest-totals': () =>
      markdownTable(
        [`of ${results.length} events`, 'Careful', 'Balanced', 'Adventurous'],
        eventTotals(results).map(({ outcome, counts }) => [outcome, ...counts.map(String)]),
      ),
    'backtest-events': () =>
      markdownTable(
        ['date', 'what', 'kind', 'under Balanced'],
        results.map((one) => [
          one.incident.date,
          one.incident.protocol,
          one.incident.kind,
          `${one.outcome.balanced}${flaggedBy(one)}`,
        ]),
      ),
    'backtest-shaped': () =>
      markdownTable(
        ['limit or guess', 'event', 'reading', 'how'],
        SHAPED.map(({ incident, signal, from, how }) => [
          `\`${from}\``,
          namedAs(results, incident),
          signal ?? 'none: a guess behind the odds',
          how,
        ]),
      ),
    'backtest-differences': () =>
      markdownTable(
        ['event', 'reading', 'the file says', 'our answer', 'why'],
        results.flatMap(({ incident, rows }) =>
          rows
            .filter(({ agreement }) => agreement === 'differs')
            .map(({ signal, before, outcome, note }) => [
              `${incident.protocol}, ${incident.date}`,
              signal,
              before,
              outcome.balanced,
              note ?? '',
            ]),
        ),
      ),
    'backtest-signals': () =>
      markdownTable(
        ['our answer', 'readings', 'a figure was judged'],
        signalTotals(results).map(({ agreement, all, judged }) => [
          AGREEMENT[agreement],
          String(all),
          String(judged),
        ]),
      ),
  };
}

import type { Protocol } from '../../lib/protocols/index.ts';
import { type Row, rowsOf } from './rows.ts';

const columns: readonly (readonly [keyof Row, string, number])[] = [
  ['protocol', 'protocol', 17],
  ['chain', 'chain', 14],
  ['routes', 'ways', 31],
  ['exposure', 'how exposure is read', 29],
  ['grade', 'grade', 5],
];

/** A list broken after its commas, so that each part fits its column. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=,) /)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + part.length >= width) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines;
}

function linesOf(values: readonly string[]): readonly string[] {
  const cells = values.map((value, index) => wrapped(value, columns[index]?.[2] ?? 0));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((lines, index) => (lines[row] ?? '').padEnd(columns[index]?.[2] ?? 0))
      .join(' ')
      .trimEnd(),
  );
}

/**
 * The registry as a table of at most 100 columns: protocol by chain, the ways in, how exposure is read, and how sure the
 * facts are. From the data alone; nothing is asked of a chain.
 */
export function registryTable(protocols: readonly Protocol[]): string {
  const rows = rowsOf(protocols);
  const entries = protocols.flatMap(({ deposits }) => deposits);
  const tokens = protocols.flatMap((protocol) => protocol.tokens);
  const read = entries.filter(({ stake }) => stake !== null).length;
  const chains = new Set(rows.map(({ chain }) => chain)).size;
  return [
    ...linesOf(columns.map(([, title]) => title)),
    ...linesOf(columns.map(([, , width]) => '-'.repeat(width))),
    ...rows.flatMap((row) => linesOf(columns.map(([key]) => row[key]))),
    '',
    `${protocols.length} protocols on ${chains} chains: ${entries.length} ways in, ${tokens.length} tokens, of which ${tokens.filter(({ restaking }) => restaking).length} restake.`,
    `Of the ways in, ${read} have their exposure read, ${entries.length - read} are held and shown as not checked.`,
    'Ways: in = deposits, wrap = the same claim in another form, bought = tokens that a swap may buy,',
    'back in = withdrawals completed as shares.',
    "Grades: A the makers' own repository or a standard, B a partner's, C another public source,",
    'D assumed or unsure. A pair is the best and the weakest.',
    '',
  ].join('\n');
}

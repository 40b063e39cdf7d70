import type { Verdict } from '../limits/index.ts';
import type { Finding } from '../risk/index.ts';
import type { FactorRow, Sentence } from './explanation.ts';
import { isOdds } from './factor-groups.ts';
import { words } from './say.ts';

/** Said in place of the odds while more is being read. */
export const ODDS_PENDING: readonly Sentence[] = [words('The odds are still being counted.')];

function ofOdds(finding: Finding): boolean {
  return finding.kind === 'odds' || (finding.kind === 'notChecked' && isOdds(finding.factor));
}

/** A verdict without its odds: while more is being read they are neither known nor missing. */
export function withoutOdds(verdict: Verdict): Verdict {
  return {
    ...verdict,
    factors: verdict.factors.filter(({ id }) => !isOdds(id)),
    findings: verdict.findings.filter(({ finding }) => !ofOdds(finding)),
  };
}

/** A row of the odds before they are counted: without a figure, and at no level that could look fine. */
export function pendingRow(row: FactorRow): FactorRow {
  return {
    ...row,
    level: row.level === 'off' ? 'off' : 'cannot_evaluate',
    value: words('still being counted'),
    how: { formula: row.how.formula, inputs: [], steps: [] },
  };
}

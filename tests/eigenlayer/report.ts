import { type Check, checkState, type RuleId } from './rules.ts';
import { entriesOf, positionsOf, slashesOf, type State } from './state.ts';

const RULES: readonly RuleId[] = ['idle', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];

export type Run = {
  readonly counts: Readonly<Record<string, number>>;
  readonly outside: Readonly<Record<string, bigint>>;
  readonly mismatches: readonly string[];
  /** Rules whose figures the file holds but that compared nothing. */
  readonly empty: readonly RuleId[];
  readonly report: string;
};

function name({ world, index }: State): string {
  return `state ${world}/${index}`;
}

function mismatch(state: State, { rule, who, strategy, expected, found }: Check): string {
  return `MISMATCH ${name(state)}, rule ${rule}, ${who}, ${strategy}: expected ${expected}, found ${found}`;
}

/** Whether a file holds what a rule is about; such a rule must compare something. */
function holds(states: readonly State[], rule: RuleId): boolean {
  const some = (has: (state: State) => boolean): boolean => states.some(has);
  const worst = (kind: string) => some((one) => one.worstCases.some((worstCase) => worstCase.kind === kind));
  const next = 'allSlashableSets100pctNextBlock';
  if (rule === 'idle') return false;
  if (rule === 'A' || rule === 'C') return worst(next) && some((one) => positionsOf(one).length > 0);
  if (rule === 'B') return worst(next) && some((one) => entriesOf(one).length > 0);
  if (rule === 'G') return worst('afterAllPendingIncreasesEffective100pct');
  if (rule === 'H' || rule === 'I') return some((one) => one.views.length > 0);
  if (rule === 'J') return some((one) => one.stakers.length > 0);
  return some((one) => slashesOf(one).length > 0);
}

/** Every rule on every state: counts, largest difference before the allowance, and each mismatch by name. */
export function runStates(states: readonly State[]): Run {
  const counts: Record<string, number> = {};
  const outside: Record<string, bigint> = {};
  const mismatches: string[] = [];
  for (const state of states) {
    for (const check of checkState(state)) {
      counts[check.rule] = (counts[check.rule] ?? 0) + 1;
      const far = outside[check.rule] ?? 0n;
      outside[check.rule] = check.outside > far ? check.outside : far;
      if (!check.ok) mismatches.push(mismatch(state, check));
    }
  }
  const empty = RULES.filter((rule) => (counts[rule] ?? 0) === 0 && holds(states, rule));
  const lines = [
    ...mismatches,
    ...empty.map((rule) => `MISMATCH rule ${rule}: the file holds such figures, none was compared`),
    ...RULES.map(
      (rule) => `rule ${rule}: ${counts[rule] ?? 0} compared, largest ${outside[rule] ?? 0n} wei outside`,
    ),
    `${states.length} states, ${mismatches.length} mismatches`,
  ];
  return { counts, outside, mismatches, empty, report: lines.join('\n') };
}

import * as facts from '../../lib/protocols/index.ts';
import { type Age, agesOf, isDay } from './ages.ts';
import { faultsOf } from './consistency.ts';

export type Asked = { readonly today: string; readonly strict: boolean };
export type Report = { readonly text: string; readonly exitCode: 0 | 1 | 2 };

/** Everything in the registry that holds facts; its functions are left out. */
function bundled(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value !== 'function'));
}

function line({ fact, day, days, limit }: Age): string {
  return `  ${day}  ${String(days).padStart(4)} days, look again after ${limit}  ${fact}`;
}

/** Stale facts, oldest beyond their limit first; a day that many facts share is told once per owner. */
function stale(ages: readonly Age[]): readonly Age[] {
  const first = new Map<string, Age>();
  for (const age of ages) {
    const owner = `${age.fact.split('.').slice(0, 2).join('.')} ${age.day} ${age.limit}`;
    if (age.days > age.limit && !first.has(owner)) first.set(owner, age);
  }
  return [...first.values()].toSorted((a, b) => b.days - b.limit - (a.days - a.limit));
}

/**
 * How old the facts are on a day, and whether they agree with each other.
 *
 * @returns exit code 1 for facts that do not agree, and with `strict` also for stale ones
 */
export function reportOn({ today, strict }: Asked): Report {
  const data = bundled();
  const ages = agesOf(data, today);
  const faults = faultsOf(data, facts.protocols, today);
  const old = stale(ages);
  const oldest = ages.toSorted((a, b) => b.days - a.days)[0];
  const text = [
    `${ages.length} dated facts of ${facts.protocols.length} protocols on ${today}; the oldest is of ${oldest?.day ?? 'no day'}.`,
    faults.length === 0 ? 'No two of them disagree.' : `${faults.length} do not agree:`,
    ...faults.map((fault) => `  ${fault}`),
    old.length === 0 ? 'None is stale.' : `${old.length} are stale, one line for each owner and day:`,
    ...old.map(line),
  ].join('\n');
  return { text: `${text}\n`, exitCode: faults.length > 0 || (strict && old.length > 0) ? 1 : 0 };
}

/** Reads `--today YYYY-MM-DD` and `--strict`; null where something else is asked. */
export function asked(options: readonly string[], machineDay: string): Asked | null {
  let today = machineDay;
  let strict = false;
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index];
    if (option === '--strict') strict = true;
    else if (option === '--today') {
      index += 1;
      today = options[index] ?? '';
    } else return null;
  }
  return isDay(today) ? { today, strict } : null;
}

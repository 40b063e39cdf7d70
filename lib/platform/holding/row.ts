import type { Held } from '../../decide/index.ts';
import type { CheckedView, CheckRow } from '../../messages/index.ts';
import { siteName } from './view.ts';

/** One line for the list of recent checks. */
export function checkRow(ended: Held, view: CheckedView | null, at: number): CheckRow {
  const outcome =
    ended.state === 'lapsed' ? 'lapsed' : ended.decision === 'allow' ? 'continued' : 'went-back';
  return {
    at,
    site: siteName(ended.topOrigin),
    titles: view?.deposits.map((deposit) => deposit.title) ?? [],
    level: view?.overall?.level ?? null,
    word: view?.overall?.word ?? 'Not checked',
    outcome,
  };
}

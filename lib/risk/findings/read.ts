import { isUnknown } from '../confidence.ts';
import { type Facts, reasonIn } from '../facts.ts';
import { exitValue } from '../factors/exit.ts';
import { shownOnly } from '../factors/index.ts';
import type { Figure } from '../figure.ts';
import type { Finding } from '../finding.ts';

/** Why nothing can be computed at all. */
export function cannotEvaluate({ answer }: Facts): Finding[] {
  if (answer === null) return [{ kind: 'cannotEvaluate', why: 'notModelled' }];
  if ('error' in answer) return [{ kind: 'cannotEvaluate', why: 'refused' }];
  return 'cannotEvaluate' in answer ? [{ kind: 'cannotEvaluate', why: answer.cannotEvaluate }] : [];
}

/** What the reading says by itself: pauses, assumptions, who slashes, and remarks in its own words. */
export function readFindings(facts: Facts): Finding[] {
  const { exposure } = facts;
  if (exposure === null) return [];
  const found: Finding[] = [];
  const { depositsPaused, redemptionPaused, exitAssumption } = exposure;
  if (depositsPaused.status === 'known' && depositsPaused.value)
    found.push({ kind: 'paused', what: 'deposits' });
  if (redemptionPaused.status === 'known' && redemptionPaused.value)
    found.push({ kind: 'paused', what: 'redemption' });
  const exit = exitValue(facts);
  const ends = exit.kind === 'range' && exit.hi !== null;
  if (ends && exposure.exitUpperEndIsAssumed && exitAssumption !== null)
    found.push({ kind: 'exitAssumed', ...exitAssumption });
  for (const { avs, set, slasher, slasherHasCode, pendingSlasher } of exposure.sets) {
    if (slasher.status === 'known' && slasherHasCode.status === 'known' && !slasherHasCode.value)
      found.push({ kind: 'slasherIsAccount', avs, set, slasher: slasher.value });
    if (pendingSlasher.status === 'known' && pendingSlasher.value !== null)
      found.push({ kind: 'slasherChanges', avs, set, ...pendingSlasher.value });
  }
  const said = exposure.notModelled === null ? exposure.remarks : [exposure.notModelled, ...exposure.remarks];
  return [...found, ...said.map((text): Finding => ({ kind: 'remark', text }))];
}

/** Low end missing, high end there: what is known says enough, such as code that surely is young. */
function tellsItself(value: Figure['value']): boolean {
  return value.kind === 'range' && value.lo === null && value.hi !== null;
}

/** Factors that rest on the odds. */
const ODDS = ['expectedAnnualLoss', 'es99Slashing', 'pLossOverTolerance'] as const;

/** Figures that were needed and could not be had (sentence 9); what is only shown says so where it stands. */
export function notChecked(figures: readonly Figure[], facts: Facts): Finding[] {
  const quiet = new Set(shownOnly.map(({ id }) => id));
  // The odds of a partial reading are still to come: nothing failed.
  if (facts.partial) for (const id of ODDS) quiet.add(id);
  return figures
    .filter(({ id, value }) => !quiet.has(id) && isUnknown(value) && !tellsItself(value))
    .map(({ id, value }) => {
      const own = value.kind === 'unknown' || value.kind === 'flag' ? value.reason : null;
      return { kind: 'notChecked', factor: id, reason: own ?? reasonIn(facts) };
    });
}

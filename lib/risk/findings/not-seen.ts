import { type Facts, poolIn } from '../facts.ts';
import { readingOf } from '../factors/readings.ts';
import { isOwnPosition } from '../factors/own-position.ts';
import type { Finding } from '../finding.ts';

type NotSeen = Extract<Finding, { kind: 'notSeen' }>['what'];

/** Whether it could not be said of some operator set who may slash, with what code behind, or who will. */
function slashersUnknown({ exposure }: Facts): boolean {
  return (exposure?.sets ?? []).some(({ slasher, slasherHasCode, pendingSlasher }) =>
    [slasher, slasherHasCode, pendingSlasher].some(({ status }) => status === 'unknown'),
  );
}

/** Whether a token's price was read, and not how old it is or may be. */
function rateAgeUnknown(facts: Facts): boolean {
  if (facts.exposure?.figures['rate'] === undefined) return false;
  return ['rateUpdatedAt', 'rateMaxAgeSecs'].some((name) => readingOf(facts, name).status === 'unknown');
}

const FUND = ['coverAvailableWei', 'coverOutstandingWei'];

/** Whether there is a cover fund, by its own text or by what was asked, and not known whether it is short (§3.11). */
function fundUnknown(facts: Facts): boolean {
  const { exposure } = facts;
  const named = exposure?.track?.covers.some(({ perils }) => perils.includes('service-slashing'));
  const asked = FUND.some((name) => exposure?.figures[name] !== undefined);
  return (named === true || asked) && FUND.some((name) => readingOf(facts, name).status === 'unknown');
}

/**
 * Warnings that could not be looked for: an unknown reading may hide one, and silence would say that there is none.
 *
 * @param told - what is already said; a slash of which it is not sure whether the price shows it needs no second word
 */
export function notSeen(facts: Facts, told: readonly Finding[]): Finding[] {
  const { exposure, answer } = facts;
  // Where nothing is modelled, that is said, and nothing was looked for.
  if (exposure === null || answer === null) return [];
  const token = !isOwnPosition(facts);
  const slashTold = told.some(({ kind }) => kind === 'unrecognisedSlash');
  const missing: readonly (readonly [NotSeen, boolean])[] = [
    ['admin', exposure.admin.status === 'unknown'],
    ['slashers', slashersUnknown(facts)],
    // The price of a pool's share is worked out in the same block: it shows every slash.
    ['lastSlash', token && poolIn(facts) === null && !slashTold && exposure.lastSlashAt.status === 'unknown'],
    ['rateAge', token && poolIn(facts) === null && rateAgeUnknown(facts)],
    ['fund', fundUnknown(facts)],
  ];
  return missing.filter(([, unseen]) => unseen).map(([what]) => ({ kind: 'notSeen', what }));
}

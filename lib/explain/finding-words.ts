import type { Finding } from '../risk/index.ts';
import * as code from './findings/code.ts';
import type { Of, Said } from './findings/said.ts';
import * as stake from './findings/stake.ts';
import * as unseen from './findings/unseen.ts';
import { guessed } from './guess-words.ts';
import { noteWords } from './note-words.ts';
import { cover, exactShare, named, risk, say, words } from './say.ts';
import type { Told } from './told.ts';
import { unreachable } from './unreachable.ts';

export type { Said } from './findings/said.ts';

/** Sentence 16: never without the words that it rests on guesses. */
function odds({ toleranceWad, hiWad, yours }: Of<'odds'>): Said {
  const chance = say`The chance to lose over ${exactShare(toleranceWad)} in a year is about ${risk(hiWad)}.`;
  return { reason: guessed(chance, yours), more: [] };
}

function note({ id }: Of<'note'>): Said {
  const { reason, more } = noteWords[id];
  return { reason: words(reason), more: more.map(words) };
}

/** Words for a finding. Every kind has some, or this does not compile. */
export function findingWords(finding: Finding, told: Told): Said {
  switch (finding.kind) {
    case 'worstService':
      return stake.worstService(finding, told);
    case 'worstPair':
      return stake.worstPair(finding, told);
    case 'allServices':
      return {
        reason: say`Today, all services together could take at most ${risk(finding.hiWad)}.`,
        more: [],
      };
    case 'noWarning':
      return stake.noWarning(finding, told);
    case 'scheduled':
      return stake.scheduled(finding, told);
    case 'scheduledMore':
      return stake.scheduledMore(finding);
    case 'redistributes':
      return stake.redistributes(finding, told);
    case 'unrecognisedSlash':
      return stake.unrecognisedSlash(finding);
    case 'untraced':
      return {
        reason: say`We could trace ${cover(finding.coverageWad)} of the stake.`,
        more: [words('We do not know the rest, so we count it as at risk.')],
      };
    case 'fullySlashed':
      return stake.fullySlashed(finding, told);
    case 'slasherIsAccount':
      return {
        reason: say`A plain account, not a contract, can slash for ${named(finding.avs, told.labels)}.`,
        more: [],
      };
    case 'slasherChanges':
      return stake.slasherChanges(finding, told);
    case 'attackPays':
      return stake.attackPays(finding, told);
    case 'pendingSlash':
      return stake.pendingSlash(finding);
    case 'promisesChange':
      return stake.promisesChange();
    case 'promisedTwice':
      return {
        reason: say`This vault has promised ${risk(finding.degreeWad)} of what it holds.`,
        more: [words('The same money stands behind more than one promise.')],
      };
    case 'upgradeBeforeExit':
      return code.upgradeBeforeExit(finding);
    case 'freshCode':
      return code.freshCode(finding);
    case 'adminKey':
      return code.adminKey(finding, told);
    case 'fastUpgrade':
      return code.fastUpgrade(finding, told);
    case 'paused':
      return code.paused(finding);
    case 'bridge':
      return code.bridge(finding);
    case 'coverNarrow':
      return code.coverNarrow(finding);
    case 'fundShort':
      return code.fundShort(finding);
    case 'rateOld':
      return code.rateOld(finding);
    case 'lossBefore':
      return code.lossBefore(finding);
    case 'sellingCosts':
      return {
        reason: say`Selling this much now would cost up to ${risk(finding.costWad)} of its value.`,
        more: [],
      };
    case 'odds':
      return odds(finding);
    case 'exitOutlastsWarning':
      return unseen.exitOutlastsWarning(finding);
    case 'exitAssumed':
      return unseen.exitAssumed(finding);
    case 'notChecked':
      return unseen.notChecked(finding);
    case 'notSeen':
      return unseen.notSeen(finding);
    case 'cannotEvaluate':
      return unseen.cannotEvaluate(finding);
    case 'sourcesDisagree':
      return {
        reason: words('Two figures for the whole do not agree.'),
        more: [words('We took the worse end of each.')],
      };
    case 'note':
      return note(finding);
    case 'remark':
      return { reason: words(finding.text), more: [] };
    default:
      return unreachable(finding);
  }
}

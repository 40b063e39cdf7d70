import type { Finding } from '../risk/index.ts';
import type { Part, Sentence } from './explanation.ts';
import { factorNames } from './factor-names.ts';
import { noteWords } from './note-words.ts';
import { reasonWords } from './reason-words.ts';
import { cover, ether, type Labels, loss, named, risk, say, wait, warning, words } from './say.ts';
import { unreachable } from './unreachable.ts';

/** What a finding says: one short reason for the list, and what there is to add. */
export type Said = { readonly reason: Sentence; readonly more: readonly Sentence[] };

type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

const CANNOT: Readonly<Record<Of<'cannotEvaluate'>['why'], string>> = {
  totalZero: 'There is no stake here that we could measure.',
  poolUnknown: 'We could not read the stake of this vault.',
  unsupportedKind: 'We cannot judge this kind of restaking yet.',
  refused: 'The figures we read cannot be true.',
  notModelled: 'We have no model for this deposit yet.',
};

function worstService({ avs, hiWad, depositWei }: Of<'worstService'>, labels: Labels): Said {
  const who = named(avs, labels);
  const reason = say`${who} alone could take up to ${risk(hiWad)}.`;
  if (depositWei === null) return { reason, more: [] };
  const lost = loss(depositWei, hiWad);
  return {
    reason,
    more: [say`If ${who} slashes all it can, your ${ether(depositWei)} could lose up to ${lost}.`],
  };
}

function noWarning({ operator, hiWad, nothingToday }: Of<'noWarning'>, labels: Labels): Said {
  return {
    reason: say`${named(operator, labels)} could put up to ${risk(hiWad)} at risk without warning.`,
    more: nothingToday ? [words('Nothing can be slashed today, but that can change at once.')] : [],
  };
}

const LEAVING: Readonly<Record<Of<'scheduled'>['canLeaveFirst'], string>> = {
  yes: 'If you ask to leave today, you will be out first.',
  no: 'If you ask to leave today, you cannot be out before then.',
  unknown: 'We cannot tell if you could be out before then.',
};

function scheduled({ addWad, inSecs, canLeaveFirst }: Of<'scheduled'>): Said {
  return {
    reason: say`In ${warning(inSecs)}, up to ${risk(addWad)} more can be slashed.`,
    more: [words(LEAVING[canLeaveFirst])],
  };
}

function redistributes({ recipient }: Of<'redistributes'>, labels: Labels): Said {
  const more = [words('Someone may gain from slashing you.')];
  if (recipient === null) return { reason: words('Slashed funds here are paid out, not destroyed.'), more };
  return { reason: say`Slashed funds here go to ${named(recipient, labels)}, not destroyed.`, more };
}

function delay(secs: bigint): Sentence {
  return secs === 0n ? words('at once') : say`after ${warning(secs)}`;
}

function upgradeBeforeExit({ delaySecs, exitHiSecs }: Of<'upgradeBeforeExit'>): Said {
  const leaving =
    exitHiSecs === null
      ? words('We do not know how long leaving takes.')
      : say`Leaving takes up to ${wait(exitHiSecs)}.`;
  return {
    reason: say`The code can change ${delay(delaySecs)}, before you are out.`,
    more: [leaving, words('A bad change could reach you first.')],
  };
}

function fastUpgrade({ who, signers, threshold }: Of<'fastUpgrade'>, labels: Labels): Said {
  const owner = who.startsWith('0x') ? named(who, labels) : ({ kind: 'text', text: who } satisfies Part);
  const more = [say`This faster way belongs to ${owner}.`];
  if (signers === null || threshold === null)
    return { reason: words('The code can also change at once, by a faster way.'), more };
  if (signers === 1) return { reason: words('One key alone can change the code at once.'), more };
  return { reason: words(`${threshold} of ${signers} signers can change the code at once.`), more };
}

function paused({ what }: Of<'paused'>): Said {
  return what === 'deposits'
    ? { reason: words('Deposits are paused right now.'), more: [] }
    : {
        reason: words('You cannot get out right now: withdrawals are paused.'),
        more: [words('Nobody can say how long that lasts.')],
      };
}

function notChecked({ factor, reason }: Of<'notChecked'>): Said {
  return {
    reason: words(`We could not check ${factorNames[factor].thing}.`),
    more: [words(reasonWords[reason]), words('This is not a green light.')],
  };
}

/** Words for a finding. Every kind has some, or this does not compile. */
export function findingWords(finding: Finding, labels: Labels): Said {
  switch (finding.kind) {
    case 'worstService':
      return worstService(finding, labels);
    case 'allServices':
      return {
        reason: say`Today, all services together could take at most ${risk(finding.hiWad)}.`,
        more: [],
      };
    case 'noWarning':
      return noWarning(finding, labels);
    case 'scheduled':
      return scheduled(finding);
    case 'redistributes':
      return redistributes(finding, labels);
    case 'untraced':
      return {
        reason: say`We could trace ${cover(finding.coverageWad)} of the stake.`,
        more: [words('We do not know the rest, so we count it as at risk.')],
      };
    case 'notChecked':
      return notChecked(finding);
    case 'upgradeBeforeExit':
      return upgradeBeforeExit(finding);
    case 'fastUpgrade':
      return fastUpgrade(finding, labels);
    case 'exitOutlastsWarning':
      return {
        reason: words('Leaving takes longer than any warning you would get.'),
        more: [say`It takes at least ${warning(finding.exitLoSecs)} to get out.`],
      };
    case 'exitAssumed':
      return {
        reason: words('Nobody can promise how long leaving takes at most.'),
        more: [words(`We take the longest wait seen, as of ${finding.asOf}.`)],
      };
    case 'paused':
      return paused(finding);
    case 'fullySlashed':
      return {
        reason: say`${named(finding.operator, labels)} was slashed in full before.`,
        more: [words('What is left there cannot be measured.')],
      };
    case 'slasherIsAccount':
      return {
        reason: say`A plain account, not a contract, can slash for ${named(finding.avs, labels)}.`,
        more: [],
      };
    case 'slasherChanges':
      return {
        reason: say`Who may slash for ${named(finding.avs, labels)} is about to change.`,
        more: [
          say`From block ${words(String(finding.effectBlock))} it is ${named(finding.slasher, labels)}.`,
        ],
      };
    case 'promisedTwice':
      return {
        reason: say`This vault has promised ${risk(finding.degreeWad)} of what it holds.`,
        more: [words('The same money stands behind more than one promise.')],
      };
    case 'cannotEvaluate':
      return { reason: words(CANNOT[finding.why]), more: [words('This is not a green light.')] };
    case 'sourcesDisagree':
      return {
        reason: words('Two figures for the whole do not agree.'),
        more: [words('We took the worse end of each.')],
      };
    case 'note': {
      const { reason, more } = noteWords[finding.id];
      return { reason: words(reason), more: more.map(words) };
    }
    case 'remark':
      return { reason: words(finding.text), more: [] };
    default:
      return unreachable(finding);
  }
}

import type { Part, Sentence } from '../explanation.ts';
import { cover, dayOf, type Labels, named, number, risk, say, wait, warning, words } from '../say.ts';
import type { Told } from '../told.ts';
import type { Of, Said } from './said.ts';

/** Who it is: an address by its name in a sentence, any other text as its own. */
function whose(who: string, labels: Labels, tell: (name: Part) => Sentence): Sentence {
  return who.startsWith('0x') ? tell(named(who, labels)) : words(`${who}.`);
}

function delay(secs: bigint): Sentence {
  return secs === 0n ? words('at once') : say`after ${warning(secs)}`;
}

/** The code can change before a person is out (sentence 10). */
export function upgradeBeforeExit({ delaySecs, exitHiSecs }: Of<'upgradeBeforeExit'>): Said {
  const leaving =
    exitHiSecs === null
      ? words('We do not know how long leaving takes.')
      : say`Leaving takes up to ${wait(exitHiSecs)}.`;
  return {
    reason: say`The owner can change this contract ${delay(delaySecs)}.`,
    more: [leaving, words('A bad change could reach you first.')],
  };
}

/** Code that changed lately (sentence 11). */
export function freshCode({ secsAgo }: Of<'freshCode'>): Said {
  return {
    reason: say`This contract was changed at most ${wait(secsAgo < 0n ? 0n : secsAgo)} ago.`,
    more: [words('Fresh code fails more often.')],
  };
}

/** One key is enough (§3.8). */
export function adminKey({ who }: Of<'adminKey'>, { labels }: Told): Said {
  const owner =
    who === null
      ? words('We do not know whose key it is.')
      : whose(who, labels, (name) => say`It belongs to ${name}.`);
  return { reason: words('One key alone can change the code.'), more: [owner] };
}

/** A faster path to new code than the announced one (§3.8). */
export function fastUpgrade({ who, signers, threshold }: Of<'fastUpgrade'>, { labels }: Told): Said {
  const more = [whose(who, labels, (name) => say`This faster way belongs to ${name}.`)];
  if (signers === null || threshold === null)
    return { reason: words('The code can also change at once, by a faster way.'), more };
  if (signers === 1) return { reason: words('One key alone can change the code at once.'), more };
  return { reason: words(`${threshold} of ${signers} signers can change the code at once.`), more };
}

/** A stop that was read (§3.8). */
export function paused({ what }: Of<'paused'>): Said {
  return what === 'deposits'
    ? { reason: words('Deposits are paused right now.'), more: [] }
    : {
        reason: words('You cannot get out right now: withdrawals are paused.'),
        more: [words('Nobody can say how long that lasts.')],
      };
}

/** On whose word the token crosses chains (sentence 13). */
export function bridge({ verifiers, verifiersAre, shareWad, shareIsLeast }: Of<'bridge'>): Said {
  const who = verifiers === 1n && verifiersAre !== 'atLeast' ? 'that one is' : 'they are all';
  const share =
    shareWad === null ? null : shareIsLeast ? say`at least ${cover(shareWad)}` : say`up to ${risk(shareWad)}`;
  const faked =
    share === null
      ? words('We do not know how much of the supply that puts at risk.')
      : say`If ${words(who)} fooled, ${share} of the supply can be faked.`;
  if (verifiers === 0n && verifiersAre !== 'atLeast')
    return { reason: words('This token crosses chains with no checker at all.'), more: [] };
  return { reason: wordOf(verifiers, verifiersAre), more: [faked] };
}

function wordOf(verifiers: bigint, are: Of<'bridge'>['verifiersAre']): Sentence {
  const one = verifiers === 1n;
  if (are === 'atLeast')
    return say`The word of only ${number(verifiers)} ${words(one ? 'checker' : 'checkers')} may move this token across chains.`;
  if (one) return words('The word of one checker moves this token across chains.');
  return are === 'atMost'
    ? say`The word of ${number(verifiers)} checkers, or fewer, moves this token across chains.`
    : say`The word of ${number(verifiers)} checkers moves this token across chains.`;
}

const PERILS: Readonly<Record<string, string>> = {
  'service-slashing': 'slashing by a service',
  'validator-slashing': 'validator mistakes',
  'contract-failure': 'broken contracts',
  depeg: 'a fall in price',
  bridge: 'a broken bridge',
};

/** There is cover, and it does not pay for this (sentence 15). */
export function coverNarrow({ product, perils }: Of<'coverNarrow'>): Said {
  const covered = perils.map((peril) => PERILS[peril] ?? peril);
  const pays = covered.length === 0 ? [] : [words(`It pays for ${covered.join(' and ')}.`)];
  return {
    reason: words('The insurance here does not pay if a service slashes.'),
    more: [words(`It is called ${product}.`), ...pays],
  };
}

/** A cover fund that is short (§3.11). */
export function fundShort({ solvencyWad }: Of<'fundShort'>): Said {
  return {
    reason: say`The cover fund holds ${cover(solvencyWad)} of what it promised.`,
    more: [words('It cannot pay all that it covers.')],
  };
}

/** A price that is older than its own rule allows (§3.8). */
export function rateOld({ ageSecs }: Of<'rateOld'>): Said {
  return {
    reason: say`The token price is ${wait(ageSecs)} old.`,
    more: [words('That is more than its own rule allows.')],
  };
}

/** An earlier event in which holders lost money, or could have (§3.12): `what` says which of the two. */
export function lossBefore({ date, what }: Of<'lossBefore'>): Said {
  return { reason: say`Something went wrong here before, on ${dayOf(date)}.`, more: [words(what)] };
}

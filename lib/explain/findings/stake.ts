import type { Sentence } from '../explanation.ts';
import { day, ether, loss, named, risk, say, wait, warning, words } from '../say.ts';
import type { Told } from '../told.ts';
import type { Of, Said } from './said.ts';

/** The worst that one service alone can do (sentence 1). */
export function worstService({ avs, hiWad, depositWei }: Of<'worstService'>, { labels }: Told): Said {
  const who = named(avs, labels);
  const reason = say`${who} alone could take up to ${risk(hiWad)}.`;
  if (depositWei === null) return { reason, more: [] };
  const lost = loss(depositWei, hiWad);
  return {
    reason,
    more: [say`If ${who} slashes all it can, your ${ether(depositWei)} could lose up to ${lost}.`],
  };
}

/** One service at one operator (sentence 2). */
export function worstPair({ avs, operator, hiWad, depositWei }: Of<'worstPair'>, { labels }: Told): Said {
  const [who, whom] = [named(avs, labels), named(operator, labels)];
  const reason = say`${who} could take up to ${risk(hiWad)} at ${whom}.`;
  if (depositWei === null) return { reason, more: [] };
  const lost = loss(depositWei, hiWad);
  return {
    reason,
    more: [say`If ${who} slashes ${whom} fully, your ${ether(depositWei)} could lose up to ${lost}.`],
  };
}

/** Growth that needs no warning (sentence 4). */
export function noWarning({ operator, hiWad, nothingToday }: Of<'noWarning'>, { labels }: Told): Said {
  return {
    reason: say`${named(operator, labels)} could put up to ${risk(hiWad)} at risk without warning.`,
    more: nothingToday ? [words('Nothing can be slashed today, but that can change at once.')] : [],
  };
}

function tooLate({ lo, hi }: Told['exit']): Sentence {
  if (hi !== null && (lo === null || lo === hi || lo === 0n))
    return say`Leaving takes up to ${wait(hi)}, so you cannot be out before then.`;
  if (hi !== null && lo !== null)
    return say`Leaving takes ${warning(lo)} to ${wait(hi)}, so you cannot be out before then.`;
  return lo === null
    ? words('If you ask to leave today, you cannot be out before then.')
    : say`Leaving takes at least ${warning(lo)}, so you cannot be out before then.`;
}

/** An announced growth (sentences 5 and 6): by its day where the block's time was read, else by days from now. */
export function scheduled({ addWad, inSecs, at, canLeaveFirst }: Of<'scheduled'>, { exit }: Told): Said {
  const when = at === null ? say`In ${warning(inSecs < 0n ? 0n : inSecs)}` : say`On ${day(at)}`;
  const leaving = {
    yes: words('If you ask to leave today, you will be out first.'),
    no: tooLate(exit),
    unknown: words('We cannot tell if you could be out before then.'),
  };
  return {
    reason: say`${when}, up to ${risk(addWad)} more becomes slashable.`,
    more: [leaving[canLeaveFirst]],
  };
}

/** Announced growth beside what is told one by one. */
export function scheduledMore({ count }: Of<'scheduledMore'>): Said {
  const reason = count === 1 ? '1 more change is announced.' : `${count} more changes are announced.`;
  return { reason: words(reason), more: [] };
}

/** Slashed funds are paid out (sentence 7). */
export function redistributes({ recipient }: Of<'redistributes'>, { labels }: Told): Said {
  const more = [words('Someone may gain from slashing you.')];
  if (recipient === null) return { reason: words('Slashed funds here are paid out, not destroyed.'), more };
  return { reason: say`Slashed funds here go to ${named(recipient, labels)}, not destroyed.`, more };
}

/** A slash that the token's price may not show yet (sentence 18). */
export function unrecognisedSlash({ at, sure }: Of<'unrecognisedSlash'>): Said {
  const when =
    at === null ? words('We could not read when it happened.') : say`That slash happened on ${day(at)}.`;
  return sure
    ? {
        reason: words('A slash already happened and the token price does not show it.'),
        more: [when, words('You would pay the old price for less stake.')],
      }
    : { reason: words('The token price may not show a past slash yet.'), more: [when] };
}

/** Stake that is gone (§3.1). */
export function fullySlashed({ operator }: Of<'fullySlashed'>, { labels }: Told): Said {
  return {
    reason: say`${named(operator, labels)} was slashed in full before.`,
    more: [words('What is left there cannot be measured.')],
  };
}

/** Who can slash is about to change (§3.8). */
export function slasherChanges({ avs, slasher, effectBlock }: Of<'slasherChanges'>, { labels }: Told): Said {
  return {
    reason: say`Who may slash for ${named(avs, labels)} is about to change.`,
    more: [say`From block ${words(String(effectBlock))} it is ${named(slasher, labels)}.`],
  };
}

/** Slashes of a vault that were asked for before the deposit: the loss is shared by who is in when it happens. */
export function pendingSlash({ count, hiWad, depositWei }: Of<'pendingSlash'>): Said {
  const asked = count === 1n ? 'A slash is asked for' : `${count} slashes are asked for`;
  const lost =
    depositWei === null
      ? say`They could take up to ${risk(hiWad)} of what you add.`
      : say`Your ${ether(depositWei)} could lose up to ${loss(depositWei, hiWad)} by that.`;
  return { reason: words(`${asked} already, and who joins now pays too.`), more: [lost] };
}

/** Promises of a vault have no waiting time. */
export function promisesChange(): Said {
  return {
    reason: words('Who may slash this vault can change in the next block.'),
    more: [words('Those who run it can promise all of it, with no waiting time.')],
  };
}

/** Attacking a service may pay (§3.5). */
export function attackPays({ avs, breakEvenWei, profitWei }: Of<'attackPays'>, { labels }: Told): Said {
  return {
    reason: say`An attack on ${named(avs, labels)} may pay more than it costs.`,
    more: [
      say`It would cost about ${ether(breakEvenWei, 'down')} of stake.`,
      say`It could bring up to ${ether(profitWei)}.`,
    ],
  };
}

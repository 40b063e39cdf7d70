import type { FactorId, FactorValue, IdentityFacts } from '../risk/index.ts';
import type { FactorVerdict } from '../limits/index.ts';
import type { Part, Sentence } from './explanation.ts';
import { factorNames } from './factor-names.ts';
import { term } from './glossary.ts';
import { cover, ether, loss, risk, say, wait, warning, words } from './say.ts';
import { unreachable } from './unreachable.ts';

type Range = Extract<FactorValue, { kind: 'range' }>;

/** Protections are rounded down, risks up. */
function isProtection(id: FactorId): boolean {
  return id === 'upgradeDelay';
}

/** A number of a factor's own unit, rounded against comfort. */
function figurePart(id: FactorId, unit: Range['unit'], value: bigint): Part {
  const protection = isProtection(id);
  if (unit === 'wad') return protection ? cover(value) : risk(value);
  if (unit === 'secs') return protection ? warning(value) : wait(value);
  if (unit === 'wei') return ether(value);
  return { kind: 'text', text: String(value) };
}

/** A limit in words: its own number is never rounded in the person's favour. */
export function limitWords({ id, limit, rule, value }: FactorVerdict): Sentence | null {
  if (limit === null || value.kind === 'identity' || value.kind === 'flag') return null;
  const part = boundPart(id, value.unit, limit);
  return rule === 'min' ? say`at least ${part}` : say`at most ${part}`;
}

/** The other way round: a maximum is shown rounded down, a minimum up. */
export function boundPart(id: FactorId, unit: Range['unit'], limit: bigint): Part {
  const least = isProtection(id);
  if (unit === 'wad') return least ? risk(limit) : cover(limit);
  if (unit === 'secs') return least ? wait(limit) : warning(limit);
  return figurePart(id, unit, limit);
}

function identityWords(facts: IdentityFacts): Sentence {
  if (facts.lookalike === true) return words('imitates a site we know');
  if (facts.recipientIsUser === false) return words('credited to someone else');
  const [contract, site] = [facts.contractKnown === true, facts.domainKnown === true];
  if (contract && site) return words(facts.sameProtocol === true ? 'both known' : 'both known, not together');
  if (contract) return words('contract known, site not');
  return words(site ? 'site known, contract not' : 'not known');
}

function rangeWords(id: FactorId, { unit, lo, hi }: Range): Sentence {
  if (lo === null && hi === null) return words('not known');
  const low = lo === null ? null : figurePart(id, unit, lo);
  const high = hi === null ? null : figurePart(id, unit, hi);
  if (high === null) return low === null ? words('not known') : say`at least ${low}, the rest not known`;
  if (low === null || lo === 0n) return lo === hi ? say`${high}` : say`up to ${high}`;
  return lo === hi ? say`${high}` : say`${low} to ${high}`;
}

/** A factor's value as it stands in a list. */
export function valueWords(id: FactorId, value: FactorValue): Sentence {
  switch (value.kind) {
    case 'range':
      return rangeWords(id, value);
    case 'identity':
      return identityWords(value.facts);
    case 'flag':
      return words(value.set === null ? 'not known' : value.set ? 'yes' : 'no');
    case 'none':
      return words('nothing to measure');
    case 'unknown':
      return words('not known');
    default:
      return unreachable(value);
  }
}

/** "Up to 0.62 ETH (12.4%)", or the share alone where the deposit's value is not known. */
function upTo(deposit: bigint | null, hi: bigint): Sentence {
  return deposit === null ? say`Up to ${risk(hi)}` : say`Up to ${loss(deposit, hi)} (${risk(hi)})`;
}

function exitWords({ lo, hi }: Range): Sentence {
  if (hi !== null) return say`It can take ${wait(hi)} to get out.`;
  return lo === null || lo === 0n
    ? words('Nobody can say how long it takes to get out.')
    : say`It takes ${warning(lo)} or more to get out.`;
}

/** One sentence on a figure. Null: there is no figure to speak of. */
function rangeSentence(id: FactorId, value: Range, deposit: bigint | null): Sentence | null {
  const { lo, hi } = value;
  if (id === 'exit') return exitWords(value);
  if (hi === null) return null;
  switch (id) {
    case 'slashableNow':
      return say`${upTo(deposit, hi)} could be lost to ${term('slashing')}.`;
    case 'noNotice':
      return say`${upTo(deposit, hi)} could become slashable without notice.`;
    case 'beforeExit':
      return say`${upTo(deposit, hi)} could become slashable before you are out.`;
    case 'singleAvs':
      return say`One ${term('service')} could take up to ${risk(hi)} on its own.`;
    case 'singleOperator':
      return say`One ${term('operator')} could put up to ${risk(hi)} at risk without notice.`;
    case 'theftNoNotice':
      return say`${upTo(deposit, hi)} could be taken without notice.`;
    case 'upgradeDelay':
      return lo === 0n
        ? words('New code can be in force at once.')
        : say`New code can be in force after ${warning(lo ?? 0n)}.`;
    case 'operatorHhi':
      return words(`Few operators hold the stake: ${hi} of 10000 points.`);
    case 'avsHhi':
      return words(`Few services can slash most of it: ${hi} of 10000 points.`);
    case 'deposit':
      return say`This deposit is worth ${ether(hi)}.`;
    case 'identity':
    case 'paused':
      return null;
    default:
      return unreachable(id);
  }
}

/** One sentence on a factor, at most twelve words where the deposit's value is left out. */
export function factorSentence(id: FactorId, value: FactorValue, deposit: bigint | null): Sentence {
  const sentence = value.kind === 'range' ? rangeSentence(id, value, deposit) : null;
  return sentence ?? words(`We could not check ${factorNames[id].thing}.`);
}

/** Both ends of a figure that is not sure enough for the person's limit. */
function bothEnds(id: FactorId, low: Part, high: Part): Sentence {
  switch (id) {
    case 'slashableNow':
      return say`Somewhere from ${low} to ${high} can be slashed today.`;
    case 'noNotice':
      return say`Somewhere from ${low} to ${high} could become slashable without notice.`;
    case 'beforeExit':
      return say`Somewhere from ${low} to ${high} could become slashable before you leave.`;
    case 'singleAvs':
      return say`One ${term('service')} could take somewhere from ${low} to ${high}.`;
    case 'singleOperator':
      return say`One ${term('operator')} could put up to ${high} at risk without notice.`;
    case 'theftNoNotice':
      return say`Somewhere from ${low} to ${high} could be taken without notice.`;
    case 'exit':
      return say`It takes somewhere from ${low} to ${high} to get out.`;
    case 'upgradeDelay':
      return say`New code can be in force after ${low} to ${high}.`;
    case 'operatorHhi':
      return say`Few operators may hold the stake: ${low} to ${high} of 10000.`;
    case 'avsHhi':
      return say`Few services may slash most: ${low} to ${high} of 10000.`;
    case 'deposit':
      return say`This deposit is worth ${low} to ${high}.`;
    case 'identity':
    case 'paused':
      return words(`We could not check ${factorNames[id].thing}.`);
    default:
      return unreachable(id);
  }
}

/** The sentence where the figure is not sure enough for the person's limit. */
export function unsureSentence(id: FactorId, value: FactorValue): Sentence {
  if (value.kind !== 'range' || value.lo === null || value.hi === null || value.lo === value.hi)
    return factorSentence(id, value, null);
  return bothEnds(id, figurePart(id, value.unit, value.lo), figurePart(id, value.unit, value.hi));
}

import { sameAddress } from '../core/index.ts';
import { registry } from '../protocols/index.ts';
import { type Call, CutOff, type RequestContext, type RequestRead } from '../request/index.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import type { Deposit, Note, NoteId } from './deposit.ts';
import { callsStrangerAsDeposit, findDeposits, type Found, isStranger } from './find-deposits.ts';
import { type Grant, grantOf, signedGrants } from './grants.ts';
import { creditedBy } from './receiver.ts';
import { placeSite, type Site } from './site.ts';

/** Site and contract identity of a request; null where nothing in it says. */
type Identity = {
  /** Every contract that takes a deposit is in the registry. False too where a stranger is called like one. */
  readonly contractKnown: boolean | null;
  readonly domainKnown: boolean;
  /** The site belongs to the protocol of every deposit. */
  readonly sameProtocol: boolean | null;
  readonly aggregatorSite: boolean;
  readonly lookalike: boolean;
  readonly recipientIsUser: boolean | null;
  /** Ids of the protocols whose official site asks. */
  readonly siteProtocols: readonly string[];
};

/** What a request holds, and whether a person must see it before a wallet does. */
export type Detected = {
  readonly deposits: readonly Deposit[];
  readonly notes: readonly Note[];
  readonly identity: Identity;
  /** Calls to strangers that are deposits if a factory says so: bundled data cannot tell. */
  readonly candidates: readonly Candidate[];
  readonly opensWindow: boolean;
};

/** Findings that open the review window even without a deposit. */
const opening = new Set<NoteId>([
  'known-site-unknown-contract',
  'look-alike-site',
  'approval-to-unknown-contract',
  'value-to-unknown-contract',
  'calldata-not-read',
  'not-fully-read',
  'account-takes-code',
  'swap-not-read',
  'malformed-request',
  'not-tried',
]);

function grantsIn(read: RequestRead): readonly (Grant & Pick<Call, 'actors'>)[] {
  const called = read.calls.flatMap((call) => {
    try {
      const grant = grantOf(call);
      return grant === null ? [] : [{ ...grant, actors: call.actors }];
    } catch (error) {
      if (error instanceof CutOff) return []; // a token would refuse it too
      throw error;
    }
  });
  const all = [...called, ...signedGrants(read.intents).map((grant) => ({ ...grant, actors: [] }))];
  return all.filter((grant) => grant.amount !== 0n);
}

type Seen = {
  readonly deposits: readonly Deposit[];
  /** Those that stand in the calldata: their contracts are known. */
  readonly written: readonly Deposit[];
  readonly strangers: readonly Call[];
};

function siteNotes(site: Site, { deposits, written, strangers }: Seen): Note[] {
  const official = site.protocols.length > 0;
  const notes: Note[] = [];
  const add = (id: NoteId, detail: string): void => void notes.push({ id, detail });
  if (site.lookalike && (deposits.length > 0 || strangers.length > 0))
    add('look-alike-site', 'the site imitates an official one');
  const [stranger] = strangers;
  if (official && stranger !== undefined) add('known-site-unknown-contract', stranger.to ?? '');
  if (deposits.length === 0) return notes;
  const foreign = deposits.find(({ protocol }) => !site.protocols.includes(protocol));
  if (official && foreign !== undefined) add('other-protocol-site', foreign.protocol);
  if (!official && !site.aggregator && !site.lookalike && written.length > 0)
    add('known-contract-unknown-site', 'the site is not in the registry');
  return notes;
}

/** On an official site every payment and allowance to somebody nobody knows is worth a word. */
function paymentNotes(
  read: RequestRead,
  grants: ReturnType<typeof grantsIn>,
  strangers: readonly Call[],
): Note[] {
  const notes: Note[] = [];
  const told = new Set(strangers.map(({ to }) => to));
  const paid = [...read.outer, ...read.calls].find(
    (call) => call.value > 0n && call.to !== null && !told.has(call.to) && isStranger(call, call.to),
  );
  if (paid !== undefined) notes.push({ id: 'value-to-unknown-contract', detail: paid.to ?? '' });
  const granted = grants.find((grant) => isStranger(grant, grant.spender));
  if (granted !== undefined) notes.push({ id: 'approval-to-unknown-contract', detail: granted.spender });
  return notes;
}

function receiverNotes(deposits: readonly Deposit[], read: RequestRead, context: RequestContext): Note[] {
  const notes: Note[] = [];
  for (const deposit of deposits) {
    const credited = creditedBy(deposit, read, context);
    const detail = deposit.receiver ?? '';
    if (credited === 'other') notes.push({ id: 'receiver-not-user', detail });
    if (credited === 'smart-account') notes.push({ id: 'receiver-smart-account', detail });
  }
  return notes;
}

function recipientIsUser(
  deposits: readonly Deposit[],
  read: RequestRead,
  context: RequestContext,
): boolean | null {
  const credited = deposits.map((deposit) => creditedBy(deposit, read, context));
  if (credited.includes('other')) return false;
  return credited.length > 0 && credited.every((who) => who === 'user') ? true : null;
}

function contractKnown(deposits: readonly Deposit[], strangers: readonly Call[]): boolean | null {
  if (strangers.length > 0) return false;
  if (deposits.length === 0) return null;
  return deposits.every(({ chainId, contract }) => registry.isKnown(chainId, contract));
}

function unique(notes: readonly Note[]): readonly Note[] {
  const seen = new Map<NoteId, Note>();
  for (const note of notes) if (!seen.has(note.id)) seen.set(note.id, note);
  return [...seen.values()];
}

function isGenuine(call: Call, genuine: readonly Deposit[]): boolean {
  return genuine.some(
    ({ chainId, contract }) => call.to !== null && chainId === call.chainId && sameAddress(contract, call.to),
  );
}

/**
 * Deposits and findings of a request, from bundled data alone: no node is asked.
 *
 * @param read - what `readRequest` made of it
 * @param site - the origin as the browser, not the page, names it
 * @param shown - what only a trial on a node showed, if one was made
 * @returns deposits in the order of execution, those of the trial last; each finding once
 */
export function detect(
  read: RequestRead,
  site: { readonly origin: string },
  context: RequestContext,
  shown: Found = { deposits: [], notes: [] },
): Detected {
  const place = placeSite(site.origin);
  const { deposits: written, notes: unread } = findDeposits(read, place.aggregator);
  const { genuine = [] } = shown;
  const deposits = [...written, ...genuine, ...shown.deposits];
  const strangers = read.calls.filter((call) => callsStrangerAsDeposit(call) && !isGenuine(call, genuine));
  const grants = grantsIn(read);
  const toDeposit = grants.filter(({ chainId, spender }) => registry.isDepositContract(chainId, spender));
  const official = place.protocols.length > 0;
  const notes = unique([
    ...receiverNotes(deposits, read, context),
    ...siteNotes(place, { deposits, written: [...written, ...genuine], strangers }),
    ...(official ? paymentNotes(read, grants, strangers) : []),
    ...(written.length + genuine.length === 0 && toDeposit.length > 0
      ? [{ id: 'approval-to-deposit-contract', detail: toDeposit[0]?.spender ?? '' } as const]
      : []),
    ...read.notes,
    ...unread,
    ...shown.notes,
  ]);
  const permitted = toDeposit.some(({ signed }) => signed);
  return {
    deposits,
    notes,
    identity: {
      contractKnown: contractKnown(written, strangers) ?? (genuine.length > 0 ? true : null),
      domainKnown: official,
      sameProtocol:
        official && deposits.length > 0
          ? deposits.every(({ protocol }) => place.protocols.includes(protocol))
          : null,
      aggregatorSite: place.aggregator,
      lookalike: place.lookalike,
      recipientIsUser: recipientIsUser(deposits, read, context),
      siteProtocols: place.protocols,
    },
    candidates: candidatesIn(strangers, place.protocols),
    opensWindow: deposits.length > 0 || permitted || notes.some(({ id }) => opening.has(id)),
  };
}

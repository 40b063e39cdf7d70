import type { NoteId } from '../detect/index.ts';

/** A finding about request, site or contract: a short reason, what to add, and its own headline if it stops. */
export type NoteWords = { readonly reason: string; readonly more: readonly string[]; readonly stop: string };

const STOP = 'Stop: look at this request again';

/** Words for every note there is. */
export const noteWords: Readonly<Record<NoteId, NoteWords>> = {
  'known-site-unknown-contract': {
    reason: 'This site asks you to pay a contract we do not know.',
    more: ['The site is real, but it may be hijacked.'],
    stop: 'Stop: this contract is not known',
  },
  'look-alike-site': {
    reason: 'This site only looks like the real one.',
    more: ['Its name is close to a name we know.'],
    stop: 'Stop: this is not the real site',
  },
  'receiver-not-user': {
    reason: 'What you get would go to someone else.',
    more: ['The call names another account than yours.'],
    stop: 'Stop: someone else gets the tokens',
  },
  'receiver-smart-account': {
    reason: 'What you get would go to a smart account.',
    more: ['We cannot tell if it is yours.'],
    stop: STOP,
  },
  'known-contract-unknown-site': {
    reason: 'We know this contract, but not this site.',
    more: ['Check the name of the site.'],
    stop: STOP,
  },
  'other-protocol-site': {
    reason: 'This site belongs to another protocol.',
    more: ['The contract is known, but not as part of this site.'],
    stop: STOP,
  },
  'approval-to-deposit-contract': {
    reason: 'This lets a known contract move your tokens.',
    more: ['The deposit that may follow was not checked.'],
    stop: STOP,
  },
  'approval-to-unknown-contract': {
    reason: 'This lets an unknown contract move your tokens.',
    more: [],
    stop: STOP,
  },
  'value-to-unknown-contract': {
    reason: 'This pays a contract we do not know.',
    more: [],
    stop: STOP,
  },
  'chain-mismatch': {
    reason: 'The request names another chain than your wallet.',
    more: ['Check which chain you are on.'],
    stop: STOP,
  },
  'chain-not-sure': {
    reason: 'We cannot tell which chain this would run on.',
    more: ['The page names a chain where this is no deposit.'],
    stop: STOP,
  },
  'data-input-differ': {
    reason: 'The request holds two calls that differ.',
    more: ['We cannot tell which one your wallet would sign.'],
    stop: STOP,
  },
  'already-signed': {
    reason: 'This is signed already: your wallet cannot stop it.',
    more: [],
    stop: STOP,
  },
  'calldata-not-read': {
    reason: 'We know the contract, but could not read the call.',
    more: [],
    stop: STOP,
  },
  'not-fully-read': {
    reason: 'We could not open all parts of this request.',
    more: ['A part we did not read may do more than we show.'],
    stop: STOP,
  },
  'account-takes-code': {
    reason: 'Other code would act as your account.',
    more: ['It could move all you hold, now and later.'],
    stop: STOP,
  },
  'swap-not-read': {
    reason: 'This swap may buy a restaking token.',
    more: ['We could not read what it buys.', 'If you sell such a token here, go on.'],
    stop: STOP,
  },
  'not-tried': {
    reason: 'This could not be tried on your own node.',
    more: ['You had simulation switched on, so it was held.'],
    stop: STOP,
  },
  'rest-not-tried': {
    reason: 'We could not try all of this request.',
    more: ['What it shows was judged. What it may hide was not.'],
    stop: STOP,
  },
  'found-by-trial': {
    reason: 'A trial on your own node showed what this request hides.',
    more: ['Your node was given the request.', 'A contract may act in another way when it is real.'],
    stop: STOP,
  },
  'malformed-request': {
    reason: 'We could not read this request.',
    more: [],
    stop: STOP,
  },
};

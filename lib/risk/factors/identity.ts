import { defineFactor } from '../define-factor.ts';
import type { IdentityFacts } from '../figure.ts';

const NOTHING_KNOWN: IdentityFacts = {
  contractKnown: null,
  domainKnown: null,
  sameProtocol: null,
  lookalike: null,
  recipientIsUser: null,
};

const NAMES: Readonly<Record<keyof IdentityFacts, string>> = {
  contractKnown: 'contract in the registry',
  domainKnown: 'site in the registry',
  sameProtocol: 'same protocol',
  aggregatorSite: 'registered aggregator',
  lookalike: 'imitates a registered site',
  recipientIsUser: 'credited to you',
};

function said(fact: boolean | null | undefined): string {
  return fact === undefined || fact === null ? 'not known' : fact ? 'yes' : 'no';
}

export const identity = defineFactor({
  id: 'identity',
  question: 'Is this the real site, paying the real contract, for you?',
  required: true,
  needs: 'request',
  assess: (facts) => {
    const known = facts.identity ?? NOTHING_KNOWN;
    const inputs = Object.entries(NAMES).map(([key, name]) => {
      const fact = Object.entries(known).find(([one]) => one === key)?.[1];
      return { name, value: said(fact), source: 'bundled registry and the request', block: null };
    });
    return {
      value: { kind: 'identity', facts: known },
      how: { formula: 'site, contract and receiver against the registry', inputs, steps: [] },
    };
  },
});

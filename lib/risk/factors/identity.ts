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

/** The first test that says something, in the order of §3.13. */
function stepOf(facts: IdentityFacts): string {
  const [contract, site] = [facts.contractKnown === true, facts.domainKnown === true];
  if (facts.recipientIsUser === false) return '= credited to somebody else';
  if (facts.lookalike === true) return '= the site imitates a registered one';
  if (site && !contract) return '= a known site that pays a contract nobody registered';
  if (!contract) return '= neither site nor contract is registered';
  if (facts.recipientIsUser === null) return '= nobody could tell who is credited';
  if (facts.lookalike === null) return '= nobody could tell whether the site imitates another';
  if (!site) return '= a known contract, on a site that is not registered';
  if (facts.sameProtocol === true) return '= site and contract belong together';
  return facts.aggregatorSite === true
    ? '= a registered aggregator, and a contract of another protocol'
    : '= site and contract are registered, not together';
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
      how: {
        formula: 'site, contract and receiver against the registry',
        inputs,
        steps: [stepOf(known)],
      },
    };
  },
});

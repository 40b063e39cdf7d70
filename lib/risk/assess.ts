import type { AssessInput, Assessment } from './assessment.ts';
import { confidenceOf, coverageOf } from './confidence.ts';
import { figureOf } from './define-factor.ts';
import { type Facts, factsOf } from './facts.ts';
import { factors } from './factors/index.ts';
import type { IdentityFacts } from './figure.ts';
import { findingsOf } from './findings/index.ts';
import { servicesOf } from './services.ts';

const NO_IDENTITY: IdentityFacts = {
  contractKnown: null,
  domainKnown: null,
  sameProtocol: null,
  lookalike: null,
  recipientIsUser: null,
};

function assessmentOf(
  scope: Assessment['scope'],
  facts: Facts,
  about: Pick<AssessInput, 'notes' | 'identity'>,
): Assessment {
  const asked = factors.filter(({ needs }) => scope === 'request' || needs === 'snapshot');
  const figures = asked.map((factor) => figureOf(factor, facts));
  const coverageWad = coverageOf(facts);
  return {
    scope,
    answer: facts.answer ?? { cannotEvaluate: 'unsupportedKind' },
    figures,
    findings: findingsOf(facts, figures, about),
    confidence: confidenceOf(coverageWad, figures),
    coverageWad,
    services: servicesOf(facts),
  };
}

/**
 * One deposit: every factor with its value and how it came about, every finding, and how sure it all is.
 * Pure; knows no limits. A partial reading has no odds yet: their factors are `not-reached`. Two snapshots (redelegate) count with the worse of both, figure by figure.
 */
export function assess(input: AssessInput): Assessment {
  const { exposure, identity, guesses, partial } = input;
  const facts = factsOf(exposure.snapshots, exposure, identity, guesses, partial);
  return assessmentOf('request', facts, input);
}

/** A bare snapshot: only the factors that it alone can have. Site, pauses and upgrades are not asked. */
export function assessSnapshot(snapshot: unknown): Assessment {
  return assessmentOf('snapshot', factsOf([snapshot], null, null), { notes: [], identity: NO_IDENTITY });
}

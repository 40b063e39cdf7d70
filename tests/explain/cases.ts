import { explain, type Explanation } from '../../lib/explain/index.ts';
import { judge, type Limits, limitsFrom, withLimit } from '../../lib/limits/index.ts';
import { assess, assessSnapshot, type IdentityFacts } from '../../lib/risk/index.ts';
import { assessInput } from '../risk/exposures.ts';

/** Nothing known of site and contract. */
export const NO_IDENTITY: IdentityFacts = {
  contractKnown: null,
  domainKnown: null,
  sameProtocol: null,
  lookalike: null,
  recipientIsUser: null,
};

/** Balanced, without the limit that one operator alone always breaks. */
export const balanced: Limits = withLimit(limitsFrom('balanced'), 'maxOperatorHhi', null);

type More = Parameters<typeof assessInput>;

/** What a person is told of an exposure under these limits. */
export function explained(more: More[0] = {}, limits = balanced, identity: More[1] = {}): Explanation {
  const input = assessInput(more, identity);
  const assessment = assess(input);
  return explain(judge(assessment, limits), assessment, { kind: 'deposit', exposure: input.exposure });
}

/** What a person is told of a bare snapshot. */
export function explainedSnapshot(snapshot: unknown, limits = balanced): Explanation {
  const assessment = assessSnapshot(snapshot);
  return explain(judge(assessment, limits), assessment, { kind: 'deposit', exposure: null });
}

import type { NoteId } from '../../detect/index.ts';
import type { AssessInput } from '../assessment.ts';
import type { IdentityFacts } from '../figure.ts';
import type { Finding } from '../finding.ts';

/** What the facts about site and contract mean, for callers that give no notes of their own. */
function identityNotes(facts: IdentityFacts | null): NoteId[] {
  if (facts === null) return [];
  const known = { contract: facts.contractKnown === true, site: facts.domainKnown === true };
  const notes: NoteId[] = [];
  if (facts.lookalike === true) notes.push('look-alike-site');
  if (facts.recipientIsUser === false) notes.push('receiver-not-user');
  if (known.site && !known.contract) notes.push('known-site-unknown-contract');
  if (known.contract && !known.site && facts.lookalike !== true) notes.push('known-contract-unknown-site');
  if (known.contract && known.site && facts.sameProtocol !== true) notes.push('other-protocol-site');
  return notes;
}

/** Findings of the request itself, and of site and contract (§3.13). */
export function noteFindings(
  own: IdentityFacts | null,
  { notes, identity }: Pick<AssessInput, 'notes' | 'identity'>,
): Finding[] {
  return [...notes.map(({ id }) => id), ...identityNotes(own)].map((id) => ({
    kind: 'note',
    id,
    aggregatorSite: identity.aggregatorSite === true,
  }));
}

import type { NoteId } from '../detect/index.ts';
import type { Finding } from '../risk/index.ts';
import type { Level } from './verdict.ts';

type Named = Exclude<Level, 'off'>;

/** What a finding about request, site or contract means by itself (§3.13; design, "when it opens"). */
const NOTES: Readonly<Record<Exclude<NoteId, 'other-protocol-site'>, Named>> = {
  'known-site-unknown-contract': 'exceeds',
  'look-alike-site': 'exceeds',
  'receiver-not-user': 'exceeds',
  'known-contract-unknown-site': 'warn',
  // A window opens for it only where a signature alone can pay the deposit, which nobody has then judged.
  'approval-to-deposit-contract': 'cannot_evaluate',
  'approval-to-unknown-contract': 'warn',
  'value-to-unknown-contract': 'warn',
  'chain-mismatch': 'warn',
  // The deposit that was found may not be the one the wallet would make.
  'chain-not-sure': 'cannot_evaluate',
  'already-signed': 'warn',
  'receiver-smart-account': 'warn',
  // What was judged may not be what the wallet would sign.
  'data-input-differ': 'cannot_evaluate',
  'calldata-not-read': 'cannot_evaluate',
  'not-fully-read': 'cannot_evaluate',
  'account-takes-code': 'warn',
  // It may be a sale, which is none of our business, or a purchase that nobody has judged.
  'swap-not-read': 'cannot_evaluate',
  'not-tried': 'cannot_evaluate',
  // What the calldata shows is judged; what the person wanted to have looked for beside it was not.
  'rest-not-tried': 'warn',
  'found-by-trial': 'notice',
  'malformed-request': 'cannot_evaluate',
};

/** The level of a note. On a registered aggregator another protocol's deposit is ordinary. */
export function noteLevel(id: NoteId, aggregatorSite: boolean): Named {
  if (id === 'other-protocol-site') return aggregatorSite ? 'notice' : 'warn';
  return NOTES[id];
}

/** A council that acts at once: many signers of whom two thirds must agree is a note, fewer a warning (§3.8). */
function fastUpgradeLevel(signers: number | null, threshold: number | null): Named {
  if (signers === null || threshold === null) return 'warn';
  return signers >= 8 && 3 * threshold >= 2 * signers ? 'notice' : 'warn';
}

/** The level that a finding names by itself; most only explain a figure, which has its own level. */
export function findingLevel(finding: Finding): Named {
  switch (finding.kind) {
    case 'note':
      return noteLevel(finding.id, finding.aggregatorSite);
    case 'paused':
      return 'exceeds';
    case 'cannotEvaluate':
      return 'cannot_evaluate';
    case 'slasherIsAccount':
    case 'adminKey':
    case 'rateOld':
    case 'fundShort':
    case 'pendingSlash':
      return 'warn';
    case 'unrecognisedSlash':
      return finding.sure ? 'warn' : 'notice';
    case 'attackPays':
    case 'notSeen':
    case 'promisesChange':
      return 'notice';
    case 'slasherChanges':
      return 'notice';
    case 'fastUpgrade':
      return fastUpgradeLevel(finding.signers, finding.threshold);
    case 'worstService':
    case 'worstPair':
    case 'scheduledMore':
    case 'freshCode':
    case 'sellingCosts':
    case 'bridge':
    case 'coverNarrow':
    case 'odds':
    case 'lossBefore':
    case 'allServices':
    case 'noWarning':
    case 'scheduled':
    case 'redistributes':
    case 'untraced':
    case 'notChecked':
    case 'upgradeBeforeExit':
    case 'exitOutlastsWarning':
    case 'exitAssumed':
    case 'fullySlashed':
    case 'promisedTwice':
    case 'sourcesDisagree':
    case 'remark':
      return 'ok';
    default:
      return finding satisfies never;
  }
}

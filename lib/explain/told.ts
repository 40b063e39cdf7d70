import type { Assessment } from '../risk/index.ts';
import type { Labels } from './say.ts';

/** What sentences need beside the figure or the finding they tell. */
export type Told = {
  readonly labels: Labels;
  /** Value of the deposit in wei, null where it is not known. */
  readonly deposit: bigint | null;
  /** How long leaving takes, in seconds; null ends are not known. */
  readonly exit: { readonly lo: bigint | null; readonly hi: bigint | null };
  /** The odds rest on guesses of the person's own, not on the bundled ones alone. */
  readonly ownGuesses: boolean;
};

/** For what is said of a request, where there is no deposit to speak of. */
export const NOTHING_TOLD: Told = {
  labels: {},
  deposit: null,
  exit: { lo: null, hi: null },
  ownGuesses: false,
};

function endsOf({ figures }: Assessment, id: 'exit' | 'deposit'): Told['exit'] {
  const value = figures.find((one) => one.id === id)?.value;
  return value?.kind === 'range' ? { lo: value.lo, hi: value.hi } : NOTHING_TOLD.exit;
}

/** What the sentences about one assessment have in common. */
export function toldOf(assessment: Assessment, labels: Labels, ownGuesses: boolean): Told {
  return {
    labels,
    deposit: endsOf(assessment, 'deposit').hi,
    exit: endsOf(assessment, 'exit'),
    ownGuesses: ownGuesses || assessment.findings.some((one) => one.kind === 'odds' && one.yours),
  };
}

import type { Part } from './explanation.ts';

type Term = Extract<Part, { kind: 'term' }>['term'];

/** One line for each word of the field. */
export const glossary: Readonly<Record<Term, string>> = {
  slashing: 'Taking away part of a stake as a penalty.',
  service: 'A service (AVS) that borrows the security of your stake and may slash it.',
  operator: 'Runs the machines for the services and decides which of them may slash the stake.',
};

const SHOWN: Readonly<Record<Term, string>> = {
  slashing: 'slashing',
  service: 'service (AVS)',
  operator: 'operator',
};

/** A word of the field, with its tooltip. */
export function term(word: Term): Part {
  return { kind: 'term', term: word, text: SHOWN[word] };
}

import type { Answer, Outcome } from './question.ts';

const order: readonly Outcome['state'][] = ['differs', 'unread', 'changed', 'told'];
const headings: Readonly<Record<Outcome['state'], string>> = {
  same: '',
  differs: 'Differs: the registry says one thing, the chain another',
  unread: 'Not read: nothing is known about these',
  changed: 'Changed since it was seen (such values may move)',
  told: 'Told by the chain',
};

/** What a node said, as text: what differs first, what is as claimed only counted. */
export function reportOf(node: string, answers: readonly Answer[]): string {
  const count = (state: Outcome['state']): number =>
    answers.filter(({ outcome }) => outcome.state === state).length;
  const lines = [
    `${node}: ${answers.length} facts asked, ${count('same')} as claimed, ${count('differs')} differ, ` +
      `${count('unread')} not read, ${count('changed')} changed, ${count('told')} told.`,
  ];
  for (const state of order) {
    const found = answers.filter(({ outcome }) => outcome.state === state);
    if (found.length > 0) lines.push('', headings[state], ...found.map(lineOf));
  }
  return `${lines.join('\n')}\n`;
}

function lineOf({ fact, evidence, outcome }: Answer): string {
  const said = 'now' in outcome ? `now ${outcome.now}` : 'why' in outcome ? outcome.why : '';
  // What a node says is printed: nothing but plain letters of it.
  return `  ${fact} [${evidence}]: ${said.replaceAll(/[^ -~]/g, '?').slice(0, 200)}`;
}

/** Whether anything is not as the registry says it. What could not be read is no agreement either. */
export function allHold(answers: readonly Answer[]): boolean {
  return answers.every(({ outcome }) => outcome.state !== 'differs' && outcome.state !== 'unread');
}

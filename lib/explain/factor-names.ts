import type { FactorId } from '../risk/index.ts';

/** How a factor is called: `title` in a list, `thing` after "We could not check". */
export const factorNames: Readonly<Record<FactorId, { readonly title: string; readonly thing: string }>> = {
  identity: { title: 'Site and contract', thing: 'this site and contract' },
  paused: { title: 'Paused', thing: 'if it is paused' },
  slashableNow: { title: 'Can be slashed today', thing: 'what can be slashed today' },
  noNotice: { title: 'Could become so without notice', thing: 'what could change without notice' },
  beforeExit: { title: 'Could become so before you are out', thing: 'what could change before you are out' },
  singleAvs: { title: 'Largest single service', thing: 'what one service could take' },
  singleOperator: { title: 'Largest single operator', thing: 'what one operator could do' },
  theftNoNotice: { title: 'Could be taken without notice', thing: 'what could be taken' },
  exit: { title: 'Time to get out', thing: 'how long it takes to get out' },
  upgradeDelay: { title: 'Warning before new code', thing: 'how fast the code can change' },
  operatorHhi: { title: 'Few operators', thing: 'how few operators hold the stake' },
  avsHhi: { title: 'Few services', thing: 'how few services can slash' },
  deposit: { title: 'Size of the deposit', thing: 'what this deposit is worth' },
};

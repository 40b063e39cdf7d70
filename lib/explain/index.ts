export { explain, type ExplainContext } from './explain.ts';
export type {
  BarPart,
  Explanation,
  FactorRow,
  GroupId,
  How,
  Level,
  Override,
  Part,
  Sentence,
  ServiceRow,
} from './explanation.ts';
export { GROUPS } from './factor-groups.ts';
export { factorNames } from './factor-names.ts';
export { glossary } from './glossary.ts';
export { noteWords } from './note-words.ts';
export { explainRequest, type Overall } from './overall.ts';
export { amountFigure, durationFigure, percentFigure, plain } from './plain.ts';
export { reasonWords } from './reason-words.ts';
export { say } from './say.ts';

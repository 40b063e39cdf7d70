export { detectOnAnyChain } from './any-chain.ts';
export { type AnswerLine, answerLine, depositLine } from './answer.ts';
export { besideWritten } from './beside.ts';
export type { Candidate } from './candidates.ts';
export type { Deposit, DepositKind, Note, NoteId } from './deposit.ts';
export { detect, type Detected } from './detect.ts';
export type { Found } from './find-deposits.ts';
export { depositsOfTrial, isTried, type TrialLog, type Tried } from './trial.ts';

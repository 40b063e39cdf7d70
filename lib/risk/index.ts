export type {
  Answer,
  CannotEvaluate,
  ExitRange,
  ListedFigures,
  PendingChange,
  PoolAnswer,
  Refused,
  StakeAnswer,
  WadRange,
  Worst,
} from './answer.ts';
export type { AssessInput, Assessment, Confidence, ServiceShare } from './assessment.ts';
export type { FactorId, FactorValue, Figure, How, IdentityFacts, Unit } from './figure.ts';
export type { Finding, FindingKind } from './finding.ts';
export { analyse } from './analyse.ts';
export { exitInterval } from './exit.ts';
export { assess, assessSnapshot } from './assess.ts';
export { isUnknown } from './confidence.ts';

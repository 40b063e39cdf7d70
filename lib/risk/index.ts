export type {
  Answer,
  CannotEvaluate,
  ExitRange,
  ListedFigures,
  Loss,
  LossFigures,
  LossRun,
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
export {
  ASSUMPTION_NAMES,
  type AssumptionName,
  assumptions,
  type Guesses,
  MATURITY,
  possibleGuess,
} from './assumptions.ts';
export { analyse, poolLoss } from './analyse.ts';
export { sfc32 } from './odds/sfc32.ts';
export { prepareOdds } from './odds/odds.ts';
export { exitInterval } from './exit.ts';
export { assess, assessSnapshot } from './assess.ts';
export { isUnknown } from './confidence.ts';
export { gammaOf, type GammaAnswer } from './attack/index.ts';
export {
  backingGap,
  beaconSlash,
  coverRatio,
  exitWindow,
  netLoss,
  pegDiscount,
  sellCost,
  solvency,
} from './formulas/index.ts';

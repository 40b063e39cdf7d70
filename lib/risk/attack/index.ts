export { type AttackedService, type AttackEdge, type AttackStudy, studyAttack } from './attack.ts';
export { gammaOf, type GammaAnswer } from './gamma.ts';
export { type KnownAttack, knownAttacks } from './known-attacks.ts';

export { type Refused, refuseContinue, STALE_MS, type Standing } from './answer.ts';
export { hashOf, type Held, LIFETIME_MS } from './held.ts';
export { hasRoom, repeatsOf, waiting, type WentBack, withBack } from './queue.ts';
export { type Decision, type HeldEvent, isOpen, type State, type Step, step } from './states.ts';

export type { CheckedView } from './checked-view.ts';
export * from './contract.ts';
export type { DepositView, ReviewView } from './review-view.ts';

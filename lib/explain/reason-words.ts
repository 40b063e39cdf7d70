import type { UnknownReason } from '../core/index.ts';

/** Why a figure is not known, one sentence each. */
export const reasonWords: Readonly<Record<UnknownReason, string>> = {
  'rpc-failed': 'No node gave an answer.',
  reverted: 'The contract would not answer.',
  starved: 'The read ran out of gas.',
  oversized: 'The answer was too long to take.',
  malformed: 'The answer was not in the form we know.',
  'not-reached': 'The read stopped before it got there.',
  'nodes-disagree': 'Two nodes gave different answers.',
  stale: 'The figures are too old.',
  'not-modelled': 'We have no model for this yet.',
  'no-source': 'Nothing we can read tells it.',
};

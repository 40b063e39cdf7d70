import type { Finding } from '../../risk/index.ts';
import type { Sentence } from '../explanation.ts';

/** What a finding says: one short reason for the list, and what there is to add. */
export type Said = { readonly reason: Sentence; readonly more: readonly Sentence[] };

/** One kind of finding. */
export type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

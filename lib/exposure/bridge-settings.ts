import type { Address } from '../core/index.ts';

import { addressAt, listAt, smallAt } from './words.ts';

/** Whose word a library of LayerZero takes for a message: all of the required, and so many of the optional. */
export type Settings = {
  readonly required: readonly Address[];
  readonly optional: readonly Address[];
  readonly threshold: number;
};

/** More than LayerZero's own library takes in one list. */
const MOST = 127;

/**
 * An answer of `getUlnConfig`: a pair of head words would be enough for an honest one, so the lists are taken within
 * the answer's real length and must be as long as the counts beside them say. Null: it is not of that shape.
 */
export function settingsOf(data: string): Settings | null {
  const counts = [2, 3, 4].map((n) => smallAt(data, n * 32));
  const [required, optional, threshold] = counts;
  if (smallAt(data, 0) !== 32 || required == null || optional == null || threshold == null) return null;
  const lists = [addresses(data, 4, required), addresses(data, 5, optional)];
  const [must, may] = lists;
  if (must == null || may == null || threshold > optional) return null;
  return { required: must, optional: may, threshold };
}

/** The list whose offset stands in word `index` of the struct, which starts after the first word. */
function addresses(data: string, index: number, count: number): Address[] | null {
  const list = listAt(data, 32, index, 32);
  if (list === null || list.n !== count || count > MOST) return null;
  const out: Address[] = [];
  for (let i = 0; i < list.n; i += 1) {
    const account = addressAt(data, list.at + 32 * i);
    if (account === null) return null;
    out.push(account);
  }
  return out;
}

/** A count of 255 in an app's own settings: none, whatever LayerZero's are. 0: as LayerZero sets it. */
const NONE = 255;

/**
 * Whether LayerZero itself can make do with fewer or other verifiers: where the app leaves the required ones to it, or
 * has none of its own and leaves the optional ones. `data` is an answer of `getAppUlnConfig`; null: not of its shape.
 */
export function leftToLayerZero(data: string): boolean | null {
  const [required, optional] = [smallAt(data, 64), smallAt(data, 96)];
  if (smallAt(data, 0) !== 32 || required === null || optional === null) return null;
  return required === 0 || (required === NONE && optional === 0);
}

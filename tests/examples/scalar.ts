import * as z from 'zod/mini';
import {
  backingGap,
  beaconSlash,
  coverRatio,
  exitWindow,
  netLoss,
  pegDiscount,
  sellCost,
  solvency,
} from '../../lib/risk/index.ts';

const fields = z.record(z.string(), z.unknown());
const amount = z.nullish(z.string().check(z.regex(/^-?[0-9]+$/)));
const seconds = z.nullish(z.int());
const flag = z.nullish(z.boolean());

type Fields = z.infer<typeof fields>;

/** An amount of a case; null: not known. */
function wei(from: Fields, key: string): bigint | null {
  const text = amount.parse(from[key]);
  return text === null || text === undefined ? null : BigInt(text);
}

function secs(from: Fields, key: string): bigint | null {
  const value = seconds.parse(from[key]);
  return value === null || value === undefined ? null : BigInt(value);
}

function number(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

/** A formula of amounts: unknown where one of them is. */
function ofAmounts<K extends string>(
  keys: readonly K[],
  formula: (get: (key: K) => bigint, from: Fields) => bigint | null,
): (from: Fields) => string | null {
  return (from) => {
    const values = new Map(keys.map((key) => [key, wei(from, key)]));
    if ([...values.values()].includes(null)) return null;
    return formula((key) => values.get(key) ?? 0n, from)?.toString() ?? null;
  };
}

/** The single formulas of §3.8 to §3.11 by the names that the examples use. */
const OPS: Readonly<Record<string, (from: Fields) => unknown>> = {
  pegDiscount: ofAmounts(['marketWad', 'rateWad'], (get) =>
    pegDiscount({ marketWad: get('marketWad'), rateWad: get('rateWad') }),
  ),
  sellCost: ofAmounts(['inLrtWei', 'outWei', 'rateWad'], (get) =>
    sellCost({ inLrtWei: get('inLrtWei'), outWei: get('outWei'), rateWad: get('rateWad') }),
  ),
  backingGap: ofAmounts(['backingWei', 'supplyWei', 'rateWad'], (get) =>
    backingGap({ backingWei: get('backingWei'), supplyWei: get('supplyWei'), rateWad: get('rateWad') }),
  ),
  coverRatio: ofAmounts(['lossPoolWei', 'availableWei'], (get, from) =>
    coverRatio({
      lossPoolWei: get('lossPoolWei'),
      availableWei: get('availableWei'),
      perilNamed: flag.parse(from['perilNamed']) ?? null,
    }),
  ),
  solvency: ofAmounts(['availableWei', 'outstandingWei'], (get) =>
    solvency({ availableWei: get('availableWei'), outstandingWei: get('outstandingWei') }),
  ),
  netLoss: ofAmounts(['lossWei', 'coverRatioWad'], (get) =>
    netLoss({ lossWei: get('lossWei'), coverRatioWad: get('coverRatioWad') }),
  ),
  beaconSlash: ofAmounts(['slashedWei', 'totalStakedWei'], (get) =>
    beaconSlash({ slashedWei: get('slashedWei'), totalStakedWei: get('totalStakedWei') }),
  ),
  exitWindow: (from) => {
    const { lo, hi } = exitWindow({
      upgradeDelaySecs: secs(from, 'upgradeDelaySecs'),
      exitLoSecs: secs(from, 'exitLoSecs'),
      exitHiSecs: secs(from, 'exitHiSecs'),
    });
    return { loSecs: number(lo), hiSecs: number(hi) };
  },
};

/** One case of fn `scalar`. @throws where nobody has heard of its `op`, or an input is malformed */
export function scalar(input: unknown): unknown {
  const from = fields.parse(input);
  const op = z.string().parse(from['op']);
  const formula = Object.hasOwn(OPS, op) ? OPS[op] : undefined;
  if (formula === undefined) throw new Error(`unknown op ${op}`);
  return formula(from);
}

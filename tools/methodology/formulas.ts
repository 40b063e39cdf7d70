import {
  backingGap,
  beaconSlash,
  coverRatio,
  exitWindow,
  netLoss,
  pegDiscount,
  sellCost,
  solvency,
} from '../../lib/risk/formulas/index.ts';
import * as z from 'zod/mini';
import { asPercent, asDays, asEth } from './format.ts';

const wei = z.pipe(
  z.string().check(z.regex(/^\d+$/)),
  z.transform((text: string) => BigInt(text)),
);
const secs = z.pipe(
  z.int(),
  z.transform((whole: number) => BigInt(whole)),
);

const oneCase = z.discriminatedUnion('op', [
  z.object({ op: z.literal('pegDiscount'), marketWad: wei, rateWad: wei }),
  z.object({ op: z.literal('sellCost'), inLrtWei: wei, outWei: wei, rateWad: wei }),
  z.object({ op: z.literal('backingGap'), backingWei: wei, supplyWei: wei, rateWad: wei }),
  z.object({ op: z.literal('coverRatio'), lossPoolWei: wei, availableWei: wei, perilNamed: z.boolean() }),
  z.object({ op: z.literal('solvency'), availableWei: wei, outstandingWei: wei }),
  z.object({ op: z.literal('netLoss'), lossWei: wei, coverRatioWad: wei }),
  z.object({ op: z.literal('beaconSlash'), slashedWei: wei, totalStakedWei: wei }),
  z.object({ op: z.literal('exitWindow'), upgradeDelaySecs: secs, exitLoSecs: secs, exitHiSecs: secs }),
]);

/** One formula on one case: its name, the case in words, and what comes out. */
export type FormulaRow = { readonly name: string; readonly given: string; readonly found: string };

function share(wad: bigint | null, round: 'up' | 'down' = 'up'): string {
  return wad === null ? 'not known' : asPercent(wad, round);
}

function signedDays(value: bigint | null): string {
  if (value === null) return 'not known';
  return `${value < 0n ? '−' : ''}${asDays(value < 0n ? -value : value)}`;
}

/** @throws where the case is of no formula of the model */
export function formulaOf(input: unknown): FormulaRow {
  const one = oneCase.parse(input);
  switch (one.op) {
    case 'pegDiscount':
      return {
        name: 'Price below its worth',
        given: `market ${asEth(one.marketWad)}, rate ${asEth(one.rateWad)}`,
        found: share(pegDiscount(one)),
      };
    case 'sellCost':
      return {
        name: 'Cost of selling',
        given: `${asEth(one.inLrtWei)} tokens sell for ${asEth(one.outWei)} ETH, rate ${asEth(one.rateWad)}`,
        found: share(sellCost(one)),
      };
    case 'backingGap':
      return {
        name: 'Claims without assets',
        given: `${asEth(one.backingWei)} ETH behind ${asEth(one.supplyWei)} tokens, rate ${asEth(one.rateWad)}`,
        found: share(backingGap(one)),
      };
    case 'coverRatio':
      return {
        name: 'Cover for slashing',
        given: `${asEth(one.availableWei)} ETH for a loss of ${asEth(one.lossPoolWei)}, slashing ${one.perilNamed ? 'named' : 'not named'}`,
        found: share(coverRatio(one), 'down'),
      };
    case 'solvency':
      return {
        name: 'Cover held against promised',
        given: `${asEth(one.availableWei)} ETH held, ${asEth(one.outstandingWei)} promised`,
        found: share(solvency(one), 'down'),
      };
    case 'netLoss': {
      const left = netLoss(one);
      return {
        name: 'Loss after cover',
        given: `a loss of ${asEth(one.lossWei)} ETH, ${asPercent(one.coverRatioWad, 'down')} of it covered`,
        found: left === null ? 'not known' : `${asEth(left)} ETH`,
      };
    }
    case 'beaconSlash':
      return {
        name: 'Penalty by Ethereum',
        given: `${asEth(one.slashedWei)} of ${asEth(one.totalStakedWei)} ETH slashed together`,
        found: share(beaconSlash(one)),
      };
    case 'exitWindow': {
      const { lo, hi } = exitWindow(one);
      return {
        name: 'Warning minus time to get out',
        given: `delay ${asDays(one.upgradeDelaySecs)} days, leaving takes ${asDays(one.exitLoSecs)} to ${asDays(one.exitHiSecs)}`,
        found: `${signedDays(lo)} to ${signedDays(hi)} days`,
      };
    }
    default:
      return one satisfies never;
  }
}

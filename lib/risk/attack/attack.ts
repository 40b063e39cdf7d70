import { mulDivDown, mulDivUp, WAD } from '../../core/index.ts';

/** A service that could be attacked. Null: not known. */
export type AttackedService = {
  readonly id: string;
  /** Share of its stake that an attacker needs, 1e18 = 100 %. */
  readonly alphaWad: bigint | null;
  /** What a successful attack earns. */
  readonly profitWei: bigint | null;
};

/** Stake of one operator that one service can slash. */
export type AttackEdge = { readonly operator: string; readonly service: string; readonly stakeWei: bigint };

export type AttackStudy = {
  /** False: some profit or threshold is not known; then `gamma` is an upper bound only. */
  readonly complete: boolean;
  /** Stake an attacker puts at risk, by service; null where the threshold is not known. Rounded down. */
  readonly breakEvenWei: Readonly<Record<string, bigint | null>>;
  /** The operator with the least slack; of equals the smallest id. Null: no operator has anything to gain. */
  readonly worstOperator: string | null;
  /** Least slack of any operator; negative where attacks may pay. Null: nothing bounds it. */
  readonly gamma: number | null;
  /** A sudden loss of a share of all stake cannot end in this many times as much. Null: no bound can be given. */
  readonly lossMultiplierBound: number | null;
};

/** Digits kept while reciprocals are summed; far beyond what a float can show. */
const SCALE = 10n ** 36n;

type Weighed = AttackedService & { readonly stakeWei: bigint };

function weigh(services: readonly AttackedService[], edges: readonly AttackEdge[]): Map<string, Weighed> {
  const weighed = new Map<string, Weighed>(services.map((one) => [one.id, { ...one, stakeWei: 0n }]));
  for (const { service, stakeWei } of edges) {
    // A service that nobody described has a threshold and a profit that nobody knows.
    const one = weighed.get(service) ?? { id: service, alphaWad: null, profitWei: null, stakeWei: 0n };
    weighed.set(service, { ...one, stakeWei: one.stakeWei + stakeWei });
  }
  return weighed;
}

function breakEven({ alphaWad, stakeWei }: Weighed): bigint | null {
  return alphaWad === null ? null : mulDivDown(alphaWad, stakeWei, WAD);
}

/** profit / (alpha * stake), scaled and rounded up; null: it takes nothing and pays something. Unknown counts 0. */
function pressure({ alphaWad, profitWei, stakeWei }: Weighed): bigint | null {
  if (profitWei === null || alphaWad === null || profitWei === 0n) return 0n;
  const cost = alphaWad * stakeWei;
  return cost === 0n ? null : mulDivUp(profitWei * WAD, SCALE, cost);
}

/** Pressure on each operator, from the services that can slash any of its stake. */
function pressures(weighed: ReadonlyMap<string, Weighed>, edges: readonly AttackEdge[]) {
  const served = new Map<string, Set<string>>();
  for (const { operator, service, stakeWei } of edges) {
    // Without stake there is nothing an operator could lose, nor anything that makes it one of the service's.
    if (stakeWei > 0n) served.set(operator, (served.get(operator) ?? new Set()).add(service));
  }
  return [...served].map(([operator, services]) => {
    let total: bigint | null = 0n;
    for (const id of services) {
      const one = weighed.get(id);
      const more = one === undefined ? 0n : pressure(one);
      total = total === null || more === null ? null : total + more;
    }
    return { operator, total };
  });
}

/** a / b as a float; `b` above 0. */
function ratio(a: bigint, b: bigint): number {
  return Number((a * SCALE) / b) / Number(SCALE);
}

function heavier(a: bigint | null, b: bigint | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a > b ? -1 : 1;
}

function slackOf(total: bigint | null): Pick<AttackStudy, 'gamma' | 'lossMultiplierBound'> {
  if (total === null) return { gamma: -1, lossMultiplierBound: null };
  if (total === 0n) return { gamma: null, lossMultiplierBound: null };
  const left = SCALE - total;
  return { gamma: ratio(left, total), lossMultiplierBound: left > 0n ? 1 + ratio(total, left) : null };
}

/**
 * Attack economics (§3.5, after Durvasula and Roughgarden, arXiv 2407.21785): per service the break-even
 * floor(alpha * stake), per operator gamma = 1 / sum of profit / (alpha * stake) - 1, and the least of these.
 * Above 0 it bounds losses by 1 + 1/gamma times the first shock, but only where every profit is known.
 * An edge without stake counts for nothing. Amounts in wei; gamma is rounded towards danger.
 */
export function studyAttack(services: readonly AttackedService[], edges: readonly AttackEdge[]): AttackStudy {
  const weighed = weigh(services, edges);
  const all = [...weighed.values()];
  const complete = all.every(({ alphaWad, profitWei }) => alphaWad !== null && profitWei !== null);
  const [worst] = pressures(weighed, edges).sort(
    (a, b) => heavier(a.total, b.total) || (a.operator < b.operator ? -1 : 1),
  );
  const slack = slackOf(worst === undefined ? 0n : worst.total);
  return {
    complete,
    breakEvenWei: Object.fromEntries(all.map((one) => [one.id, breakEven(one)])),
    worstOperator: worst === undefined || worst.total === 0n ? null : worst.operator,
    gamma: slack.gamma,
    lossMultiplierBound: complete ? slack.lossMultiplierBound : null,
  };
}

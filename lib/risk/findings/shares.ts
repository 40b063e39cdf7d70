import { WAD } from '../../core/index.ts';
import type { PoolAnswer, StakeAnswer } from '../answer.ts';
import { poolCoverage } from '../confidence.ts';
import { type Facts, poolIn, stakeIn } from '../facts.ts';
import { readingOf } from '../factors/readings.ts';
import { poolStudy, stakeStudies, worstStudy } from '../factors/studies.ts';
import type { Finding } from '../finding.ts';
import { poolShares } from '../pool-shares.ts';
import { worstService } from '../services.ts';
import { worstPair } from './worst-pair.ts';

/** Who could take how much (sentences 1 to 4). Ids that start with `?` stand for nobody in particular. */
function ofStake(stake: StakeAnswer, facts: Facts): Finding[] {
  const found: Finding[] = [];
  const [now, noNotice] = [BigInt(stake.slashableNow.hiWad), BigInt(stake.noNotice.hiWad)];
  const study = worstStudy(facts, 'now');
  const depositWei = study?.snapshot.deposit ?? null;
  const reach = stake.worstOperatorNoNotice;
  const service = worstService(facts);
  if (service !== null)
    found.push({ kind: 'worstService', avs: service.avs, hiWad: service.hiWad, depositWei });
  if (now > 0n) found.push({ kind: 'allServices', hiWad: now });
  const pair = worstPair(stakeStudies(facts));
  if (pair !== null) found.push({ kind: 'worstPair', ...pair, depositWei });
  if (reach !== null && noNotice > now && !reach.id.startsWith('?'))
    found.push({
      kind: 'noWarning',
      operator: reach.id,
      hiWad: BigInt(reach.hiWad),
      nothingToday: now === 0n,
    });
  return found;
}

/** The same of a pooled vault: its promises are per network and operator already. */
function ofPool({ worstNetwork, slashableNow, restakingDegreeWad }: PoolAnswer, facts: Facts): Finding[] {
  const snapshot = poolStudy(facts)?.snapshot;
  const pool = snapshot?.pool ?? 0n;
  if (snapshot === undefined || pool === 0n) return [];
  const depositWei = snapshot.deposit;
  const found: Finding[] = [];
  if (worstNetwork !== null && !worstNetwork.id.startsWith('?'))
    found.push({ kind: 'worstService', avs: worstNetwork.id, hiWad: BigInt(worstNetwork.wad), depositWei });
  const all = BigInt(slashableNow.hiWad);
  if (all > 0n) found.push({ kind: 'allServices', hiWad: all });
  const sums = new Map<string, { avs: string; operator: string; wei: bigint }>();
  for (const { network, operator, stake } of snapshot.stakes ?? []) {
    const key = JSON.stringify([network, operator]);
    const before = sums.get(key)?.wei ?? 0n;
    sums.set(key, { avs: network, operator, wei: before + stake });
  }
  const [top] = [...sums.values()].sort((a, b) => (a.wei === b.wei ? 0 : a.wei > b.wei ? -1 : 1));
  if (top !== undefined && top.wei > 0n && all > 0n) {
    const hiWad = poolShares(pool, snapshot).up(top.wei);
    found.push({ kind: 'worstPair', avs: top.avs, operator: top.operator, hiWad, depositWei });
  }
  const degreeWad = BigInt(restakingDegreeWad);
  if (degreeWad > WAD) found.push({ kind: 'promisedTwice', degreeWad });
  return [...found, ...joiningFindings(facts)];
}

/** What somebody who joins a pool should know: slashes asked for already, promises that can change, gaps in the list. */
function joiningFindings(facts: Facts): Finding[] {
  const snapshot = poolStudy(facts)?.snapshot;
  if (snapshot === undefined || snapshot.joining === null) return [];
  const found: Finding[] = [];
  const [count, share] = [readingOf(facts, 'pendingSlashes'), readingOf(facts, 'pendingSlashWad')];
  if (count.status === 'known' && count.value > 0n && share.status === 'known')
    found.push({
      kind: 'pendingSlash',
      count: count.value,
      hiWad: share.value,
      depositWei: snapshot.deposit,
    });
  if (snapshot.slasher !== 'none') found.push({ kind: 'promisesChange' });
  const coverageWad = poolCoverage(facts);
  return coverageWad < WAD ? [...found, { kind: 'untraced', coverageWad }] : found;
}

/** Operator sets that surely pay out what they slash of this stake, as `avs#set` in lower case. */
function payingSets(facts: Facts): ReadonlySet<string> {
  const books = stakeStudies(facts).flatMap(({ snapshot }) =>
    [...snapshot.operators.values()].flatMap((operator) => [...operator.books.values()]),
  );
  const allocations = books.flatMap((book) => book.allocations ?? []);
  return new Set(
    allocations.flatMap(({ redistributing, setId }) =>
      redistributing === true ? [setId.toLowerCase()] : [],
    ),
  );
}

/** Slashed stake that is paid to somebody (sentence 7): named where every set that pays out pays the same one. */
function redistributes(stake: StakeAnswer, facts: Facts): Finding[] {
  if (BigInt(stake.redistributableNow.loWad) === 0n) return [];
  const sets = facts.exposure?.sets ?? [];
  const recipients = new Set(
    [...payingSets(facts)].map((id) => {
      const to = sets.find(({ avs, set }) => `${avs}#${set}`.toLowerCase() === id)?.redistributionRecipient;
      return to?.status === 'known' ? to.value : null;
    }),
  );
  const [only] = [...recipients];
  return [{ kind: 'redistributes', recipient: recipients.size === 1 ? (only ?? null) : null }];
}

/** Everything about what could be taken, by whom, and how much of it nobody could trace. */
export function shareFindings(facts: Facts): Finding[] {
  const [stake, pool] = [stakeIn(facts), poolIn(facts)];
  if (pool !== null) return ofPool(pool, facts);
  if (stake === null) return [];
  const coverageWad = BigInt(stake.coverageWad);
  return [
    ...ofStake(stake, facts),
    ...redistributes(stake, facts),
    ...stake.fullySlashed.map((one): Finding => ({ kind: 'fullySlashed', ...one })),
    ...(coverageWad < WAD ? [{ kind: 'untraced', coverageWad } as const] : []),
    ...(stakeStudies(facts).some(({ whole }) => whole.disagree)
      ? [{ kind: 'sourcesDisagree' } as const]
      : []),
  ];
}

import { min, WAD } from '../../core/index.ts';
import type { PendingChange, StakeAnswer } from '../answer.ts';
import { type Facts, stakeIn } from '../facts.ts';
import { exitValue } from '../factors/exit.ts';
import { blockTime } from '../factors/readings.ts';
import { stakeStudies, worstStudy } from '../factors/studies.ts';
import type { Finding } from '../finding.ts';
import { shareUp } from '../stake/whole.ts';

/** Announced dates that are told one by one: the soonest always, and of the others the largest. */
const TOLD = 3;

type CanLeave = PendingChange['canLeaveFirst'];

/** Where two changes land in one block, the worse answer holds for both. */
function worse(a: CanLeave, b: CanLeave): CanLeave {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
}

/** No one can promise an upper end that only a bundled range stands behind (§5): out first is then not sure. */
function promised(canLeave: CanLeave, { exposure }: Facts): CanLeave {
  return canLeave === 'yes' && exposure?.exitUpperEndIsAssumed === true ? 'unknown' : canLeave;
}

/** Growth that takes effect in the same block is one change to a person. */
function scheduled(stake: StakeAnswer, facts: Facts): Finding[] {
  const snapshot = worstStudy(facts, 'now')?.snapshot;
  if (snapshot === undefined) return [];
  const time = blockTime(facts);
  const byBlock = new Map<number, { addWad: bigint; canLeaveFirst: CanLeave }>();
  for (const { effectBlock, addWad, canLeaveFirst } of stake.pending) {
    const before = byBlock.get(effectBlock) ?? { addWad: 0n, canLeaveFirst: 'yes' };
    const sum = before.addWad + BigInt(addWad);
    byBlock.set(effectBlock, {
      addWad: sum > WAD ? WAD : sum,
      canLeaveFirst: worse(before.canLeaveFirst, promised(canLeaveFirst, facts)),
    });
  }
  for (const [effectBlock, wad] of ofUntraced(facts)) {
    const change = byBlock.get(effectBlock);
    if (change !== undefined) byBlock.set(effectBlock, { ...change, addWad: min(WAD, change.addWad + wad) });
  }
  const changes = [...byBlock].map(([effectBlock, change]): Scheduled => {
    const inSecs = (BigInt(effectBlock) - snapshot.now) * snapshot.blockSeconds;
    // The first block the deposit can be in is the one after the block that was read.
    const at = time.status === 'known' ? time.value + snapshot.blockSeconds + inSecs : null;
    return { kind: 'scheduled', ...change, effectBlock, inSecs, at };
  });
  return told(changes);
}

/**
 * What each change would add at most of stake whose value is not known, as a share of the whole. The answer's own
 * entries leave that out (§2.1); a sentence that did so would call it nothing.
 */
function ofUntraced(facts: Facts): ReadonlyMap<number, bigint> {
  const byBlock = new Map<number, bigint>();
  for (const { tally, whole } of stakeStudies(facts))
    for (const { allocation, untracedWei } of tally.growth) {
      const block = Number(allocation.effectBlock);
      if (untracedWei > 0n) byBlock.set(block, (byBlock.get(block) ?? 0n) + shareUp(whole, untracedWei));
    }
  return byBlock;
}

type Scheduled = Finding & { readonly kind: 'scheduled' };

/** The soonest date first, then the largest of the others, and how many more there are. */
function told(changes: readonly Scheduled[]): Finding[] {
  const [soonest, ...others] = changes.toSorted((a, b) => a.effectBlock - b.effectBlock);
  if (soonest === undefined) return [];
  const largest = others.toSorted((a, b) => (a.addWad === b.addWad ? 0 : a.addWad > b.addWad ? -1 : 1));
  const count = changes.length - TOLD;
  return [
    soonest,
    ...largest.slice(0, TOLD - 1),
    ...(count > 0 ? [{ kind: 'scheduledMore', count } as const] : []),
  ];
}

/** No operator needs to give more warning than the configuration delay (§3.6, key sentence). */
function exitOutlastsWarning(stake: StakeAnswer, facts: Facts): Finding[] {
  const snapshot = worstStudy(facts, 'now')?.snapshot;
  const delay = snapshot?.configurationDelay ?? null;
  const exitLoSecs = BigInt(stake.exit.loSecs);
  if (snapshot === undefined || delay === null || exitLoSecs <= delay * snapshot.blockSeconds) return [];
  return [{ kind: 'exitOutlastsWarning', exitLoSecs }];
}

/** New code can be in force before a person is out (sentence 10); a way out without an end is never fast enough. */
function upgradeBeforeExit(facts: Facts): Finding[] {
  const [delay, exit] = [facts.exposure?.upgradeDelaySecs, exitValue(facts)];
  if (delay?.status !== 'known' || exit.kind !== 'range') return [];
  if (exit.hi !== null && delay.value >= exit.hi) return [];
  return [{ kind: 'upgradeBeforeExit', delaySecs: delay.value, exitHiSecs: exit.hi }];
}

/** Everything about how soon it gets worse, and whether one is out before. */
export function timingFindings(facts: Facts): Finding[] {
  const stake = stakeIn(facts);
  return [
    ...(stake === null ? [] : [...scheduled(stake, facts), ...exitOutlastsWarning(stake, facts)]),
    ...upgradeBeforeExit(facts),
  ];
}

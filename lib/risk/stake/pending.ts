import type { PendingChange } from '../answer.ts';
import type { Horizon } from './claims.ts';
import type { Growth, Tally } from './tally.ts';
import { shareUp, type Whole } from './whole.ts';

/** Inclusive: a withdrawal is still slashable in its last block (§3.2). */
function canLeaveFirst(inBlocks: bigint, exit: Horizon, exitKnown: boolean): PendingChange['canLeaveFirst'] {
  if (inBlocks <= exit.low) return 'no';
  return exitKnown && inBlocks > exit.high ? 'yes' : 'unknown';
}

function compare(a: PendingChange, b: PendingChange): number {
  if (a.effectBlock !== b.effectBlock) return a.effectBlock - b.effectBlock;
  if (a.operator !== b.operator) return a.operator < b.operator ? -1 : 1;
  if (a.avs !== b.avs) return a.avs < b.avs ? -1 : 1;
  return a.set - b.set;
}

/** Every announced growth, soonest first, with whether a person who asks to leave today is out before it. */
export function pendingChanges(
  whole: Whole,
  tally: Tally,
  now: bigint,
  exit: { readonly blocks: Horizon; readonly known: boolean },
): PendingChange[] {
  const entry = ({ operator, strategy, allocation, wei }: Growth): PendingChange => ({
    operator,
    strategy,
    avs: allocation.avs,
    set: allocation.set,
    effectBlock: Number(allocation.effectBlock),
    addWad: String(shareUp(whole, wei)),
    canLeaveFirst: canLeaveFirst(allocation.effectBlock - now, exit.blocks, exit.known),
  });
  return tally.growth.map(entry).sort(compare);
}

import type { Address } from '../core/index.ts';

import { busySets } from './decode.ts';
import type { Caps } from './plan.ts';
import type { Ask, Raw } from './request.ts';
import { Seen } from './seen.ts';
import { registrationSlot } from './slots.ts';
import { type SetKey, views } from './views.ts';
import { address0, value0 } from './words.ts';

export type SetAnswers = {
  readonly set: SetKey;
  readonly strategies: Raw | undefined;
  readonly redistributing: Raw | undefined;
  readonly recipient: Raw | undefined;
  readonly slasher: Raw | undefined;
  readonly pendingSlasher: Raw | undefined;
  readonly slashCount: Raw | undefined;
  readonly slasherCode: Raw | undefined;
};
export type MemberAnswers = {
  readonly operator: Address;
  readonly set: SetKey;
  readonly member: Raw | undefined;
  readonly slashable: Raw | undefined;
  /** Storage slot 158, asked for tails alone. */
  readonly registration: Raw | undefined;
};

/** Asks the sets in which something is allocated, who their members are, and who can slash. */
export async function askSets(
  am: Address,
  pairs: readonly { readonly operator: Address; readonly allocations: Raw | undefined }[],
  ask: Ask,
  caps: Caps,
): Promise<{ sets: SetAnswers[]; members: MemberAnswers[] }> {
  const sets = new Seen<SetKey>(caps.sets);
  const members = new Seen<{ operator: Address; set: SetKey }>(caps.members);
  for (const { operator, allocations } of pairs) {
    for (const set of busySets(allocations)) {
      sets.add(`${set.avs}#${set.id}`, set);
      members.add(`${operator}#${set.avs}#${set.id}`, { operator, set });
    }
  }
  const ask6 = [
    views.strategiesInSet,
    views.isRedistributing,
    views.redistributionRecipient,
    views.slasher,
    views.pendingSlasher,
    views.slashCount,
  ];
  const answers = await ask([
    ...sets.list.flatMap((set) => ask6.map((view) => view(am, set))),
    ...members.list.map(({ operator, set }) => views.isMember(am, operator, set)),
  ]);
  const member = answers.slice(sets.list.length * 6);
  const tails = await askTails(am, members.list, member, ask);
  const codes = await askCodes(
    sets.list.map((_, i) => address0(answers[i * 6 + 3])),
    ask,
  );
  return {
    sets: sets.list.map((set, i) => ({
      set,
      strategies: answers[i * 6],
      redistributing: answers[i * 6 + 1],
      recipient: answers[i * 6 + 2],
      slasher: answers[i * 6 + 3],
      pendingSlasher: answers[i * 6 + 4],
      slashCount: answers[i * 6 + 5],
      slasherCode: codes[i],
    })),
    members: members.list.map((entry, i) => ({
      ...entry,
      member: member[i],
      slashable: tails[i]?.slashable,
      registration: tails[i]?.registration,
    })),
  };
}

/** Who is no member, or not known to be one, may still be slashable for a while. */
async function askTails(
  am: Address,
  members: readonly { operator: Address; set: SetKey }[],
  member: readonly Raw[],
  ask: Ask,
): Promise<{ slashable: Raw | undefined; registration: Raw | undefined }[]> {
  const open = members.map((_, i) => value0(member[i]) !== 1n);
  const asked = members.filter((_, i) => open[i]);
  const slashable = await ask(asked.map(({ operator, set }) => views.isSlashable(am, operator, set)));
  const tails = asked.filter((_, i) => value0(slashable[i]) === 1n);
  const slots = await ask(
    tails.map(({ operator, set }) => ({
      kind: 'slot' as const,
      to: am,
      slot: registrationSlot(operator, set),
    })),
  );
  return members.map((entry) => {
    const i = asked.indexOf(entry);
    const at = tails.indexOf(entry);
    return { slashable: i < 0 ? undefined : slashable[i], registration: at < 0 ? undefined : slots[at] };
  });
}

async function askCodes(slashers: readonly (Address | null)[], ask: Ask): Promise<(Raw | undefined)[]> {
  const asked = slashers.filter((slasher) => slasher !== null);
  const answers = (await ask(asked.map((to) => ({ kind: 'code' as const, to }))))[Symbol.iterator]();
  return slashers.map((slasher) => (slasher === null ? undefined : answers.next().value));
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Address, Hex } from '../../lib/core/index.ts';
import type { Exposure } from '../../lib/exposure/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { EIGENLAYER } from '../../tools/chain/eigenlayer-state.ts';
import { type Answer, behave, type Behaviour, MALFORMED, view } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import { depositOf, read, said, withoutLens } from './exposure-support.ts';

const WITHDRAW_QUEUE: Address = '0x5efc9D10E42FB517456f4ac41EB5e2eBe42C8918';
const MANAGER: Address = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';

const modes: Readonly<Record<string, Behaviour>> = {
  reverts: { kind: 'revert' },
  'reverts with 1 MB': { kind: 'revert-flood', size: 1_000_000 },
  'answers 1 MB': { kind: 'flood', size: 1_000_000 },
  'loops for ever': { kind: 'loop' },
  'runs into an invalid instruction': { kind: 'invalid' },
  'calls itself': { kind: 'recurse' },
  'answers nothing': { kind: 'return', data: MALFORMED.nothing },
};
const lists: Readonly<Record<string, Behaviour>> = {
  ...modes,
  'claims 2^256 elements': { kind: 'return', data: MALFORMED.endlessArray },
  'gives a wild offset': { kind: 'return', data: MALFORMED.wildOffset },
  'gives an offset that goes backwards': { kind: 'return', data: MALFORMED.backwardsOffset },
};

let chain: Chain;
let honest: Exposure;

beforeAll(async () => {
  chain = await startChain({ world: 'renzo' });
  honest = await read(depositOf('renzo'), [createNode(chain.url)]);
});
afterAll(() => chain.stop());

/** Reads while one question of one contract is answered otherwise. */
async function under(address: Address, answer: Answer, node = createNode(chain.url)): Promise<Exposure> {
  return underAll(address, [answer], node);
}

async function underAll(address: Address, answers: readonly Answer[], node = createNode(chain.url)) {
  const id = await chain.test.snapshot();
  await chain.answer(address, answers);
  try {
    return await read(depositOf('renzo'), [node]);
  } finally {
    await chain.test.revert({ id });
  }
}

/** Names of the figures that are not what they honestly are. */
function changed(exposure: Exposure): string[] {
  return Object.keys(honest.figures).filter(
    (name) => JSON.stringify(exposure.figures[name], text) !== JSON.stringify(honest.figures[name], text),
  );
}

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** Books of the model's input that cannot be read. */
function hidden(exposure: Exposure): string[] {
  return (exposure.snapshots[0]?.operators ?? []).flatMap(({ id, books }) =>
    books.flatMap(({ strategy, allocations }) => (allocations === null ? [`${id} ${strategy}`] : [])),
  );
}

describe.each(Object.entries(modes))('a view that %s', (_, behaviour) => {
  it('leaves its own figure unknown and no other', async () => {
    const exposure = await under(WITHDRAW_QUEUE, behave('function coolDownPeriod()', behaviour));
    expect(changed(exposure)).toEqual(['queueMinSecs', 'queueMaxSecs']);
    expect(exposure.figures['queueMaxSecs']?.status).toBe('unknown');
    expect(exposure.snapshots[0]?.exit?.queue?.maxSecs).toBeNull();
    expect({ ...exposure.snapshots[0], exit: null }).toEqual({ ...honest.snapshots[0], exit: null });
  });

  it('never turns a pause that cannot be read into "not paused"', async () => {
    const exposure = await under(MANAGER, behave('function paused()', behaviour));
    expect(exposure.depositsPaused.status).toBe('unknown');
    expect(changed(exposure)).toEqual([]);
  });

  it('does not take the way out of a total that can be worked out otherwise', async () => {
    const exposure = await under(MANAGER, behave('function calculateTVLs()', behaviour));
    expect(exposure.figures['totalWei']).toMatchObject({
      status: 'known',
      value: honest.figures['totalWei']?.status === 'known' ? honest.figures['totalWei'].value : null,
    });
    expect(JSON.stringify(exposure.figures['totalWei'], text)).toContain('fallback');
  });
});

describe.each(Object.entries(lists))('a list that %s', (_, behaviour) => {
  it('hides one book and leaves the others', async () => {
    const first = honest.snapshots[0]?.operators[0];
    const strategy = first?.books[0]?.strategy;
    if (first === undefined || strategy === undefined) throw new Error('no book');
    const asked = 'function getStrategyAllocations(address,address)';
    const answer = behave(asked, behaviour, [first.id, strategy]);
    const exposure = await under(EIGENLAYER.allocationManager, answer);
    expect(hidden(exposure)).toEqual([`${first.id} ${strategy}`]);
    expect(exposure.evidence.unread.some(({ figure }) => figure.includes('book of'))).toBe(true);
    expect(changed(exposure)).toEqual([]);
  });

  it('makes what waits in a queue unknown and never nothing', async () => {
    const staker = chain.world.expected.stakers[1];
    if (staker === undefined) throw new Error('no staker');
    const answer = behave('function getQueuedWithdrawals(address)', behaviour, [staker]);
    const exposure = await under(EIGENLAYER.delegationManager, answer);
    const unknown = (exposure.snapshots[0]?.queued ?? []).filter(({ valueWei }) => valueWei === null);
    expect(unknown).toHaveLength(1);
    expect(exposure.figures['tracedWei']?.status).toBe('unknown');
  });

  it('is read alike through rounds', async () => {
    const staker = chain.world.expected.stakers[2];
    if (staker === undefined) throw new Error('no staker');
    const answer = behave('function getDepositedShares(address)', behaviour, [staker]);
    const byLens = await under(EIGENLAYER.delegationManager, answer);
    const byRounds = await under(EIGENLAYER.delegationManager, answer, withoutLens(chain.url));
    expect(said(byRounds).snapshots).toEqual(said(byLens).snapshots);
    expect(changed(byRounds)).toEqual(changed(byLens));
  });
});

describe('a token that lies about its stakers', () => {
  const uint = 'view returns (uint256)';

  it('claims ten thousand: as many as fit are asked, the rest is said to be left', async () => {
    const exposure = await under(MANAGER, view(`function getOperatorDelegatorsLength() ${uint}`, 10_000n));
    expect(exposure.remarks.join()).toContain('contracts that hold stake were not looked at');
    expect(exposure.figures['tracedWei']?.status).toBe('unknown');
  });

  it('names one twice: it is counted once', async () => {
    const [first] = chain.world.expected.stakers;
    if (first === undefined) throw new Error('no staker');
    const answer = view('function operatorDelegators(uint256) view returns (address)', first, [1n]);
    const exposure = await under(MANAGER, answer);
    const lines = exposure.snapshots[0]?.lines ?? [];
    const own = honest.snapshots[0]?.lines.length ?? 0;
    expect(lines.length).toBe(own - 2);
  });

  it('has a staker that is its own operator: it is an operator like any other', async () => {
    const [first] = chain.world.expected.stakers;
    if (first === undefined) throw new Error('no staker');
    const answer = view('function delegatedTo(address) view returns (address)', first, [first]);
    const exposure = await under(EIGENLAYER.delegationManager, answer);
    const operator = exposure.snapshots[0]?.operators.find(({ id }) => id === first.toLowerCase());
    expect(operator).toBeDefined();
    expect(exposure.snapshots[0]?.lines.some(({ operator: id }) => id === first.toLowerCase())).toBe(true);
  });

  it('answers every view with reverts: nothing is known and nothing is zero', async () => {
    const all: Hex[] = [
      '0xff9969cd',
      '0xf617eecc',
      '0x892866a4',
      '0x75c745a6',
      '0x4f909633',
      '0x5c975abb',
      '0xfd4ace87',
    ];
    const reverts: Answer[] = all.map((question) => ({ question, behaviour: { kind: 'revert' } }));
    const exposure = await underAll(MANAGER, reverts);
    expect(exposure.figures['totalWei']?.status).toBe('unknown');
    expect(exposure.snapshots[0]?.assets?.totalWei).toBeNull();
    expect(exposure.depositsPaused.status).toBe('unknown');
    expect(exposure.redemptionPaused.status).toBe('unknown');
    expect(exposure.remarks.join()).toContain('could not be read');
  });
});

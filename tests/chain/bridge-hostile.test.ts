import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Exposure } from '../../lib/exposure/index.ts';
import { settings } from '../../tools/chain/layerzero.ts';
import { type Answer, behave, type Behaviour, MALFORMED, view } from '../../tools/chain/stand-in.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import {
  after,
  APP,
  BASE,
  bridged,
  count,
  EIDS,
  forgetPeers,
  LABS,
  look,
  set,
  STRANGER,
  TOKEN,
  UNICHAIN,
  value,
} from './bridge-support.ts';
import { withoutLens } from './exposure-support.ts';

const modes: Readonly<Record<string, Behaviour>> = {
  reverts: { kind: 'revert' },
  'reverts with a megabyte': { kind: 'revert-flood', size: 1_000_000 },
  'answers a megabyte': { kind: 'flood', size: 1_000_000 },
  'loops for ever': { kind: 'loop' },
  'runs into an invalid instruction': { kind: 'invalid' },
  'calls itself': { kind: 'recurse' },
  'answers nothing': { kind: 'return', data: MALFORMED.nothing },
};
const PEERS = 'function peers(uint32)';
const OWN = ['bridgeVerifiers', 'bridgeVerifiersAtMost', 'bridgeHeld', 'bridgeHeldAtMost', 'bridgeSupply'];

let chain: Chain;
let honest: Exposure;

beforeAll(async () => {
  chain = await startChain({ world: 'kelp' });
  await bridged(chain, [BASE, UNICHAIN]);
  await set(chain, UNICHAIN, settings([LABS]));
  honest = await look(chain);
});
afterAll(() => chain.stop());

/** Reads while the adapter answers otherwise. */
function under(answers: readonly Answer[]): Promise<Exposure> {
  return after(chain, () => chain.answer(APP, answers));
}

function text(_: string, one: unknown): unknown {
  return typeof one === 'bigint' ? `${one}` : one;
}

/** Figures of the stake, and the model's input: all that is not the bridge's. */
function rest({ figures, snapshots, depositsPaused }: Exposure): unknown {
  const others = Object.entries(figures).filter(([name]) => !OWN.includes(name));
  return JSON.parse(JSON.stringify({ others: Object.fromEntries(others), snapshots, depositsPaused }, text));
}

describe.each(Object.entries(modes))('an adapter that %s', (_, behaviour) => {
  it('when asked for one peer: that path is not known, and nothing gets better', async () => {
    const exposure = await under([behave(PEERS, behaviour, [BASE])]);
    expect(exposure.figures['bridgeVerifiers']?.status).toBe('unknown');
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(exposure.remarks.join(' ')).toContain(`1 of ${EIDS.length} paths could not be read: Base.`);
    expect(rest(exposure)).toEqual(rest(honest));
  });

  it('when asked for any peer: no path is known, and no figure of the stake is touched', async () => {
    const exposure = await after(chain, async () => {
      await forgetPeers(chain);
      await chain.answer(APP, [behave(PEERS, behaviour)]);
    });
    expect(typeof value(exposure, 'bridgeVerifiers')).toBe('string');
    expect(typeof value(exposure, 'bridgeVerifiersAtMost')).toBe('string');
    expect(rest(exposure)).toEqual(rest(honest));
  });

  it('when asked for its endpoint: nothing said of it counts', async () => {
    const exposure = await under([behave('function endpoint()', behaviour)]);
    expect(typeof value(exposure, 'bridgeVerifiersAtMost')).toBe('string');
    expect(rest(exposure)).toEqual(rest(honest));
  });
});

describe('an adapter that lies', () => {
  it('about its endpoint: the known endpoint’s settings are not taken for it', async () => {
    const exposure = await under([view('function endpoint() view returns (address)', STRANGER)]);
    expect(count(exposure)).toEqual(['no-source', 'no-source']);
    expect(exposure.remarks.join(' ')).toContain(`${EIDS.length} of ${EIDS.length} paths could not be read`);
  });

  it('by a peer that is no address of this chain: the path is not known, and not closed', async () => {
    const odd = view('function peers(uint32) view returns (bytes32)', `0x${'ff'.repeat(32)}`, [BASE]);
    const exposure = await under([odd]);
    expect(exposure.remarks.join(' ')).toContain('paths could not be read: Base.');
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
  });

  it('by peers on all chains: all of them are looked at', async () => {
    const peer = `0x${'0'.repeat(24)}c3eacf0612346366db554c991d7858716db09f58`;
    const everywhere = view('function peers(uint32) view returns (bytes32)', peer);
    const exposure = await after(chain, async () => {
      await forgetPeers(chain);
      await chain.answer(APP, [everywhere]);
    });
    expect(exposure.remarks.join(' ')).toContain(`of ${EIDS.length} open paths`);
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
  });

  it('costs nobody else their figures where a node has no lens either', async () => {
    const exposure = await after(
      chain,
      () => chain.answer(APP, [behave(PEERS, { kind: 'loop' }, [BASE])]),
      withoutLens(chain.url),
    );
    expect(rest(exposure)).toEqual(rest(honest));
    expect(exposure.remarks.join(' ')).toContain('paths could not be read: Base.');
  });
});

describe('a token that does not say what the adapter holds', () => {
  it('leaves that unknown, and the count of checkers as it is', async () => {
    const question = 'function balanceOf(address)';
    const exposure = await after(chain, () =>
      chain.answer(TOKEN, [behave(question, { kind: 'revert' }, [APP])]),
    );
    expect(value(exposure, 'bridgeHeld')).toBe('reverted');
    expect(count(exposure)).toEqual(count(honest));
  });
});

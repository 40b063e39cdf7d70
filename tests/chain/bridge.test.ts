import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Exposure, Memory } from '../../lib/exposure/index.ts';
import { explain, plain } from '../../lib/explain/index.ts';
import { judge, limitsFrom } from '../../lib/limits/index.ts';
import { layerZero } from '../../lib/protocols/index.ts';
import { assess } from '../../lib/risk/index.ts';
import {
  appDelegate,
  appLibrary,
  appSettings,
  asApp,
  asLayerZero,
  blockedLibrary,
  defaultSettings,
  placeLibrary,
  setDefaultLibrary,
  settings,
} from '../../tools/chain/layerzero.ts';
import { made } from '../../tools/chain/eigenlayer-state.ts';
import { type Chain, startChain } from '../../tools/chain/world.ts';
import {
  after,
  APP,
  BASE,
  bridged,
  count,
  EIDS,
  HORIZEN,
  KATANA,
  LABS,
  LABS_TWO,
  look,
  NETHERMIND,
  openTo,
  P2P,
  set,
  STRANGER,
  STRANGER_TWO,
  UNICHAIN,
  value,
} from './bridge-support.ts';
import { withoutLens } from './exposure-support.ts';

let chain: Chain;
const OLD = made('an older LayerZero library');

beforeAll(async () => {
  chain = await startChain({ world: 'kelp' });
  await bridged(chain, [BASE, UNICHAIN]);
});
afterAll(() => chain.stop());

/** What the preset Balanced says of a deposit. */
function judged(exposure: Exposure) {
  const known = {
    contractKnown: true,
    domainKnown: true,
    sameProtocol: true,
    lookalike: false,
    recipientIsUser: true,
  };
  const assessment = assess({ exposure, identity: known, notes: [], guesses: {}, partial: false });
  const verdict = judge(assessment, limitsFrom('balanced'));
  const { sentences } = explain(verdict, assessment, { kind: 'deposit', exposure });
  const level = verdict.factors.find(({ id }) => id === 'bridgeVerifiers')?.level;
  return { level, said: sentences.map((sentence) => plain(sentence)).join(' ') };
}

describe('LayerZero’s own contracts, read for rsETH', () => {
  it('shows the April 2026 pattern as over the Balanced limit, from chain data alone', async () => {
    const exposure = await after(chain, () => set(chain, UNICHAIN, settings([LABS])));
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(judged(exposure).level).toBe('exceeds');
    const { said } = judged(exposure);
    expect(said).toContain('1 checker is enough for it to cross chains.');
    expect(said).toContain('One checker alone can release the bridged tokens, on the path from Unichain.');
    expect(said).toContain(`LayerZero Labs (${LABS.toLowerCase()})`);
    expect(value(exposure, 'bridgeHeld')).toBeGreaterThan(0n);
  });

  it('is not over the limit where two must agree on every path, nor sure of what CCIP asks', async () => {
    const exposure = await look(chain);
    expect(count(exposure)).toEqual(['no-source', 2n]);
    expect(judged(exposure).level).toBe('cannot_evaluate');
    expect(exposure.remarks.join(' ')).toContain(
      'Chainlink CCIP carries rsETH; how many check there is not known.',
    );
  });

  it('counts two verifiers of one operator as one', async () => {
    const exposure = await after(chain, () => set(chain, BASE, settings([LABS, LABS_TWO])));
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(exposure.remarks.join(' ')).toContain('Checkers that one operator runs count as one.');
  });

  it('counts two required and one of two optional as three', async () => {
    const three = settings([LABS, NETHERMIND], [HORIZEN, P2P], 1);
    const exposure = await after(chain, async () => {
      await set(chain, BASE, three);
      await set(chain, UNICHAIN, three);
    });
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(3n);
    expect(exposure.remarks.join(' ')).toContain(`It needs 1 of these: P2P (${P2P.toLowerCase()})`);
  });

  it('takes a path that the dead verifier guards as closed', async () => {
    const shut = settings([LABS, layerZero.deadVerifier]);
    const one = await after(chain, () => set(chain, UNICHAIN, shut));
    expect(value(one, 'bridgeVerifiersAtMost')).toBe(2n);
    const both = await after(chain, async () => {
      await set(chain, UNICHAIN, shut);
      await set(chain, BASE, shut);
    });
    expect(count(both)).toEqual(['no-source', 'no-source']);
    expect(both.remarks.join(' ')).toContain('has an open path in.');
  });

  it('takes a path whose library is the blocked one as closed', async () => {
    const shut = await blockedLibrary(chain);
    const exposure = await after(chain, async () => {
      await asLayerZero(chain, [defaultSettings([UNICHAIN], settings([LABS]))]);
      await asApp(chain, APP, [appLibrary(APP, UNICHAIN, shut, 0n)]);
    });
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(2n);
    expect(exposure.remarks.join(' ')).not.toContain('could not be read');
  });

  it('says where LayerZero itself can change who checks, and where not', async () => {
    const usual = await look(chain);
    expect(usual.remarks.join(' ')).toContain('LayerZero itself can change who checks 2 of 2 open paths.');
    const own = await after(chain, () =>
      asApp(
        chain,
        APP,
        [BASE, UNICHAIN].flatMap((eid) => [
          appLibrary(APP, eid, layerZero.receiveLibrary, 0n),
          appSettings(APP, eid, settings([LABS, NETHERMIND])),
        ]),
      ),
    );
    expect(own.remarks.join(' ')).not.toContain('LayerZero itself');
  });

  it('follows LayerZero’s own settings where the app has none', async () => {
    const exposure = await after(chain, () =>
      asLayerZero(chain, [defaultSettings([BASE], settings([HORIZEN]))]),
    );
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(exposure.remarks.join(' ')).toContain('on the path from Base.');
  });

  it('names who may change the checkers', async () => {
    const exposure = await after(chain, () => asApp(chain, APP, [appDelegate(P2P)]));
    expect(exposure.remarks.join(' ')).toContain(
      `Who may change the checkers: ${P2P.toLowerCase()} and ${STRANGER.toLowerCase()}.`,
    );
  });

  it('counts a library on its way out until its time is over, the app’s own', async () => {
    const switched = async () => {
      await placeLibrary(chain, OLD, EIDS, settings([LABS]));
      await asApp(chain, APP, [
        appLibrary(APP, BASE, OLD, 0n),
        appLibrary(APP, BASE, layerZero.receiveLibrary, 20n),
      ]);
    };
    const meanwhile = await after(chain, switched);
    expect(value(meanwhile, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(meanwhile.remarks.join(' ')).toMatch(
      /on the path from Base\. .*This is an older setting that still counts; it ends after block \d+\./,
    );
    const over = await after(chain, async () => {
      await switched();
      await chain.test.mine({ blocks: 20 });
    });
    expect(value(over, 'bridgeVerifiersAtMost')).toBe(2n);
  });

  it('counts a library on its way out until its time is over, LayerZero’s usual one', async () => {
    const exposure = await after(chain, async () => {
      await placeLibrary(chain, OLD, EIDS, settings([LABS, NETHERMIND, P2P]));
      await asLayerZero(chain, [
        defaultSettings([UNICHAIN], settings([NETHERMIND])),
        setDefaultLibrary(UNICHAIN, OLD, 20n),
      ]);
    });
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(exposure.remarks.join(' ')).toMatch(
      /on the path from Unichain\. .*This is an older setting that still counts/,
    );
  });

  it('does not count a path that has no peer', async () => {
    const exposure = await after(chain, () => set(chain, KATANA, settings([LABS])));
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(2n);
  });

  it('finds a path that somebody opened and no list names', async () => {
    const exposure = await after(chain, async () => {
      await set(chain, KATANA, settings([LABS]));
      await openTo(chain, KATANA);
    });
    expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(1n);
    expect(exposure.remarks.join(' ')).toContain('An open path that no published list names: Katana.');
    expect(judged(exposure).level).toBe('exceeds');
  });

  it('takes a verifier nobody knows for anybody’s, and says so', async () => {
    const pairs = [settings([LABS, STRANGER]), settings([STRANGER, STRANGER_TWO])];
    for (const pair of pairs) {
      const exposure = await after(chain, () => set(chain, BASE, pair));
      expect(value(exposure, 'bridgeVerifiersAtMost')).toBe(2n);
      const said = exposure.remarks.join(' ');
      expect(said).toContain('Who runs some of them is not known: it may take only 1.');
      expect(said).toContain(`not known to us (${STRANGER.toLowerCase()})`);
    }
  });

  it('reads the same through rounds, where a node refuses the lens', async () => {
    const change = () => set(chain, UNICHAIN, settings([LABS], [HORIZEN, P2P], 1));
    const byLens = await after(chain, change);
    const byRounds = await after(chain, change, withoutLens(chain.url));
    const names = [
      'bridgeVerifiers',
      'bridgeVerifiersAtMost',
      'bridgeHeld',
      'bridgeHeldAtMost',
      'bridgeSupply',
    ];
    for (const name of names) expect(byRounds.figures[name]).toEqual(byLens.figures[name]);
    expect(byRounds.remarks).toEqual(byLens.remarks);
  });

  it('is read in the first trip', async () => {
    let memory: Memory | undefined;
    await look(chain, undefined, { onMemory: (met) => void (memory = met) });
    const again = await look(chain, undefined, memory === undefined ? {} : { memory });
    expect(again.evidence.roundTrips).toBe(1);
    expect(count(again)).toEqual(['no-source', 2n]);
  });
});

import { describe, expect, it } from 'vitest';

import { known } from '../../lib/core/index.ts';
import type { Findings } from '../../lib/exposure/findings.ts';
import { chainToAsk, onOtherChain } from '../../lib/exposure/other-chain.ts';
import { readingOf, depositInto, ETH, ok } from './fake-reading.ts';

const BASE = 8453;

/** What is read of ezETH where every view answers nought, with these parts instead. */
async function findings(change: Partial<Findings> = {}): Promise<Findings> {
  const read = await readingOf('renzo-ezeth', { supply: ok(ETH), rate: ok(ETH), upDelay: ok(0) });
  return { ...read.findings, ...change };
}

function figures(values: Readonly<Record<string, bigint>>): Findings['figures'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, known(value, 'made', 1n)]));
}

describe('the chain to ask', () => {
  it('is where the stake stands, not where the deposit is made', () => {
    expect(chainToAsk({ chainId: BASE, stake: 'renzo-ezeth' })).toBe(1);
  });

  it('is the deposit’s own where no stake is modelled', () => {
    expect(chainToAsk({ chainId: BASE, stake: null })).toBe(BASE);
    expect(chainToAsk({ chainId: BASE, stake: 'no such stake' })).toBe(BASE);
  });
});

describe('a token on another chain', () => {
  it('has no known pause, upgrade delay or upper end of the exit, however well Ethereum was read', async () => {
    const there = onOtherChain(
      await findings({
        depositsPaused: known(false, 'made', 1n),
        redemptionPaused: known(false, 'made', 1n),
        upgradeDelaySecs: known(864_000n, 'made', 1n),
        exitUpperEndIsAssumed: true,
      }),
      BASE,
    );
    for (const reading of [there.depositsPaused, there.redemptionPaused, there.upgradeDelaySecs, there.admin])
      expect(reading).toMatchObject({ status: 'unknown', reason: 'not-modelled' });
    expect(there.exitUpperEndIsAssumed).toBe(false);
    for (const { exit } of there.snapshots) {
      expect(exit?.queue).toEqual({ minSecs: 0, maxSecs: null });
      expect(exit?.instantBufferWei).toBeNull();
      expect(exit?.queueIncludesUnwind).toBe(true);
    }
    expect(there.remarks.slice(0, 2).join(' ')).toContain(`The bridge to chain ${BASE} was not read`);
  });

  it('keeps the stake as it was read', async () => {
    const here = await findings();
    const there = onOtherChain(here, BASE);
    for (const [n, snapshot] of there.snapshots.entries()) {
      const { exit: _, ...rest } = snapshot;
      expect(here.snapshots[n]).toMatchObject(rest);
    }
    expect(there.sets).toEqual(here.sets);
  });

  it('keeps what is already as bad as it can be: a pause, code that may change at once', async () => {
    const bad = {
      redemptionPaused: known(true, 'made', 1n),
      upgradeDelaySecs: known(0n, 'made', 1n),
      admin: known({ type: 'singleKey', who: null, signers: 1, threshold: 1 } as const, 'made', 1n),
    };
    expect(onOtherChain(await findings(bad), BASE)).toMatchObject(bad);
  });

  it('is never called backed because it is on Ethereum, but stays short where it is short there', async () => {
    const whole = figures({ totalWei: 5n * ETH, supply: 5n * ETH, rate: ETH });
    const one = onOtherChain(await findings({ figures: whole }), BASE);
    expect(one.figures['backingWei']).toMatchObject({ status: 'unknown' });
    const short = figures({ totalWei: 5n * ETH - 1n, supply: 5n * ETH, rate: ETH });
    const two = onOtherChain(await findings({ figures: short }), BASE);
    expect(two.figures['backingWei']).toMatchObject({ status: 'known', value: 5n * ETH - 1n });
  });

  it('may take fewer checkers than Ethereum’s side of the bridge, and stands or falls with it whole', async () => {
    const read = figures({ bridgeVerifiers: 2n, bridgeHeld: 3n, bridgeHeldAtMost: 3n, bridgeSupply: 9n });
    const there = onOtherChain(await findings({ figures: read }), BASE).figures;
    expect(there['bridgeVerifiers']).toMatchObject({ status: 'unknown' });
    expect(there['bridgeVerifiersAtMost']).toMatchObject({ value: 2n });
    expect(there['bridgeHeld']).toMatchObject({ value: 3n });
    expect(there['bridgeHeldAtMost']).toMatchObject({ value: 9n });
  });

  it('has no price or pool that anybody read, and no buffer', async () => {
    const read = figures({ marketRate: ETH, sellIn: ETH, sellOut: ETH, bufferWei: ETH, queueMaxSecs: 1n });
    const there = onOtherChain(await findings({ figures: read }), BASE).figures;
    for (const name of ['marketRate', 'sellIn', 'sellOut', 'bufferWei', 'queueMaxSecs', 'lastUpgradeAt'])
      expect([name, there[name]]).toMatchObject([name, { status: 'unknown', reason: 'not-modelled' }]);
  });
});

/** The value of one ETH, or of one unit of another asset, that goes into ezETH. */
async function paid(change: object) {
  const deposit = { ...depositInto('renzo-ezeth'), ...change };
  return (await readingOf('renzo-ezeth', {}, {}, undefined, deposit)).findings.figures['depositWei'];
}

describe('what is paid in elsewhere', () => {
  it('counts as ether where the chain’s coin is ether', async () => {
    expect(await paid({ chainId: BASE })).toMatchObject({ status: 'known', value: ETH });
    const weth = '0x4200000000000000000000000000000000000006';
    expect(await paid({ chainId: BASE, asset: weth })).toMatchObject({ status: 'known', value: ETH });
  });

  it('has no value in ether where it is another coin, or a token that only has a rate on Ethereum', async () => {
    const unknown = { status: 'unknown', reason: 'no-source' };
    expect(await paid({ chainId: 56 })).toMatchObject(unknown);
    const wbnb = '0xbb4CdB9CBd36B01bD1cBaEBF2De08d9173bc095c';
    expect(await paid({ chainId: 56, asset: wbnb })).toMatchObject(unknown);
    const steth = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';
    expect(await paid({ chainId: BASE, asset: steth })).toMatchObject(unknown);
    const eeth = '0x35fA164735182de50811E8e2E824cFb9B6118ac2';
    expect(await paid({ chainId: BASE, asset: eeth })).toMatchObject(unknown);
  });
});

import { getAddress } from 'viem';
import { describe, expect, it } from 'vitest';

import { layerZero, layerZeroChains } from '../../lib/protocols/index.ts';
import { tokenBridges } from '../../lib/protocols/bridges/tokens.ts';
import { verifierOperator, verifiers } from '../../lib/protocols/bridges/verifiers.ts';

describe('bundled facts about bridges', () => {
  it('spell every address as its checksum says', () => {
    const all = [
      layerZero.endpoint,
      layerZero.receiveLibrary,
      layerZero.deadVerifier,
      ...verifiers.map(([address]) => address),
      ...tokenBridges.flatMap(({ token, app, holders }) => [
        token,
        ...(app === null ? [] : [app.address]),
        ...holders.flatMap(({ address }) => address ?? []),
      ]),
    ];
    for (const address of all) expect(getAddress(address)).toBe(address);
  });

  it('name every chain once, and not Ethereum itself', () => {
    const eids = layerZeroChains.map(({ eid }) => eid);
    expect(new Set(eids).size).toBe(eids.length);
    expect(eids).not.toContain(30101);
    expect(new Set(layerZeroChains.map(({ name }) => name)).size).toBe(eids.length);
    // Thirty thousand and more: endpoints of the second version on main chains.
    for (const eid of eids) expect(Math.floor(eid / 1000)).toBe(30);
  });

  it('fit into one list that a node echoes', () => {
    // Calldata of one read has 2,048 bytes in the lens.
    expect(4 + 32 * (2 + layerZeroChains.length)).toBeLessThanOrEqual(2_048);
  });

  it('list no verifier twice, and the dead one not at all', () => {
    const addresses = verifiers.map(([address]) => address.toLowerCase());
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(verifierOperator(layerZero.deadVerifier)).toBeNull();
  });

  it('know two verifiers of one operator as such', () => {
    const labs = verifiers.filter(([, operator]) => operator === 'LayerZero Labs');
    expect(labs.length).toBeGreaterThan(1);
  });

  it.each(tokenBridges.map((bridges) => [bridges.symbol, bridges] as const))(
    'of %s have a source and a day, and paths from chains that are in the table',
    (_, { app, holders, readOn }) => {
      expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const { source, name } of holders) expect([source, name]).not.toContain('');
      if (app === null) return;
      expect(app.source).not.toBe('');
      const eids = layerZeroChains.map(({ eid }) => eid);
      for (const eid of app.listed) expect(eids).toContain(eid);
      expect(new Set(app.listed).size).toBe(app.listed.length);
      const locks = holders.filter(({ kind }) => kind === 'layerzero').map(({ address }) => address);
      expect(locks).toEqual(app.does === 'lock' ? [app.address] : []);
    },
  );
});

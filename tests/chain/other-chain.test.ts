import { encodeFunctionData, parseAbi } from 'viem';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createNode } from '../../lib/platform/node-transport.ts';
import { assessDocument } from '../../tools/assess/document.ts';
import { type Chain, DEMO_ACCOUNT, startChain } from '../../tools/chain/world.ts';
import { depositOf, read } from './exposure-support.ts';

const BASE = 8453;
let chain: Chain;
beforeAll(async () => {
  chain = await startChain({ world: 'renzo' });
});
afterAll(() => chain.stop());

/** A deposit into Renzo's pool on Base, as its site would ask for it. */
function onBase(rpc: Readonly<Record<string, readonly string[]>>): Record<string, unknown> {
  const data = encodeFunctionData({
    abi: parseAbi(['function depositETH(uint256,uint256) payable']),
    args: [0n, 2n ** 40n],
  });
  const to = '0xf25484650484DE3d554fB0b7125e7696efA4ab99';
  const call = { from: DEMO_ACCOUNT, to, value: '0x8ac7230489e80000', data };
  return {
    request: { method: 'eth_sendTransaction', params: [call] },
    origin: 'https://app.renzoprotocol.com',
    chainId: BASE,
    account: DEMO_ACCOUNT,
    rpc,
    limits: { preset: 'balanced' },
  };
}

it('a deposit on another chain is judged by the stake on Ethereum, with a node of Ethereum alone', async () => {
  const { document, code } = await assessDocument(onBase({ 1: [chain.url] }));
  // What nobody read of the other chain is needed for a verdict.
  expect(code).toBe(3);
  const [deposit] = JSON.parse(JSON.stringify(document)).deposits;
  const here = await read(depositOf('renzo'), [createNode(chain.url)]);
  expect(deposit).toMatchObject({ chainId: BASE, stake: 'renzo-ezeth', amount: `${10n ** 19n}` });
  const { exit: _, ...stake } = here.snapshots[0] ?? {};
  expect(deposit.exposure.snapshots[0]).toMatchObject(stake);
  expect(deposit.exposure.figures.depositWei).toMatchObject({ status: 'known', value: `${10n ** 19n}` });
  expect(deposit.assessment.slashableNow.hiWad).not.toBe(`${10n ** 18n}`);
  expect(deposit.verdict.overall).toBe('cannot_evaluate');
  const levels = new Map(
    deposit.verdict.factors.map(({ id, level }: { id: string; level: string }) => [id, level]),
  );
  for (const id of ['paused', 'exit', 'upgradeDelay'])
    expect([id, levels.get(id)]).toEqual([id, 'cannot_evaluate']);
  for (const id of ['backingGap', 'bridgeVerifiers', 'pegDiscount', 'sellCost', 'daysSinceUpgrade'])
    expect([id, levels.get(id)]).not.toEqual([id, 'ok']);
  expect(deposit.exposure.remarks.join(' ')).toContain(`The bridge to chain ${BASE} was not read`);
});

it('without a node of Ethereum nothing is read, and the person hears whose node is missing', async () => {
  const { document, code } = await assessDocument(onBase({ [BASE]: ['http://127.0.0.1:1'] }));
  expect(code).toBe(3);
  const [deposit] = JSON.parse(JSON.stringify(document)).deposits;
  expect(deposit.verdict.overall).toBe('cannot_evaluate');
  expect(deposit.exposure.remarks).toEqual(['No node is set for Ethereum, where the stake stands.']);
});

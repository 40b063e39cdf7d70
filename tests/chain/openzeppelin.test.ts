import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { encodeFunctionData, getAddress, pad, parseAbi, zeroHash } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import type { Address, Hex } from '../../lib/core/index.ts';
import { stakeById } from '../../lib/protocols/index.ts';
import { createNode } from '../../lib/platform/node-transport.ts';
import { SLOTS } from '../../tools/chain/stand-in.ts';
import { type Chain, DEMO_ACCOUNT, startChain } from '../../tools/chain/world.ts';
import { depositOf, read } from './exposure-support.ts';

const DAY = 86_400n;
const abi = parseAbi([
  'constructor(uint256 minDelay, address[] proposers, address[] executors, address admin)',
  'function schedule(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt, uint256 delay)',
  'function execute(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt)',
  'function updateDelay(uint256 newDelay)',
]);
const proxyAbi = parseAbi(['constructor(address logic, address initialOwner, bytes data) payable']);
const artifact = z.object({ bytecode: z.templateLiteral(['0x', z.string()]) });

/** Creation code of a contract as OpenZeppelin published it (npm @openzeppelin/contracts 5.0.2). */
function published(name: string): Hex {
  const path = `../../node_modules/@openzeppelin/contracts/build/contracts/${name}.json`;
  const file = fileURLToPath(new URL(path, import.meta.url));
  return artifact.parse(JSON.parse(readFileSync(file, 'utf8'))).bytecode;
}

let chain: Chain;
let timelock: Address;
let admin: Address;

async function mined(hash: Hex): Promise<Address> {
  await chain.test.mine({ blocks: 1 });
  const { contractAddress, status } = await chain.test.getTransactionReceipt({ hash });
  expect(status).toBe('success');
  return contractAddress ?? '0x0000000000000000000000000000000000000000';
}

async function sent(to: Address, data: Hex): Promise<void> {
  await mined(await chain.test.sendTransaction({ account: DEMO_ACCOUNT, to, data, chain: null }));
}

/** The proxies of ynETH whose admin the record asks for. */
function proxies(): readonly Address[] {
  return stakeById('yieldnest-yneth')?.proxies.map(({ address }) => address) ?? [];
}

beforeAll(async () => {
  chain = await startChain({ world: 'yneth' });
  const account = DEMO_ACCOUNT;
  const people = [account];
  timelock = await mined(
    await chain.test.deployContract({
      abi,
      bytecode: published('TimelockController'),
      args: [3n * DAY, people, people, account],
      account,
      chain: null,
    }),
  );
  const proxy = await mined(
    await chain.test.deployContract({
      abi: proxyAbi,
      bytecode: published('TransparentUpgradeableProxy'),
      args: [timelock, timelock, '0x'],
      account,
      chain: null,
    }),
  );
  const inSlot = async (slot: Hex): Promise<Address> => {
    const word = await chain.test.getStorageAt({ address: proxy, slot });
    return getAddress(`0x${(word ?? zeroHash).slice(26)}`);
  };
  expect(await inSlot(SLOTS.implementation)).toBe(getAddress(timelock));
  admin = await inSlot(SLOTS.admin);
  for (const address of proxies())
    await chain.test.setStorageAt({ address, index: SLOTS.admin, value: pad(admin) });
  await chain.test.mine({ blocks: 1 });
});
afterAll(() => chain.stop());

async function authority() {
  const { timestamp } = await chain.test.getBlock();
  const exposure = await read(depositOf('yneth'), [createNode(chain.url)], {
    now: () => Number(timestamp) * 1_000, // blocks and a waited-for timelock carry it ahead of the machine's clock
  });
  return { delay: exposure.upgradeDelaySecs, admin: exposure.admin };
}

describe('proxies under the published ProxyAdmin and TimelockController of OpenZeppelin', () => {
  it('are changed by the timelock that owns the admin, after its own delay', async () => {
    const { delay, admin: who } = await authority();
    expect(delay).toMatchObject({ status: 'known', value: 3n * DAY });
    expect(who).toMatchObject({
      status: 'known',
      value: { type: 'timelock', who: expect.stringMatching(new RegExp(`^${timelock}$`, 'i')) },
    });
  });

  it('show a shorter delay as soon as the timelock itself has run that change', async () => {
    const data = encodeFunctionData({ abi, functionName: 'updateDelay', args: [3_600n] });
    const call = [timelock, 0n, data, zeroHash, zeroHash] as const;
    await sent(timelock, encodeFunctionData({ abi, functionName: 'schedule', args: [...call, 3n * DAY] }));
    expect((await authority()).delay).toMatchObject({ value: 3n * DAY });
    const { timestamp } = await chain.test.getBlock();
    await chain.test.setNextBlockTimestamp({ timestamp: timestamp + 3n * DAY + 60n });
    await sent(timelock, encodeFunctionData({ abi, functionName: 'execute', args: call }));
    expect((await authority()).delay).toMatchObject({ status: 'known', value: 3_600n });
  });
});

import { encodeFunctionData, parseAbiItem, parseEther, toHex } from 'viem';

import type { Address, Hex } from '../../lib/core/index.ts';
import { protocols } from '../../lib/protocols/index.ts';
import type { DemoDeposit } from './pages.ts';

/** Where a registered function of a protocol stands on Ethereum; throws when the registry does not hold it. */
function entryOf(protocol: string, signature: string): Address {
  const entry = protocols
    .find(({ id }) => id === protocol)
    ?.deposits.find((deposit) => deposit.chainId === 1 && deposit.signature === signature);
  if (entry === undefined) throw new Error(`${protocol} has no ${signature}`);
  return entry.to;
}

function dataOf(signature: string, args: readonly unknown[]): Hex {
  const item = parseAbiItem(`function ${signature}`);
  if (item.type !== 'function') throw new Error(signature);
  return encodeFunctionData({ abi: [item], functionName: item.name, args: [...args] });
}

const deposit = (
  label: string,
  protocol: string,
  signature: string,
  ether: string,
  args: readonly unknown[],
): DemoDeposit => ({
  label,
  to: entryOf(protocol, signature),
  value: toHex(parseEther(ether)),
  data: dataOf(signature, args),
});

/** EigenLayer's stETH strategy and its token. Source: Layr-Labs/eigenlayer-contracts README (2026-05-01). */
const stEthStrategy = '0x93c4b944D05dfe6df7645A86cd2206016c51564D';
const stEth = '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84';

function direct(label: string): DemoDeposit {
  const signature = 'depositIntoStrategy(address,address,uint256)';
  return deposit(label, 'eigenlayer', signature, '0', [stEthStrategy, stEth, parseEther('10')]);
}

/** One deposit for each protocol of the demo chain, in favour of `account`. */
export function demoDeposits(account: Address): readonly DemoDeposit[] {
  return [
    deposit('Deposit 5 ETH with Renzo', 'renzo', 'depositETH()', '5', []),
    deposit('Deposit 2 ETH with Kelp', 'kelp', 'depositETH(uint256,string)', '2', [0n, '']),
    deposit('Deposit 1 ETH with Puffer', 'puffer', 'depositETH(address)', '1', [account]),
    deposit('Deposit 3 ETH with ether.fi', 'etherfi', 'deposit()', '3', []),
    direct('Deposit 10 stETH on EigenLayer'),
  ];
}

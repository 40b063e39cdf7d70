import type { Deposit } from '../../lib/detect/index.ts';
import { DEMO_ACCOUNT, type WorldName } from '../chain/world.ts';

/** The stake record that each world is read by. */
const stakeOfWorld = {
  renzo: 'renzo-ezeth',
  kelp: 'kelp-rseth',
  puffer: 'puffer-pufeth',
  swell: 'swell-rsweth',
  yneth: 'yieldnest-yneth',
  ynlsde: 'yieldnest-ynlsde',
  mantle: 'mantle-cmeth',
  unifieth: 'puffer-unifieth',
  'eigenlayer-direct': 'eigenlayer-direct',
  etherfi: 'etherfi',
} as const satisfies Record<WorldName, string>;

const names: readonly WorldName[] = [
  'renzo',
  'kelp',
  'puffer',
  'swell',
  'yneth',
  'ynlsde',
  'mantle',
  'unifieth',
  'eigenlayer-direct',
  'etherfi',
];

/** Every world of one token or position, with its stake record. */
export const measuredWorlds = names.map((world) => ({ world, stake: stakeOfWorld[world] }));

/** Ten ETH, or ten stETH in EigenLayer itself: the fields that a reading looks at. */
export function depositInto(world: WorldName): Deposit {
  const direct = world === 'eigenlayer-direct';
  return {
    protocol: direct ? 'eigenlayer' : world,
    kind: 'deposit',
    chainId: 1,
    contract: '0x858646372CC42E1A627fcE94aa7A7033e7CF075A',
    contractName: 'StrategyManager',
    signature: direct ? 'depositIntoStrategy(address,address,uint256)' : 'deposit()',
    asset: direct ? '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84' : 'native',
    assetSymbol: null,
    amount: 10n ** 19n,
    amountUnit: 'assets',
    shares: null,
    receiver: DEMO_ACCOUNT,
    caller: DEMO_ACCOUNT,
    gives: null,
    token: null,
    strategy: direct ? '0x93c4b944D05dfe6df7645A86cd2206016c51564D' : null,
    operator: null,
    withdrawal: null,
    data: '0x',
    via: [],
    stake: stakeOfWorld[world],
  };
}

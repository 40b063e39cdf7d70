import type { Address } from '../../../lib/core/index.ts';
import { type EigenLayerState, withdrawable } from '../eigenlayer-state.ts';
import { type Answer, type ContractState, scale, SLOTS, view, word } from '../stand-in.ts';
import type { WorldMoment } from '../world-types.ts';
import { erc20, NATIVE, safe, signers, STETH, timelock } from './base.ts';
import { ADDRESS, BOOL, deposits, ETH, proxy, UINT } from './parts.ts';

/** Addresses and implementations: token-readings `etherfi` (chain read of 2026-09-09 by l2beat). */
export const AT = {
  pool: '0x308861A430be4cce5502d0A12724771Fc6DaF216',
  eEth: '0x35fA164735182de50811E8e2E824cFb9B6118ac2',
  weEth: '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee',
  liquifier: '0x9FFDF407cDe9a93c47611799DA23924Af3EF764F',
  depositAdapter: '0xcfC6d9Bd7411962Bfe7145451A7EF71A24b6A7A2',
  withdrawals: '0x7d5706f6ef3F89B3951E23e557CDFBC3239D4E2c',
  redemption: '0xDadEf1fFBFeaAB4f68A9fD181395F68b4e4E7Ae0',
  restaker: '0x1B7a4C3797236A1C37f8741c0Be35c2c72736fFf',
  admin: '0x0EF8fa4760Db8f5Cd4d993f3e3416f30f942D705',
  priority: '0x35e7D6feF6f72aDd3c3e39dEc6d9CCc29e3345FA',
  oracle: '0x57AaF0004C716388B21795431CD7D5f9D3Bb6a41',
  stakingManager: '0x25e821b7197B146F7713C3b89B6A4D83516B912d',
  nodesManager: '0x8B71140AD2e5d1E7018d2a7f8a288BD3CD38916F',
  nodeBeacon: '0x3c55986Cfee455E2533F4D29006634EcF9B7c03F',
  avsOperators: '0x2093Bbb221f1d8C7c932c32ee28Be6dEe4a37A6a',
  l1Sync: '0xD789870beA40D056A4d26055d0bEFcC8755DA146',
  oftAdapter: '0xcd2eb13D6831d4602D80E5db9230A57596CDCA63',
  oftAdapterAdmin: '0xa9E9bBf04F95688D7fd82036f83544630E463CAc',
  upgradeTimelock: '0x9f26d4C958fD811A1F59B01B86Be7dFFc9d20761',
  operatingTimelock: '0xcD425f44758a08BaAB3C4908f3e3dE5776e45d7a',
  operatingSafe: '0x2aCA71020De61bb532008049e1Bd41E451aE8AdC',
} as const satisfies Record<string, Address>;

/** Figures of 2026-09-09 where published: 673 ETH in the pool, 0.55 ETH locked; the others are made. */
export const IDLE = {
  pool: 673n * ETH,
  locked: 550_000_000_000_000_000n,
  priority: 40n * ETH,
  holding: 1_200n * ETH,
  pending: 300n * ETH,
};
export const REPORT_PERIOD = 7_200n; // slots: a made day

/** What ether.fi's contracts answer from. */
export type EtherfiInput = {
  readonly totalWei: bigint;
  readonly weSupply: bigint;
  readonly rate: bigint;
  readonly buffer: bigint;
  readonly moment: WorldMoment;
  readonly state: EigenLayerState;
  readonly nodes: readonly Address[];
  readonly operators: readonly Address[];
};

/** ether.fi's contracts in the deposit's path and around it. */
export function etherfiContracts(input: EtherfiInput): ContractState[] {
  const { totalWei, weSupply, rate, state, nodes, operators } = input;
  return [
    own(
      'ether.fi LiquidityPool',
      AT.pool,
      pool(totalWei),
      '0x17A16747D03006c9754548AC0d0afF48783A4a45',
      IDLE.pool,
    ),
    own(
      'eETH',
      AT.eEth,
      [...erc20('eETH', totalWei), ...running()],
      '0xd1901dD36CBf4a81386d0162DF2707f7dDb60527',
    ),
    own('weETH', AT.weEth, weEth(weSupply, rate), '0xA6Ca0607190d03CF16fe6F2865Cf40c3D160ccf3'),
    own(
      'ether.fi Liquifier',
      AT.liquifier,
      [view(`function paused() ${BOOL}`, false), ...LIQUIFIER],
      '0x263A74E56EB07C2A2A84FD510615a17b66e10E70',
    ),
    own('ether.fi DepositAdapter', AT.depositAdapter, ADAPTER, '0xE774E19f087523EA316fCCb4B156169153f18b9d'),
    own(
      'ether.fi WithdrawRequestNFT',
      AT.withdrawals,
      withdrawals(),
      '0x41617D01362770ebAAC10311aB899FBc8a4E4A7E',
      IDLE.locked,
    ),
    own(
      'ether.fi RedemptionManager',
      AT.redemption,
      redemption(input.buffer),
      '0x5D53B303D62a7861f88650045b8D5DeB59dfb3Dc',
    ),
    own('EtherFiRestaker', AT.restaker, restakerAnswers(state), '0x51357a700B309637F109A897a6479A563D5AFb8E'),
    own('EtherFiAdmin', AT.admin, admin(input.moment), '0x5b083DDe26FBA0E43940b2e161FCd129903FC27d'),
    own(
      'ether.fi PriorityWithdrawalQueue',
      AT.priority,
      [view('function ethAmountLockedForPriorityWithdrawal() view returns (uint128)', IDLE.priority)],
      '0x77b929bEFe793367712C0c28Ca8E857bf23A2296',
    ),
    own(
      'ether.fi StakingManager',
      AT.stakingManager,
      [
        view(`function deployedEtherFiNodes(address) ${BOOL}`, false),
        ...nodes.map((node) => view(`function deployedEtherFiNodes(address) ${BOOL}`, true, [node])),
      ],
      '0x66e1C53e846eF3E9f3722591868AfcFfB7f39800',
    ),
    own('EtherFiNodesManager', AT.nodesManager, [], '0xcF5928EA7d7F164ec868cEdA7a69E08a102B5e05'),
    {
      role: 'EtherFiNode beacon',
      address: AT.nodeBeacon,
      answers: [view(`function implementation() ${ADDRESS}`, '0x556Db8c611FE63e694413F718d795f976dcF5881')],
    },
    {
      role: 'ether.fi oracle',
      address: AT.oracle,
      answers: [view('function reportPeriodSlot() view returns (uint32)', Number(REPORT_PERIOD))],
    },
    {
      role: 'ether.fi L1 sync pool',
      address: AT.l1Sync,
      answers: [view(`function getTotalUnbackedTokens() ${UINT}`, 45n * ETH)],
    },
    avsOperators(operators),
    proxy({
      role: 'weETH OFT adapter',
      address: AT.oftAdapter,
      answers: [view(`function owner() ${ADDRESS}`, AT.operatingTimelock)],
      admin: AT.oftAdapterAdmin,
      implementation: '0xA82cc578927058af14fD84d96a817Dc85Ac4F946',
    }),
    {
      role: 'OFT adapter ProxyAdmin',
      address: AT.oftAdapterAdmin,
      answers: [view(`function owner() ${ADDRESS}`, AT.operatingTimelock)],
    },
    // Delays and threshold of 2026-09-09.
    timelock('ether.fi upgrade timelock', AT.upgradeTimelock, 864_000n),
    timelock('ether.fi operating timelock', AT.operatingTimelock, 172_800n),
    safe('ether.fi operating Safe', AT.operatingSafe, 4, signers('ether.fi', 7)),
    ...nodes.map((address): ContractState => ({
      role: 'EtherFiNode',
      address,
      slots: { [SLOTS.beacon]: word(AT.nodeBeacon) },
    })),
  ];
}

/** ether.fi's proxies upgrade themselves: no admin slot. */
function own(
  role: string,
  address: Address,
  answers: readonly Answer[],
  implementation: Address,
  balance = 0n,
): ContractState {
  return proxy({ role, address, answers, implementation, balance });
}

function running(): Answer[] {
  return [view(`function paused() ${BOOL}`, false), view(`function pausedUntil() ${UINT}`, 0n)];
}

function pool(totalWei: bigint): Answer[] {
  return [
    ...running(),
    view(`function getTotalPooledEther() ${UINT}`, totalWei),
    view('function totalValueInLp() view returns (uint128)', IDLE.pool),
    view('function totalValueOutOfLp() view returns (uint128)', totalWei - IDLE.pool),
    scale(`function amountForShare(uint256) ${UINT}`, 0, 1_090_000_000_000_000_000n, ETH),
    view(`function MAX_POSITIVE_REBASE_BPS() ${UINT}`, 25n),
    view(`function maxWithdrawAmount() ${UINT}`, 1_000n * ETH), // 2026-09-09
    ...deposits('deposit()', 'deposit(address)', 'deposit(address,address)'),
  ];
}

function weEth(supply: bigint, rate: bigint): Answer[] {
  return [
    ...erc20('weETH', supply),
    ...running(),
    view(`function getRate() ${UINT}`, rate),
    view(`function balanceOf(address) ${UINT}`, supply / 12n, [AT.oftAdapter]),
    ...deposits('wrap(uint256)', 'wrapWithPermit(uint256,(uint256,uint256,uint8,bytes32,bytes32))'),
  ];
}

const PERMIT = '(uint256,uint256,uint8,bytes32,bytes32)';
const LIQUIFIER = deposits(
  'depositWithERC20(address,uint256,uint256,address)',
  'depositWithERC20(address,uint256,address)',
  `depositWithERC20WithPermit(address,uint256,uint256,address,${PERMIT})`,
  `depositWithERC20WithPermit(address,uint256,address,${PERMIT})`,
);
const ADAPTER = deposits(
  'depositETHForWeETH(address)',
  'depositWETHForWeETH(uint256,address)',
  `depositStETHForWeETHWithPermit(uint256,uint256,address,${PERMIT})`,
  `depositStETHForWeETHWithPermit(uint256,address,${PERMIT})`,
  `depositWstETHForWeETHWithPermit(uint256,uint256,address,${PERMIT})`,
  `depositWstETHForWeETHWithPermit(uint256,address,${PERMIT})`,
);

function withdrawals(): Answer[] {
  const request = 'function getRequest(uint256) view returns (uint96,uint96,bool,uint32)';
  return [
    ...running(),
    view('function ethAmountLockedForWithdrawal() view returns (uint128)', IDLE.locked),
    view('function nextRequestId() view returns (uint32)', 75_019),
    view('function lastFinalizedRequestId() view returns (uint32)', 75_000),
    view(request, [12n * ETH, 11n * ETH, true, 0]),
  ];
}

function redemption(buffer: bigint): Answer[] {
  const info =
    'function tokenToRedemptionInfo(address) view returns ((uint64 capacity,uint64 remaining,uint64 lastRefill,uint64 refillRate) limit,uint16,uint16,uint16)';
  return [
    ...running(),
    view(`function totalRedeemableAmount(address) ${UINT}`, buffer, [NATIVE]),
    view(`function totalRedeemableAmount(address) ${UINT}`, IDLE.holding, [STETH]),
    view(info, [
      { capacity: 2_000_000_000n, remaining: 2_000_000_000n, lastRefill: 0n, refillRate: 0n },
      1_000,
      30,
      100,
    ]),
    scale(`function previewRedeem(uint256,address) ${UINT}`, 0, 9_970n, 10_000n),
  ];
}

function restakerAnswers(state: EigenLayerState): Answer[] {
  const self = state.stakers.find((staker) => staker.address === AT.restaker);
  const restaked =
    self?.positions.reduce((sum, position) => sum + withdrawable(state, self, position), 0n) ?? 0n;
  return [
    view(
      'function getTotalPooledEtherSplits(address) view returns (uint256,uint256,uint256,uint256)',
      [restaked, 3_000n * ETH, IDLE.holding, IDLE.pending],
      [STETH],
    ),
    view(`function isDelegated() ${BOOL}`, true),
  ];
}

/** When slots of the beacon chain began, Unix seconds. */
const GENESIS = 1_606_824_023n;

/** The slot of the last report: two hours before the world's moment. */
function reportSlot({ timestamp }: WorldMoment): bigint {
  return (timestamp - 7_200n - GENESIS) / 12n;
}

/** What time the last report speaks of, Unix seconds. */
export function reportedAt(moment: WorldMoment): bigint {
  return GENESIS + 12n * reportSlot(moment);
}

function admin(moment: WorldMoment): Answer[] {
  const { block } = moment;
  const slot = reportSlot(moment);
  return [
    view('function lastHandledReportRefSlot() view returns (uint32)', Number(slot)),
    view('function lastHandledReportRefBlock() view returns (uint32)', Number(block - 600n)),
    view('function lastAdminExecutionBlock() view returns (uint32)', Number(block - 352n)),
    view(`function effectiveMaxNegativeRebaseBps() ${UINT}`, 3n), // 2026-09-09
    view(`function maxFinalizedWithdrawalAmountPerDay() ${UINT}`, 80_000n * ETH), // 2026-09-09
  ];
}

/** Lists the operators under the ids 1 to 30; id 0 is unused. */
function avsOperators(operators: readonly Address[]): ContractState {
  return {
    role: 'ether.fi AvsOperatorManager',
    address: AT.avsOperators,
    answers: [
      view(`function nextAvsOperatorId() ${UINT}`, BigInt(operators.length + 1)),
      view(`function avsOperators(uint256) ${ADDRESS}`, '0x0000000000000000000000000000000000000000'),
      ...operators.map((address, index) =>
        view(`function avsOperators(uint256) ${ADDRESS}`, address, [BigInt(index + 1)]),
      ),
      view(`function slashingRegistrationDisabled() ${BOOL}`, false),
    ],
  };
}

import type { TokenBridges } from './bridge.ts';

const WEETH_LISTS = 'etherfi-protocol/weETH-cross-chain@utils/L2Constants.sol';
const RSETH_LISTS =
  'Kelp-DAO/LRT-rsETH@README.md (February 2025); Unichain and Ink by public code of third parties';
const PUFETH_LISTS = 'PufferFinance/Deployments-and-ACL@aa610bc:docs/deployments';
const CORE_ASSETS = 'DefiLlama/DefiLlama-Adapters@projects/helper/coreAssets.json';
const HYPERLANE_EZETH =
  'hyperlane-xyz/hyperlane-monorepo@typescript/infra/config/environments/mainnet3/warp/configGetters/getRenzoEZETHWarpConfig.ts';

/** How each token crosses chains, by stake record. A token that is not here: no source says how, or whether. */
export const tokenBridges: readonly TokenBridges[] = [
  {
    stake: 'etherfi',
    symbol: 'weETH',
    token: '0xCd5fE23C85820F7B72D0926FC9b05b43E359b7ee',
    app: {
      address: '0xcd2eb13D6831d4602D80E5db9230A57596CDCA63',
      does: 'lock',
      listed: [
        30183, 30184, 30214, 30362, 30102, 30111, 30165, 30335, 30320, 30106, 30332, 30367, 30383, 30339,
        30390, 30396, 30322, 30260, 30243,
      ],
      listedSource: WEETH_LISTS,
      grade: 'L',
      source: 'etherfi-protocol/smart-contracts@script/deploys/Deployed.s.sol',
    },
    holders: [
      {
        kind: 'layerzero',
        name: 'LayerZero',
        address: '0xcd2eb13D6831d4602D80E5db9230A57596CDCA63',
        grade: 'L',
        source: 'etherfi-protocol/smart-contracts@script/deploys/Deployed.s.sol',
      },
      {
        kind: 'canonical',
        name: 'Arbitrum’s own bridge',
        address: null,
        grade: 'T',
        source: CORE_ASSETS,
      },
      {
        kind: 'canonical',
        name: 'an older bridge of Optimism',
        address: null,
        grade: 'T',
        source: 'Veda-Labs/boring-vault@test/resources/ChainValues.sol',
      },
    ],
    readOn: '2026-11-21',
  },
  {
    stake: 'kelp-rseth',
    symbol: 'rsETH',
    token: '0xA1290d69c65A6Fe4DF752f95823fae25cB99e5A7',
    app: {
      address: '0x85d456B2DfF1fd8245387C0BfB64Dfb700e98Ef3',
      does: 'lock',
      listed: [
        30110, 30111, 30217, 30260, 30243, 30214, 30184, 30183, 30155, 30165, 30303, 30335, 30329, 30362,
        30320, 30339,
      ],
      listedSource: RSETH_LISTS,
      grade: 'S',
      source: 'Kelp-DAO/LRT-rsETH@README.md',
    },
    holders: [
      {
        kind: 'layerzero',
        name: 'LayerZero',
        address: '0x85d456B2DfF1fd8245387C0BfB64Dfb700e98Ef3',
        grade: 'S',
        source: 'Kelp-DAO/LRT-rsETH@README.md',
      },
      {
        kind: 'ccip',
        name: 'Chainlink CCIP',
        address: null,
        grade: 'S',
        source: 'Kelp-DAO/LRT-rsETH@README.md; announced as successor on 2026-05-05',
      },
    ],
    readOn: '2026-11-21',
  },
  {
    stake: 'puffer-pufeth',
    symbol: 'pufETH',
    token: '0xD9A442856C234a39a81a089C06451EBAa4306a72',
    app: {
      address: '0xa4931a9F9Aaf79057334371D6f62164743f97b18',
      does: 'lock',
      listed: [30184, 30367, 30183, 30398, 30390, 30377],
      listedSource: PUFETH_LISTS,
      grade: 'S',
      source: `${PUFETH_LISTS}/mainnet.md`,
    },
    holders: [
      {
        kind: 'layerzero',
        name: 'LayerZero',
        address: '0xa4931a9F9Aaf79057334371D6f62164743f97b18',
        grade: 'S',
        source: `${PUFETH_LISTS}/mainnet.md`,
      },
      {
        kind: 'ccip',
        name: 'Chainlink CCIP',
        address: '0xBc1324F4FaB8e63bF33E5117bb887671B378BFF3',
        grade: 'S',
        source: `${PUFETH_LISTS}/mainnet.md`,
      },
      {
        kind: 'xerc20',
        name: 'an older bridge (xPufETH)',
        address: '0xd44E91CfBBAa7b3B259A12a43b38CEBf47B463D5',
        grade: 'S',
        source: `${PUFETH_LISTS}/mainnet.md`,
      },
      {
        kind: 'canonical',
        name: 'Scroll’s own bridge',
        address: '0xA033Ff09f2da45f0e9ae495f525363722Df42b2a',
        grade: 'S',
        source: `${PUFETH_LISTS}/mainnet.md`,
      },
      {
        kind: 'canonical',
        name: 'Manta’s own bridge',
        address: null,
        grade: 'S',
        source: `${PUFETH_LISTS}/integrations.md`,
      },
    ],
    readOn: '2026-11-21',
  },
  {
    stake: 'renzo-ezeth',
    symbol: 'ezETH',
    token: '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110',
    app: null,
    holders: [
      {
        kind: 'xerc20',
        name: 'Hyperlane',
        address: '0xC8140dA31E6bCa19b287cC35531c2212763C2059',
        grade: 'T',
        source: `${HYPERLANE_EZETH}; the bridges that may mint are not listed on the chain`,
        fact: {
          text: 'By its public settings, one signature of two passes one of its two checks.',
          asOf: '2026-11-21',
        },
      },
    ],
    readOn: '2026-11-21',
  },
  {
    stake: 'renzo-pzeth',
    symbol: 'pzETH',
    token: '0x8c9532a60E0E7C6BbD2B2c1303F63aCE1c3E9811',
    app: null,
    holders: [
      {
        kind: 'hyperlane',
        name: 'Hyperlane',
        address: null,
        grade: 'T',
        source: 'hyperlane-xyz/hyperlane-monorepo, getRenzoPZETHWarpConfig.ts',
      },
    ],
    readOn: '2026-11-21',
  },
  {
    stake: 'swell-rsweth',
    symbol: 'rswETH',
    token: '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0',
    app: null,
    holders: [
      {
        kind: 'hyperlane',
        name: 'Hyperlane',
        address: null,
        grade: 'T',
        source: `${CORE_ASSETS}; the contract on Ethereum was not found`,
      },
      {
        kind: 'canonical',
        name: 'Swellchain’s own bridge',
        address: null,
        grade: 'T',
        source: CORE_ASSETS,
      },
    ],
    readOn: '2026-11-21',
  },
  {
    stake: 'mantle-cmeth',
    symbol: 'cmETH',
    token: '0xE6829d9a7eE3040e1276Fa75293Bde931859e8fA',
    app: {
      address: '0xE6829d9a7eE3040e1276Fa75293Bde931859e8fA',
      does: 'mint',
      listed: [30181],
      listedSource: 'a third party’s list of the token on Mantle',
      grade: 'T',
      source: 'comp.xyz/t/cmeth-asset-assessment/7068 and third-party code: an OFT that burns and mints',
    },
    holders: [],
    readOn: '2026-11-21',
  },
];

import { nothingPublished, settledOffChain } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const staking = {
  contractName: 'PumpStaking',
  signature: 'stake(uint256)',
  selector: '0xa694fc3a',
  does: 'deposit',
  amountFrom: [0],
  amountUnit: 'assets',
  receiverFrom: 'caller',
  stake: null,
  notModelled: settledOffChain,
  evidence: { address: 'third-party', signature: 'official-repo' },
} as const;
/** Contracts that hold what was staked, by a list of who counts it; that they are the ones to pay into is assumed. */
const held = {
  ...staking,
  gives: null,
  evidence: { address: 'third-party', signature: 'assumed' },
  source: 'DefiLlama/DefiLlama-Adapters@projects/pumpbtc/index.js (01baec3)',
} as const;

export const pumpbtc = defineProtocol({
  id: 'pumpbtc',
  name: 'pumpBTC',
  kind: 'btc-token',
  status: {
    is: 'live',
    note: 'Small. Its operator moves the assets off chain.',
    source: 'pumpbtc/pumpBTC-contract@README.md (d2888fa, 2024-12-09)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'pumpbtc.xyz',
      evidence: 'third-party',
      source:
        'DefiLlama/DefiLlama-Adapters@projects/pumpbtc/index.js, which reads dashboard.pumpbtc.xyz (1eb4e81, 2026-08-22)',
    },
  ],
  impostorsSeen: [],
  tokens: [
    {
      chainId: 1,
      symbol: 'pumpBTC',
      address: '0xF469fBD2abcd6B9de8E169d128226C0Fc90a012e',
      decimals: 8,
      restaking: true,
      stake: null,
      evidence: 'official-repo',
      source: 'pumpbtc/pumpBTC-contract@scripts/deploy/deploy-lockMint.js (d2888fa)',
    },
    {
      chainId: 43111,
      symbol: 'pumpBTC',
      address: '0xF469fBD2abcd6B9de8E169d128226C0Fc90a012e',
      decimals: 8,
      restaking: true,
      stake: null,
      evidence: 'partner-repo',
      source: 'hemilabs/ui-monorepo@portal/tokenList/stakeTokens.ts (cd37777, 2026-08-21)',
    },
  ],
  deposits: [
    {
      ...staking,
      chainId: 1,
      to: '0x1fCca65fb6Ae3b2758b9b2B394CB227eAE404e1E',
      assetFrom: 'none',
      gives: 'pumpBTC',
      source:
        'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1); pumpbtc/pumpBTC-contract@contracts/PumpStaking.sol',
      note: 'the one wrapped Bitcoin it takes is not named in the call',
    },
    {
      ...held,
      chainId: 1,
      to: '0x3d9bCcA8Bc7D438a4c5171435f41a0AF5d5E6083',
      assetFrom: 'none',
      gives: 'pumpBTC',
    },
    {
      ...held,
      chainId: 56,
      to: '0x2Ee808F769AB697C477E0aF8357315069b66bCBb',
      assetFrom: '0x7130d2A12B9BCbFAe4f2634d864A1Ee1Ce3Ead9c',
    },
    {
      ...held,
      chainId: 5000,
      to: '0xd6Ab15B2458B6EC3E94cE210174d860FdBdd6b96',
      assetFrom: '0xC96dE26018A54D51c097160568752c4E3BD6C364',
    },
  ],
  contracts: [],
  track: nothingPublished,
  provenance: {
    sources: [
      'pumpbtc/pumpBTC-contract (d2888fa, 2024-12-09)',
      'Veda-Labs/boring-vault (45243c1, 2026-05-28)',
    ],
    readOn: '2026-11-21',
  },
});

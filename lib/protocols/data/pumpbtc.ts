import { serviceCoverSearch, settledOffChain } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

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
      chainId: 1,
      to: '0x1fCca65fb6Ae3b2758b9b2B394CB227eAE404e1E',
      contractName: 'PumpStaking',
      signature: 'stake(uint256)',
      selector: '0xa694fc3a',
      does: 'deposit',
      amountFrom: [0],
      amountUnit: 'assets',
      assetFrom: 'none',
      receiverFrom: 'caller',
      gives: 'pumpBTC',
      stake: null,
      notModelled: settledOffChain,
      evidence: { address: 'third-party', signature: 'official-repo' },
      source:
        'Veda-Labs/boring-vault@test/resources/ChainValues.sol (45243c1); pumpbtc/pumpBTC-contract@contracts/PumpStaking.sol',
      note: 'the one wrapped Bitcoin it takes is not named in the call',
    },
  ],
  contracts: [],
  track: {
    liveSince: null,
    audits: null,
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'pumpbtc/pumpBTC-contract (d2888fa, 2024-12-09)',
      'Veda-Labs/boring-vault (45243c1, 2026-05-28)',
    ],
    readOn: '2026-11-21',
  },
});

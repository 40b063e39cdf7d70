import { serviceCoverSearch } from '../common.ts';
import { defineProtocol } from '../define-protocol.ts';

const partner = {
  evidence: 'partner-repo',
  source: 'yieldnest/yieldnest-kernel-lrt@script/Contracts.sol (65cd272)',
} as const;
const gateway = {
  chainId: 56,
  to: '0xb32dF5B33dBCCA60437EC17b27842c12bFE83394',
  contractName: 'StakerGateway',
  amountUnit: 'assets',
  receiverFrom: 'caller',
  gives: null,
  stake: null,
  notModelled: 'It restakes on BNB Chain. The terms of slashing there are not known.',
  evidence: { address: 'partner-repo', signature: 'partner-repo' },
  source:
    'yieldnest/yieldnest-kernel-lrt@script/Contracts.sol; src/interface/external/kernel/IStakerGateway.sol',
} as const;

export const kernel = defineProtocol({
  id: 'kernel-bnb',
  name: 'Kernel (BNB Chain)',
  kind: 'restaking-layer',
  status: {
    is: 'live',
    note: 'Live on BNB Chain since December 2024. A sister of Kelp, with contracts of its own.',
    source: 'DefiLlama/DefiLlama-Adapters@projects/kernel-dao/index.js (1eb4e81, 2026-08-22)',
    asOf: '2026-11-21',
  },
  officialDomains: [
    {
      domain: 'kerneldao.com',
      evidence: 'partner-repo',
      source: 'yieldnest/yieldnest-kernel-lrt@README.md (65cd272)',
    },
  ],
  impostorsSeen: [],
  tokens: [],
  deposits: [
    {
      ...gateway,
      signature: 'stake(address,uint256,string)',
      selector: '0x4df42566',
      does: 'deposit',
      amountFrom: [1],
      assetFrom: [0],
    },
    {
      ...gateway,
      signature: 'stakeNative(string)',
      selector: '0xc412056b',
      does: 'deposit',
      amountFrom: 'value',
      assetFrom: 'native',
    },
    {
      ...gateway,
      signature: 'stakeClisBNB(string)',
      selector: '0x10ce2626',
      does: 'deposit',
      amountFrom: 'value',
      assetFrom: 'native',
    },
  ],
  contracts: [
    {
      chainId: 56,
      address: '0xd0B91Fc0a323bbb726faAF8867CdB1cA98c44ABB',
      name: 'AssetRegistry',
      role: 'core',
      ...partner,
    },
    {
      chainId: 56,
      address: '0x45d7Bb73253A908E6160aa5FD9DA083F7Bc6faf5',
      name: 'KernelConfig',
      role: 'core',
      ...partner,
    },
  ],
  track: {
    liveSince: {
      value: '2024-12-10',
      evidence: 'third-party',
      source: 'DefiLlama/DefiLlama-Adapters@projects/kernel-dao/index.js: its start',
      asOf: '2026-11-21',
    },
    audits: {
      value: 2,
      evidence: 'unsure',
      source: 'third-party text names ChainSecurity and Sigma Prime; no report was read',
      asOf: '2026-11-21',
    },
    bugBounty: null,
    lossEvents: null,
    covers: [],
    coverSearch: serviceCoverSearch,
  },
  provenance: {
    sources: [
      'yieldnest/yieldnest-kernel-lrt (65cd272, 2025-03-20)',
      'DefiLlama/DefiLlama-Adapters (1eb4e81, 2026-08-22)',
    ],
    readOn: '2026-11-21',
  },
});

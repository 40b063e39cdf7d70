import { describe, expect, it } from 'vitest';

import { placeSite } from '../../lib/detect/site.ts';
import type { Protocol } from '../../lib/protocols/index.ts';

function made(
  id: string,
  name: string,
  domains: readonly string[],
  unsure: readonly string[] = [],
): Protocol {
  const source = 'made for the test';
  return {
    id,
    name,
    kind: 'lrt',
    status: { is: 'live', note: '', source, asOf: '2026-11-21' },
    officialDomains: [
      ...domains.map((domain) => ({ domain, evidence: 'official-repo', source }) as const),
      ...unsure.map((domain) => ({ domain, evidence: 'unsure', source }) as const),
    ],
    impostorsSeen: [],
    tokens: [],
    deposits: [],
    contracts: [],
    track: { liveSince: null, audits: null, bugBounty: null, lossEvents: null, covers: [] },
    provenance: { sources: [source], readOn: '2026-11-21' },
  };
}

/** Names and domains of the facts, also of protocols that are added later. */
const protocols: readonly Protocol[] = [
  made('etherfi', 'ether.fi', ['ether.fi']),
  made('renzo', 'Renzo', ['renzoprotocol.com']),
  made('puffer', 'Puffer', ['puffer.fi']),
  made('kelp', 'Kelp DAO', ['kelpdao.xyz'], ['kerneldao.com']),
  made('eigenlayer', 'EigenLayer', ['eigenlayer.xyz', 'eigencloud.xyz']),
  made('swell', 'Swell', ['swellnetwork.io']),
  made('symbiotic-v1', 'Symbiotic', ['symbiotic.fi']),
  made('karak', 'Karak', ['karak.network']),
  made('mellow', 'Mellow', ['mellow.finance']),
  made('kernel-bnb', 'Kernel', [], ['kerneldao.com']),
  made('bedrock', 'Bedrock', ['bedrock.technology']),
  made('lombard-lbtc', 'Lombard', ['lombard.finance']),
  made('solv', 'Solv Protocol', ['solv.finance']),
  made('yieldnest', 'YieldNest', ['yieldnest.finance']),
  made('inception', 'Inception', ['inceptionlrt.com']),
  made('stakestone', 'StakeStone', ['stakestone.io']),
  made('mantle-meth-cmeth', 'Mantle mETH', [], ['methprotocol.xyz']),
];

const lookalike = (host: string): boolean => placeSite(`https://${host}`, protocols).lookalike;

describe('a protocol’s name under another parent', () => {
  it.each([
    'etherfi.claim-app.xyz',
    'ether-fi.app',
    'claim-etherfi.com',
    'etherficlaim.com',
    'kelp-dao.app',
    'kelpdao.com',
    'app.kelpdao-airdrop.xyz',
    'renzoprotocol.xyz',
    'renzo-restake.app',
    'eigenlayer-airdrop.org',
    'claims.eigenlayer.com',
    'myeigenlayerdrops.com',
    'puffer-claim.xyz',
    'puffer.claim-rewards.app',
    'claim.puffer.airdrop-portal.com',
    'swell-airdrop.com',
    'swellnetwork.app',
    'karak-points.xyz',
    'solv-protocol.com',
    'solvprotocol.app',
    'lombard-finance.app',
    'lombardstake.com',
    'bedrock-defi.com',
    'kernel-restaking.xyz',
    'mellow-vault.app',
    'yieldnest.app',
    'stakestone.app',
    'symbiotic-fi.app',
    'рuffer-claim.xyz', // with a Cyrillic letter
  ])('%s is an imitation', (host) => {
    expect(lookalike(host)).toBe(true);
  });

  it('is none on the official site itself, nor below it', () => {
    for (const host of ['app.ether.fi', 'claim.puffer.fi', 'app.solv.finance', 'dapp.swellnetwork.io'])
      expect(placeSite(`https://${host}`, protocols)).toMatchObject({ lookalike: false, aggregator: false });
    expect(placeSite('https://app.solv.finance', protocols).protocols).toEqual(['solv']);
  });
});

describe('a domain that only an unsure source gives', () => {
  it('is no official site, and no imitation either', () => {
    for (const host of ['kerneldao.com', 'app.kerneldao.com', 'methprotocol.xyz'])
      expect(placeSite(`https://${host}`, protocols)).toEqual({
        protocols: [],
        aggregator: false,
        lookalike: false,
      });
  });

  it('is not what another site can imitate', () => {
    expect(lookalike('methprotocol.xy')).toBe(false);
  });
});

/** Real sites of others, from general knowledge of the web, whose names hold, or lie near, those of protocols. */
const unrelated = [
  'kernel.org',
  'www.kernel.org',
  'kernel.ubuntu.com',
  'lore.kernel.org',
  'bedrock.com',
  'bedrockstreaming.com',
  'docs.aws.amazon.com',
  'bedrock-runtime.us-east-1.amazonaws.com',
  'bedrock.dev',
  'lombard.ca',
  'lombardodier.com',
  'www.lombardiaspeciale.regione.lombardia.it',
  'swell.com',
  'swell.is',
  'swellinfo.com',
  'surfline.com',
  'puffer.com',
  'pufferfish.com',
  'kelp.com',
  'kelp.agency',
  'thekelp.forest.org',
  'renzo.it',
  'renzopiano.com',
  'rpbw.com',
  'karak.jo',
  'karakoram.com',
  'mellow.io',
  'mellow.store',
  'mellowmushroom.com',
  'mantle.com',
  'mantle.xyz',
  'solv.nl',
  'solve.care',
  'solvay.com',
  'solver.com',
  'resolv.xyz',
  'symbioticsgroup.com',
  'inception.org',
  'inceptionlabs.ai',
  'stone.co',
  'stake.com',
  'stakewise.io',
  'app.stakewise.io',
  'lido.fi',
  'stake.lido.fi',
  'rocketpool.net',
  'aave.com',
  'app.aave.com',
  'app.morpho.org',
  'app.pendle.finance',
  'curve.finance',
  'app.spark.fi',
  'etherscan.io',
  'ethereum.org',
  'ether.world',
  'etherealsummit.com',
  'togetherfinance.com',
  'ethena.fi',
  'app.ethena.fi',
  'eigenvector.com',
  'eigen.tuxfamily.org',
  'eigenvalue.de',
  'opensea.io',
  'safe.global',
  'app.safe.global',
  'binance.com',
  'coinbase.com',
  'metamask.io',
  'claim.optimism.io',
  'app.frax.finance',
  'beefy.finance',
  'app.euler.finance',
  'convexfinance.com',
  'yearn.fi',
  'balancer.fi',
  'gearbox.fi',
  'compound.finance',
  'sky.money',
];

describe('a site of somebody else', () => {
  it.each(unrelated)('%s stays unremarked', (host) => {
    expect(placeSite(`https://${host}`, protocols)).toEqual({
      protocols: [],
      aggregator: false,
      lookalike: false,
    });
    expect(placeSite(`https://${host}`)).toEqual({ protocols: [], aggregator: false, lookalike: false });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { getAddress, parseAbiItem, toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';

import { placeSite } from '../../lib/detect/site.ts';
import { chainNames } from '../../lib/protocols/chains.ts';
import * as common from '../../lib/protocols/common.ts';
import {
  officialProtocols,
  type ProtocolId,
  protocols,
  registry,
  sites,
  stakeById,
} from '../../lib/protocols/index.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ids: readonly ProtocolId[] = [
  ...(['etherfi', 'renzo', 'puffer', 'kelp', 'swell', 'mantle-meth-cmeth', 'yieldnest', 'mellow'] as const),
  ...(['eigenpie', 'inception', 'stakestone'] as const),
  ...(['solv', 'bedrock', 'lombard-lbtc', 'pumpbtc', 'lorenzo-stbtc'] as const),
  ...(['eigenlayer', 'symbiotic-v1', 'symbiotic-v2', 'karak', 'kernel-bnb', 'satlayer', 'suzaku'] as const),
  'treehouse-teth',
];

describe('the list of protocols', () => {
  it('holds exactly the protocols there is a data file for', () => {
    const files = readdirSync(folder('../../lib/protocols/data')).map((name) => name.replace(/\.ts$/, ''));
    expect(protocols.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('keeps the ids literal, so that the compiler knows them', () => {
    expect(protocols.map(({ id }) => id)).toEqual(ids);
  });

  it('gives every protocol its own id', () => {
    expect(new Set(protocols.map(({ id }) => id)).size).toBe(protocols.length);
  });

  it('gives each function, and each token, to one protocol alone', () => {
    const functions = protocols.flatMap(({ deposits }) =>
      deposits.map(({ chainId, to, selector }) => `${chainId} ${to} ${selector}`),
    );
    const held = protocols.flatMap(({ tokens }) =>
      tokens.map(({ chainId, address }) => `${chainId} ${address}`),
    );
    expect(functions.filter((key, index) => functions.indexOf(key) !== index)).toEqual([]);
    expect(held.filter((key, index) => held.indexOf(key) !== index)).toEqual([]);
  });

  it('knows the token that each entry gives', () => {
    const held = new Set(
      protocols.flatMap(({ tokens }) => tokens.map(({ chainId, symbol }) => `${chainId} ${symbol}`)),
    );
    const given = protocols.flatMap(({ deposits }) =>
      deposits.flatMap(({ chainId, gives }) => (gives === null ? [] : [`${chainId} ${gives}`])),
    );
    expect([...new Set(given)].filter((key) => !held.has(key))).toEqual([]);
  });

  it('protects official sites with their subdomains, but of a shared host only that host', () => {
    expect(sites()).toContain('*://*.ether.fi/*');
    expect(sites()).toContain('*://etherfi.gitbook.io/*');
    expect(sites().filter((pattern) => /^\*:\/\/\*?\.?gitbook\.io/.test(pattern))).toEqual([]);
    for (const pattern of sites()) expect(pattern).toMatch(/^\*:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
  });
});

describe.each(protocols)(
  '$id',
  ({ deposits, tokens, contracts, officialDomains, impostorsSeen, provenance, kind, status, id }) => {
    it('writes every address with its checksum', () => {
      const addresses = [
        ...deposits.flatMap(({ to, assetFrom }) => [
          to,
          ...(typeof assetFrom === 'string' && assetFrom.startsWith('0x') ? [assetFrom] : []),
        ]),
        ...deposits.flatMap(({ exceptWhere }) => (exceptWhere === undefined ? [] : [exceptWhere.is])),
        ...tokens.map(({ address }) => address),
        ...contracts.map(({ address }) => address),
      ];
      expect(addresses.map((address) => getAddress(address))).toEqual(addresses);
    });

    it('has the selector that each signature gives, and signatures that parse', () => {
      for (const { signature, selector } of deposits) {
        expect(parseAbiItem(`function ${signature}`)).toMatchObject({ type: 'function' });
        expect(toFunctionSelector(`function ${signature}`)).toBe(selector);
      }
    });

    it('speaks only of chains that have a name', () => {
      const chains = [...deposits, ...tokens, ...contracts].map(({ chainId }) => chainId);
      expect(chains.filter((chainId) => chainNames[chainId] === undefined)).toEqual([]);
    });

    it('registers each function and each token once', () => {
      const functions = deposits.map(({ chainId, to, selector }) => `${chainId} ${to} ${selector}`);
      const held = tokens.map(({ chainId, address }) => `${chainId} ${address}`);
      expect(new Set(functions).size).toBe(functions.length);
      expect(new Set(held).size).toBe(held.length);
    });

    it('says of every fact where it comes from, and names no source that cannot be looked up', () => {
      const named = [...officialDomains, ...impostorsSeen];
      const facts = [...deposits, ...tokens, ...contracts, ...named];
      for (const { source } of facts) {
        expect(source.length).toBeGreaterThan(3);
        expect(source).not.toMatch(/code index|index id/);
      }
      expect(provenance.sources.length).toBeGreaterThan(0);
      expect(provenance.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    });

    it('gives every entry a stake that exists, or the reason why none is modelled', () => {
      for (const entry of deposits) {
        if (entry.stake !== null) expect(stakeById(entry.stake)?.id).toBe(entry.stake);
        else {
          expect(entry.notModelled).toMatch(/\.$/);
          for (const sentence of entry.notModelled.split(/(?<=[.;])\s/))
            expect([sentence, sentence.split(/\s+/).length <= 15]).toEqual([sentence, true]);
        }
      }
      for (const { stake } of tokens) if (stake !== null) expect(stakeById(stake)?.id).toBe(stake);
    });

    it('says how it stands, with a source and a day', () => {
      expect(status.source.length).toBeGreaterThan(3);
      expect(status.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(status.asOf <= provenance.readOn).toBe(true);
    });

    it('raises nothing where it is no restaking', () => {
      if (kind !== 'not-restaking') return;
      expect(deposits).toEqual([]);
      expect(tokens.filter(({ restaking }) => restaking)).toEqual([]);
    });

    it('never takes a site for official that no source shows to be', () => {
      for (const { domain, evidence } of officialDomains) {
        const official = evidence !== 'unsure';
        expect([domain, officialProtocols(domain).includes(id)]).toEqual([domain, official]);
        expect([domain, sites().some((pattern) => pattern.includes(domain))]).toEqual([domain, official]);
      }
    });

    it('lets an entry on another chain name only the stake of a token of its own on Ethereum', () => {
      const atHome = new Set([
        ...tokens.flatMap(({ chainId, stake }) => (chainId === 1 ? [stake] : [])),
        ...deposits.flatMap(({ chainId, stake }) => (chainId === 1 ? [stake] : [])),
      ]);
      const away = [...tokens, ...deposits].filter(({ chainId, stake }) => chainId !== 1 && stake !== null);
      expect(away.filter(({ stake }) => !atHome.has(stake))).toEqual([]);
      // A position without a token of its own cannot be on another chain.
      expect(away.filter((entry) => 'gives' in entry && entry.gives === null)).toEqual([]);
    });

    it('takes amounts, assets and receivers from arguments that the signature has', () => {
      for (const entry of deposits) {
        const { signature, amountFrom, assetFrom, receiverFrom, strategyFrom, operatorFrom } = entry;
        const heads = signature
          .slice(signature.indexOf('(') + 1, -1)
          .replace(/\([^()]*\)/g, 'tuple')
          .split(',').length;
        const excepted = entry.exceptWhere?.argument;
        for (const path of [amountFrom, assetFrom, receiverFrom, strategyFrom, operatorFrom, excepted]) {
          if (typeof path === 'object') expect(path[0]).toBeLessThan(heads);
        }
        if (entry.readAs !== undefined) expect(entry.readAs.split(',').length).toBe(heads);
      }
    });

    it('has vectors, with look-alikes that must not match', () => {
      const vectors: unknown = JSON.parse(readFileSync(folder(`../vectors/${id}.json`), 'utf8'));
      expect(Array.isArray(vectors)).toBe(true);
      if (!Array.isArray(vectors)) return;
      expect(vectors.filter((vector) => vector.expect !== null).length).toBeGreaterThanOrEqual(
        deposits.length,
      );
      expect(
        vectors.filter((vector) => String(vector.title).startsWith('look-alike')).length,
      ).toBeGreaterThan(0);
      for (const vector of vectors)
        expect(vector.made === true || /^0x[0-9a-f]{64}$/.test(vector.hash)).toBe(true);
    });

    it('writes official domains as a browser names hosts', () => {
      for (const { domain } of officialDomains) expect(new URL(`https://${domain}/`).hostname).toBe(domain);
    });
  },
);

describe('sites whose names lie near an official one', () => {
  it.each(common.unrelatedNeighbours)(
    '$domain is of its own, and its subdomains too',
    ({ domain, source }) => {
      expect(source.length).toBeGreaterThan(10);
      for (const host of [domain, `app.${domain}`])
        expect(placeSite(`https://${host}`)).toEqual({ protocols: [], aggregator: false, lookalike: false });
    },
  );

  it('does not free names that are nearer still', () => {
    expect(placeSite('https://solv.fiance').lookalike).toBe(true);
    expect(placeSite('https://so1v.finance').lookalike).toBe(true);
    expect(placeSite('https://eigenlayer.magpiexyz.io').protocols).toEqual(['eigenpie']);
  });
});

describe('lookups', () => {
  const pool = '0x308861A430be4cce5502d0A12724771Fc6DaF216';

  it('finds a deposit by chain, address and selector together, in any letter case', () => {
    expect(registry.findDeposit(1, pool, '0xd0e30db0')?.protocol).toBe('etherfi');
    expect(
      registry.findDeposit(1, '0x308861a430be4cce5502d0a12724771fc6daf216', '0xD0E30DB0')?.protocol,
    ).toBe('etherfi');
  });

  it('finds none when any of the three differs', () => {
    expect(registry.findDeposit(10, pool, '0xd0e30db0')).toBeNull();
    expect(registry.findDeposit(1, '0x408861A430be4cce5502d0A12724771Fc6DaF216', '0xd0e30db0')).toBeNull();
    expect(registry.findDeposit(1, pool, '0xd0e30db1')).toBeNull();
  });

  it('knows exits, owners, wrapped coins and utilities, each on its own chain', () => {
    expect(registry.isKnown(1, '0x5efc9D10E42FB517456f4ac41EB5e2eBe42C8918')).toBe(true);
    expect(registry.isKnown(1, '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2')).toBe(true);
    expect(registry.isKnown(10, '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2')).toBe(false);
    expect(registry.isKnown(10, common.permit2)).toBe(true);
  });

  it('knows one wrapper of the native coin on a chain, and only on chains that have a name', () => {
    const chains = common.wrappedNative.map(({ chainId }) => chainId);
    expect(new Set(chains).size).toBe(chains.length);
    expect(chains.filter((chainId) => chainNames[chainId] === undefined)).toEqual([]);
    expect(registry.isKnown(43114, '0xB31f66AA3C1e785363F0875A1B74E27b85FD66c7')).toBe(true);
  });

  it('does not count contracts that only wrap among those where money enters', () => {
    const weETH = '0xcd5fe23c85820f7b72d0926fc9b05b43e359b7ee';
    expect(registry.isDepositContract(1, weETH)).toBe(true);
    expect(registry.depositContracts(1)).not.toContain(weETH);
  });

  it('names tokens people pay in with, with a checksum and a source', () => {
    expect(registry.asset(1, '0xae7ab96520de3a18e5e111b5eaab095312d7fe84')).toEqual({
      symbol: 'stETH',
      decimals: 18,
    });
    for (const { address, source } of [...common.payTokens, ...common.wrappedNative, ...common.swapRouters]) {
      expect(getAddress(address)).toBe(address);
      expect(source).not.toBe('');
    }
  });
});

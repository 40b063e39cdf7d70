import { describe, expect, it } from 'vitest';

import { unreadOf } from '../../lib/exposure/assemble.ts';
import type { Raw, Request } from '../../lib/exposure/request.ts';
import { readExposure } from '../../lib/exposure/index.ts';
import { registry, stakeById } from '../../lib/protocols/index.ts';
import { type Answered, depositInto, ok, readingOf, reverted } from './fake-reading.ts';

const TIMELOCK = BigInt('0x49bD9989E31aD35B0A62c20BE86335196A3135B1');
const PROXY_ADMIN = BigInt('0xb61e0E39b6d4030C36A176f576aaBE44BF59Dc78');

const kelpGovernance: Answered = {
  admin: ok(PROXY_ADMIN),
  adminOwner: ok(TIMELOCK),
  upDelay: ok(864_000),
  safeOwners: ok(32, 8, 1, 2, 3, 4, 5, 6, 7, 8),
  safeThreshold: ok(6),
};

async function kelp(more: Answered) {
  return (await readingOf('kelp-rseth', { ...kelpGovernance, ...more })).findings;
}

describe('who can change the code', () => {
  it('is a timelock, and who proposes to it, where the chain names the recorded authority', async () => {
    const { admin } = await kelp({});
    expect(admin).toMatchObject({
      status: 'known',
      value: {
        type: 'timelock',
        who: '0x49bD9989E31aD35B0A62c20BE86335196A3135B1',
        signers: 8,
        threshold: 6,
      },
      block: 25_000_000n,
    });
  });

  it.each([
    ['another proxy admin', { admin: ok(7) }, 'no-source'],
    ['another owner of it', { adminOwner: ok(7) }, 'no-source'],
    ['an owner that cannot be read', { adminOwner: reverted }, 'reverted'],
    ['a delay that cannot be read', { upDelay: reverted }, 'reverted'],
  ] as const)('is not known with %s', async (_, more, reason) => {
    const findings = await kelp(more);
    expect(findings.admin).toMatchObject({ status: 'unknown', reason });
    expect(unreadOf(findings)).toContainEqual({ figure: 'admin', reason });
  });

  it('is a timelock of unknown signers where their Safe cannot be read, or answers nonsense', async () => {
    for (const more of [
      { safeOwners: reverted, safeThreshold: reverted },
      { safeOwners: ok(32, 0), safeThreshold: ok(0) },
    ]) {
      expect((await kelp(more)).admin).toMatchObject({
        value: { type: 'timelock', signers: null, threshold: null },
      });
    }
    expect((await kelp({ safeThreshold: ok(9) })).admin).toMatchObject({
      value: { signers: 8, threshold: null },
    });
  });

  it('is whoever may use it where a timelock waits for nothing', async () => {
    expect((await kelp({ upDelay: ok(0) })).admin).toMatchObject({
      value: { type: 'multisig', threshold: 6 },
    });
    expect((await kelp({ upDelay: ok(0), safeThreshold: ok(1) })).admin).toMatchObject({
      value: { type: 'singleKey' },
    });
    expect((await kelp({ upDelay: ok(0), safeThreshold: reverted })).admin).toMatchObject({
      status: 'unknown',
      reason: 'no-source',
    });
  });

  it('says where no read can confirm the recorded authority', async () => {
    const { findings } = await readingOf('etherfi', { upDelay: ok(864_000) });
    expect(findings.admin).toMatchObject({ value: { type: 'timelock', signers: null } });
    expect(findings.admin).toMatchObject({ source: expect.stringContaining('not checked on chain') });
    expect((await kelp({})).admin).not.toMatchObject({
      source: expect.stringContaining('not checked on chain'),
    });
  });
});

describe('a faster way to new code', () => {
  const council = { communityOwners: ok(32, 3, 1, 2, 3), communityThreshold: ok(2) };
  const fast = async (more: Answered, change?: Parameters<typeof readingOf>[2]) =>
    (await readingOf('eigenlayer-direct', { ...council, ...more }, change)).findings.upgradeFastPath;

  it('has the signers that were read', async () => {
    expect(await fast({})).toMatchObject({ signers: 3, threshold: 2 });
  });

  it('has no number where a read failed or makes no sense, whatever was published', async () => {
    expect(await fast({ communityOwners: reverted })).toMatchObject({ signers: null, threshold: 2 });
    expect(await fast({ communityThreshold: reverted })).toMatchObject({ signers: 3, threshold: null });
    expect(await fast({ communityThreshold: ok(4) })).toMatchObject({ signers: 3, threshold: null });
  });

  it('has the published numbers where no read is asked', async () => {
    const upgrade = stakeById('eigenlayer-direct')?.upgrade;
    if (upgrade === undefined) throw new Error('no record');
    const published = { signers: 13, threshold: 9, asOf: '2026-11-21' };
    const fastPath = { who: 'council', address: null, published };
    expect(await fast({}, { upgrade: { ...upgrade, fastPath } })).toMatchObject({
      signers: 13,
      threshold: 9,
    });
  });
});

/** Answers the code of every proxy of a stake as it was published, or as `change` says, by role. */
function codeOf(stake: string, change: Readonly<Record<string, Raw>> = {}): Answered {
  const proxies = stakeById(stake)?.proxies ?? [];
  return Object.fromEntries(
    proxies.flatMap(({ address, role, implementation }): [string, (request: Request) => Raw][] =>
      implementation === null
        ? []
        : [[`code of ${address}`, () => change[role] ?? ok(BigInt(implementation))]],
    ),
  );
}

async function codeAgeOf(stake: string, change: Readonly<Record<string, Raw>> = {}) {
  const { findings } = await readingOf(stake, codeOf(stake, change));
  const { lastUpgradeAt: at, lastUpgradeFrom: from } = findings.figures;
  return { at, from, remarks: findings.remarks.join(), findings };
}

/** The last second of a day, Unix. */
function endOf(day: string): bigint {
  return BigInt(Date.parse(`${day}T23:59:59Z`) / 1000);
}

describe('when the code last changed', () => {
  it.each([
    ['kelp-rseth', '2026-01-24', '2026-05-01'],
    // The weETH adapter is older: the newest change counts.
    ['etherfi', '2026-07-14', '2026-09-09'],
  ])(
    '%s: is the end of the newest published day while all code is the published one',
    async (stake, day, seen) => {
      const { at, from, remarks } = await codeAgeOf(stake);
      expect(at).toMatchObject({ status: 'known', value: endOf(day), source: expect.stringContaining(seen) });
      expect(from).toMatchObject({ status: 'known', value: endOf(day) - 86_399n });
      expect(remarks).not.toContain('code known on');
    },
  );

  it.each([
    ['kelp-rseth', 'LRTOracle', '2026-05-01'],
    ['etherfi', 'EtherFiNode (each)', '2026-09-09'],
    ['puffer-pufeth', 'PufferVault', '2026-05-07'],
    ['eigenlayer-direct', 'AllocationManager', '2026-05-01'],
  ])(
    '%s: is not known, and the change is said, where the code of one is another',
    async (stake, role, seen) => {
      const { at, from, remarks } = await codeAgeOf(stake, { [role]: ok(0xbadn) });
      expect(at).toMatchObject({ status: 'unknown', reason: 'no-source' });
      // It was another on the day it was seen, so it changed after that day began.
      expect(from).toMatchObject({ status: 'known', value: endOf(seen) - 86_399n });
      expect(remarks).toContain(`The code of ${role} is not the code known on ${seen}.`);
    },
  );

  it('counts the others where several changed', async () => {
    const { remarks } = await codeAgeOf('kelp-rseth', {
      LRTDepositPool: ok(1),
      LRTOracle: ok(0),
      rsETH: ok(2),
    });
    expect(remarks).toContain('The code of LRTDepositPool and 2 more is not the code known on 2026-05-01.');
  });

  it('is not known for the reason of the read that failed', async () => {
    const { at, findings } = await codeAgeOf('kelp-rseth', { LRTConfig: reverted });
    expect(at).toMatchObject({ status: 'unknown', reason: 'reverted' });
    expect(unreadOf(findings)).toContainEqual({ figure: 'lastUpgradeAt', reason: 'reverted' });
  });

  it.each(['puffer-pufeth', 'renzo-ezeth', 'eigenlayer-direct'])(
    '%s: is not known where a day was never published, and no read is at fault',
    async (stake) => {
      const { at, remarks, findings } = await codeAgeOf(stake);
      expect(at).toMatchObject({ status: 'unknown', reason: 'no-source' });
      expect(remarks).not.toContain('code known on');
      expect(unreadOf(findings).map(({ figure }) => figure)).not.toContain('lastUpgradeAt');
    },
  );

  it('is never later than the block', async () => {
    const proxies = (stakeById('kelp-rseth')?.proxies ?? []).map((proxy) => ({
      ...proxy,
      since: '2030-01-01',
    }));
    const { findings } = await readingOf('kelp-rseth', codeOf('kelp-rseth'), { proxies });
    expect(findings.figures['lastUpgradeAt']).toMatchObject({ value: 1_790_000_000n });
  });

  it('is not known where the record names no contract', async () => {
    const { findings } = await readingOf('kelp-rseth', {}, { proxies: [] });
    expect(findings.figures['lastUpgradeAt']).toMatchObject({ status: 'unknown', reason: 'no-source' });
  });
});

describe('when the price was set', () => {
  it('is the slot of ether.fi’s last report', async () => {
    const { findings } = await readingOf('etherfi', { reportSlot: ok(15_000_000) });
    expect(findings.figures['rateUpdatedAt']).toMatchObject({ value: 1_786_824_023n });
  });

  it('is not known where it would be in the time to come', async () => {
    const { findings } = await readingOf('etherfi', { reportSlot: ok(16_000_000) });
    expect(findings.figures['rateUpdatedAt']).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });

  it('is not known where the report cannot be read', async () => {
    const { findings } = await readingOf('etherfi', { reportSlot: reverted });
    expect(findings.figures['rateUpdatedAt']).toMatchObject({ status: 'unknown', reason: 'reverted' });
  });

  it.each(['puffer-pufeth', 'kelp-rseth', 'renzo-ezeth'])(
    '%s: is said to be what no view tells',
    async (stake) => {
      const { findings } = await readingOf(stake, {});
      expect(findings.figures['rateUpdatedAt']).toMatchObject({ status: 'unknown', reason: 'no-source' });
      expect(unreadOf(findings).map(({ figure }) => figure)).not.toContain('rateUpdatedAt');
    },
  );
});

describe('where nothing could be read', () => {
  const options = {
    nodes: [],
    now: () => 0,
    signal: new AbortController().signal,
    deadlineMs: 1_000,
  } as const;

  it.each([
    ['no node answers', 'kelp-rseth', 'rpc-failed'],
    ['nothing is modelled', null, 'not-modelled'],
  ] as const)(
    'since %s: code and slashes are unknown, and the published past is still said',
    async (_, stake, reason) => {
      const deposit = { ...depositInto('kelp-rseth'), protocol: 'kelp', stake };
      const exposure = await readExposure(deposit, options);
      expect(exposure.admin).toEqual({ status: 'unknown', reason });
      expect(exposure.lastSlashAt).toEqual({ status: 'unknown', reason });
      expect(exposure.track).toBe(registry.track('kelp'));
      expect((await readExposure({ ...deposit, protocol: 'another' }, options)).track).toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';

import type { Raw, Request } from '../../lib/exposure/request.ts';
import { type Answered, ok, readingOf, reverted } from './fake-reading.ts';

const NAMES = ['token', 'manager', 'vault', 'queue'] as const;
const starved: Raw = { status: 'failed', reason: 'starved' };
const empty: Raw = { status: 'ok', data: '' };
const PARTS = ['Owner', 'MinDelay', 'Delay', 'Code', 'Threshold', 'Owners'] as const;

type Parts = Readonly<Partial<Record<'Admin' | (typeof PARTS)[number], Raw>>>;

const adminOf = (n: number) => 0x1000 + n;
const ownerOf = (n: number) => 0x2000 + n;

/** What stands behind each proxy, by name: an admin and an owner of its own, and the parts that are given. */
function behind(parts: Readonly<Record<string, Parts>>): Answered {
  const names = Object.keys(parts);
  const answered = names.flatMap((name, n): [string, Answered[string]][] => [
    [`${name}Admin`, parts[name]?.Admin ?? ok(adminOf(n))],
    ...PARTS.map((part): [string, Answered[string]] => [
      `${name}${part}`,
      ({ to }: Request) => {
        const at = names.findIndex(
          (_, i) => BigInt(to) === BigInt(adminOf(i)) || BigInt(to) === BigInt(ownerOf(i)),
        );
        const said = parts[names[at] ?? '']?.[part];
        if (part === 'Owner') return said ?? ok(ownerOf(at));
        return said ?? (part === 'Code' ? ok(1) : reverted);
      },
    ]),
  ]);
  return Object.fromEntries(answered);
}

/** The same behind every proxy of ynETH. */
function ownedBy(parts: Parts, names: readonly string[] = NAMES): Answered {
  return behind(Object.fromEntries(names.map((name) => [name, parts])));
}

const timelock = { MinDelay: ok(259_200) };
const safe = { Threshold: ok(3), Owners: ok(32, 5, 1, 2, 3, 4, 5) };

async function read(answers: Answered) {
  const { findings } = await readingOf('yieldnest-yneth', answers);
  return { delay: findings.upgradeDelaySecs, admin: findings.admin };
}

describe('who may change the code, asked of the chain', () => {
  it('is a timelock with its delay, of either make', async () => {
    const who = `0x${'2000'.padStart(40, '0')}`;
    const admin = { status: 'known', value: { type: 'timelock', who, signers: null, threshold: null } };
    expect(await read(ownedBy(timelock))).toMatchObject({ delay: { value: 259_200n }, admin });
    expect(await read(ownedBy({ Delay: ok(172_800) }))).toMatchObject({ delay: { value: 172_800n }, admin });
  });

  it('is a Safe that waits for nothing, with its signers', async () => {
    expect(await read(ownedBy(safe))).toMatchObject({
      delay: { status: 'known', value: 0n },
      admin: { value: { type: 'multisig', signers: 5, threshold: 3 } },
    });
    // A Safe without a handler answers what it does not know with nothing at all.
    expect(await read(ownedBy({ ...safe, MinDelay: empty, Delay: empty }))).toMatchObject({
      delay: { status: 'known', value: 0n },
    });
  });

  it('is one key where no code stands, or only lent code', async () => {
    for (const code of [0, 2]) {
      expect(await read(ownedBy({ MinDelay: empty, Delay: empty, Code: ok(code) }))).toMatchObject({
        delay: { status: 'known', value: 0n },
        admin: { value: { type: 'singleKey' } },
      });
    }
    expect(await read(ownedBy({ Threshold: ok(1), Owners: ok(32, 2, 1, 2) }))).toMatchObject({
      admin: { value: { type: 'singleKey', signers: 2, threshold: 1 } },
    });
  });

  it('is the fastest of all proxies', async () => {
    const slow = { MinDelay: ok(864_000) };
    const all = { token: slow, manager: slow, vault: slow, queue: timelock };
    expect(await read(behind(all))).toMatchObject({ delay: { value: 259_200n } });
    expect(await read(behind({ ...all, manager: safe }))).toMatchObject({
      delay: { value: 0n },
      admin: { value: { type: 'multisig' } },
    });
  });

  it('is at once where one way is, though another could not be read; else not known where one could not', async () => {
    const lost = { Owner: starved };
    const all = { token: lost, manager: lost, vault: lost };
    expect(await read(behind({ ...all, queue: safe }))).toMatchObject({ delay: { value: 0n } });
    expect(await read(behind({ ...all, queue: timelock }))).toMatchObject({
      delay: { status: 'unknown', reason: 'starved' },
      admin: { status: 'unknown' },
    });
  });

  it.each([
    ['a delay that ran out of gas is no missing delay', { MinDelay: starved, ...safe }, 'starved'],
    ['a threshold that ran out of gas', { Threshold: starved }, 'starved'],
    ['no admin in the slot: the proxy changes itself', { Admin: ok(0) }, 'no-source'],
    ['an owner of nought', { Owner: ok(0) }, 'no-source'],
    ['an owner that is no address', { Owner: ok(1n << 200n) }, 'no-source'],
    ['a contract that is neither timelock nor Safe', {}, 'no-source'],
    ['more needed than there are signers', { Threshold: ok(3), Owners: ok(32, 2, 1, 2) }, 'malformed'],
    ['nobody needed', { Threshold: ok(0), Owners: ok(32, 2, 1, 2) }, 'malformed'],
    ['signers that cannot be read', { Threshold: ok(2), Owners: starved }, 'starved'],
  ] as const)('is not known: %s', async (_, parts, reason) => {
    expect(await read(ownedBy(parts))).toMatchObject({
      delay: { status: 'unknown', reason },
      admin: { status: 'unknown' },
    });
  });

  it('names nobody for a timelock that waits for nothing', async () => {
    expect(await read(ownedBy({ MinDelay: ok(0) }))).toMatchObject({
      delay: { status: 'known', value: 0n },
      admin: { status: 'unknown', reason: 'no-source' },
    });
  });

  it('is believed for Swell only while the token names the contracts that are asked', async () => {
    const names = ['token', 'exit', 'access', 'deposits', 'eigen'];
    const named: Answered = {
      acm: ok(BigInt('0x796592b2092F7E150C48643dA19Dd2F28be3333F')),
      exitContract: ok(BigInt('0x58749C46Ffe97e4d79508a2C781C440f4756f064')),
      depositManager: ok(BigInt('0x5e6342D8090665bE14eeB8154c8a87B7249a4889')),
      elManager: ok(BigInt('0xC94CfFD5249Df4008a043EE61e13f19AF16d0936')),
    };
    const of = async (change: Answered) =>
      (await readingOf('swell-rsweth', { ...ownedBy(timelock, names), ...named, ...change })).findings
        .upgradeDelaySecs;
    expect(await of({})).toMatchObject({ status: 'known', value: 259_200n });
    expect(await of({ elManager: ok(7) })).toMatchObject({ status: 'unknown', reason: 'no-source' });
  });
});

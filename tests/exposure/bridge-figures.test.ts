import { describe, expect, it } from 'vitest';

import { known, type Reading, unknown } from '../../lib/core/index.ts';
import { unreadOf } from '../../lib/exposure/assemble.ts';
import { type Held, verifierFigures } from '../../lib/exposure/bridge-figures.ts';
import type { Path } from '../../lib/exposure/bridge-paths.ts';
import type { Request } from '../../lib/exposure/request.ts';
import { type BridgeHolder, bridgesOf, layerZero, layerZeroChains } from '../../lib/protocols/index.ts';
import { ok, readingOf, reverted } from './fake-reading.ts';

const weeth = bridgesOf('etherfi');
if (weeth === null) throw new Error('no bridges');
const SETTINGS = { required: [], optional: [], threshold: 0 };

function open(chain: string, least: bigint, most: bigint): Path {
  const way = { least, most, settings: SETTINGS, until: null };
  return { eid: 1, chain, state: 'open', ways: [way], unread: null, left: false };
}

const closed: Path = { eid: 2, chain: 'Mode', state: 'closed' };
const unread: Path = { eid: 3, chain: 'Blast', state: 'unread', reason: 'starved' };

function holder(kind: BridgeHolder['kind'], amount: Reading<bigint>): Held {
  return { holder: { kind, name: 'it', address: null, grade: 'S', source: 'made' }, held: amount };
}

/** A reading's value, or why there is none. */
function text(reading: Reading<bigint>): bigint | string {
  return reading.status === 'known' ? reading.value : reading.reason;
}

function count(paths: readonly Path[], held: readonly Held[] = []) {
  const figures = verifierFigures(weeth ?? never(), paths, held, 7n);
  return [text(figures.bridgeVerifiers), text(figures.bridgeVerifiersAtMost)];
}

function never(): never {
  throw new Error('no bridges');
}

describe('the count of a token', () => {
  it('is that of its worst open path', () => {
    expect(count([open('Base', 3n, 3n), open('Linea', 2n, 2n), closed])).toEqual([2n, 2n]);
    expect(count([open('Base', 2n, 3n), open('Linea', 1n, 4n)])).toEqual([1n, 3n]);
  });

  it('has no lower end where a path could not be read, and never a better upper one', () => {
    expect(count([open('Base', 3n, 3n), unread])).toEqual(['starved', 3n]);
    expect(count([open('Base', 1n, 1n), unread])).toEqual(['starved', 1n]);
    expect(count([unread, closed])).toEqual(['starved', 'starved']);
  });

  it('has no lower end where another bridge with checkers nobody counts may hold some', () => {
    const paths = [open('Base', 2n, 2n)];
    for (const kind of ['ccip', 'hyperlane', 'xerc20'] as const) {
      expect(count(paths, [holder(kind, known(1n, '', null))])).toEqual(['no-source', 2n]);
      expect(count(paths, [holder(kind, unknown('reverted'))])).toEqual(['no-source', 2n]);
      expect(count(paths, [holder(kind, known(0n, '', null))])).toEqual([2n, 2n]);
    }
    expect(count(paths, [holder('canonical', known(1n, '', null))])).toEqual([2n, 2n]);
  });

  it('is not known where every path is closed', () => {
    expect(count([closed])).toEqual(['no-source', 'no-source']);
  });
});

describe('the paths of a token', () => {
  const { endpoint } = layerZero;
  const eids = layerZeroChains.map(({ eid }) => eid);
  /** The echo: the list first, then each number by itself, as `shift` has it. */
  const echo = (shift: number) => (request: Request) => {
    if (request.kind !== 'call') return reverted;
    const item = Number(BigInt(`0x${request.data.slice(10, 74)}`) >> 32n);
    return request.data.length > 100
      ? ok(32, eids.length, ...eids.map((eid) => BigInt(eid) << 32n))
      : ok(item + shift);
  };
  const answers = (shift: number) => ({
    'bridge endpoint': ok(BigInt(endpoint)),
    'bridge chains': echo(shift),
    'bridge peer': ok(0),
  });

  it('are closed where every chain was asked and has no peer', async () => {
    const { findings } = await readingOf('kelp-rseth', answers(0));
    expect(findings.remarks.join(' ')).toContain('has an open path in');
  });

  it('are not known where another chain was asked than the one meant', async () => {
    const { findings } = await readingOf('kelp-rseth', answers(1));
    expect(findings.remarks.join(' ')).toContain(`${eids.length} of ${eids.length} paths could not be read`);
    expect(findings.figures['bridgeVerifiersAtMost']).toMatchObject({ reason: 'malformed' });
  });
});

describe('a bridge that cannot be read', () => {
  it('does not lend its reason to a figure of the stake that is not known either', async () => {
    const { findings } = await readingOf('kelp-rseth', {
      'bridge endpoint': { status: 'failed', reason: 'starved' },
    });
    const all = unreadOf({ ...findings, unread: [{ figure: 'book of one', reason: 'reverted' }] });
    const names = all.map(({ figure }) => figure);
    expect(names).toContain('bridgeVerifiers');
    expect(names.indexOf('book of one')).toBeLessThan(names.indexOf('bridgeVerifiers'));
  });
});

describe('what bridges hold', () => {
  it('is the sum of all that are named', async () => {
    const { findings } = await readingOf('puffer-pufeth', {}, {}, () => ok(5n));
    expect(findings.figures['bridgeHeld']).toMatchObject({ status: 'known', value: 20n });
  });

  it('is not known where one of them cannot be read, nor is it nothing', async () => {
    const { findings } = await readingOf('renzo-ezeth', { 'bridge held 0': reverted });
    expect(findings.figures['bridgeHeld']).toMatchObject({ status: 'unknown', reason: 'reverted' });
    expect(findings.remarks.join(' ')).toContain(
      'Hyperlane carries ezETH; how many check there is not known.',
    );
  });

  it('has no upper end where a bridge is known and its address is not', async () => {
    const { findings } = await readingOf('kelp-rseth', {}, {}, () => ok(5n));
    expect(findings.figures['bridgeHeld']).toMatchObject({ status: 'known', value: 5n });
    expect(findings.figures['bridgeHeldAtMost']).toMatchObject({ status: 'unknown', reason: 'no-source' });
  });

  it('names no checkers of a token that only other bridges carry', async () => {
    const { findings } = await readingOf('renzo-ezeth', {}, {}, () => ok(5n));
    expect(findings.figures['bridgeVerifiers']).toMatchObject({ status: 'unknown', reason: 'no-source' });
    expect(findings.figures['bridgeVerifiersAtMost']).toMatchObject({ status: 'unknown' });
    expect(findings.remarks.join(' ')).toContain('one signature of two');
  });
});

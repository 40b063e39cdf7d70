import { describe, expect, it } from 'vitest';

import { protocols } from '../../lib/protocols/index.ts';
import { agesOf, daysBetween, isDay } from '../../tools/check-facts/ages.ts';
import { faultsOf } from '../../tools/check-facts/consistency.ts';
import { asked, reportOn } from '../../tools/check-facts/report.ts';

// A day so late that nothing depends on the calendar of the machine.
const late = '2100-01-01';

function told(data: unknown): readonly string[] {
  return faultsOf(data, [], late);
}

describe('the facts of the registry', () => {
  it('do not contradict each other', () => {
    const { text, exitCode } = reportOn({ today: late, strict: false });
    expect([text.split('\n')[1], exitCode]).toEqual(['No two of them disagree.', 0]);
  });

  it('fail by age only where that is asked for', () => {
    expect(reportOn({ today: late, strict: true }).exitCode).toBe(1);
    expect(reportOn({ today: late, strict: true }).text).toContain('are stale');
  });

  it('fail on a day before they were read', () => {
    const { text, exitCode } = reportOn({ today: '2026-01-01', strict: false });
    expect(exitCode).toBe(1);
    expect(text).toContain('is yet to come');
  });
});

describe('an age', () => {
  it('is counted in days of the calendar', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });

  it('is known of what was read, of code that was seen, and of a source that says its day', () => {
    const data = {
      validatorExit: { newest: { asOf: '2026-05-02' } },
      protocols: [
        {
          id: 'one',
          status: { asOf: '2026-11-01' },
          provenance: { sources: ['a/b (c1d2, 2025-01-31)', 'a/c'] },
        },
      ],
      stakes: [{ id: 'two', codeSeen: '2026-06-01', proxies: [{ since: '2020-01-01' }] }],
    };
    expect(agesOf(data, '2026-11-21')).toEqual([
      { fact: 'validatorExit.newest.asOf', day: '2026-05-02', days: 203, limit: 30 },
      { fact: 'protocols.one.status.asOf', day: '2026-11-01', days: 20, limit: 180 },
      {
        fact: 'protocols.one.provenance.sources: a/b (c1d2, 2025-01-31)',
        day: '2025-01-31',
        days: 659,
        limit: 365,
      },
      { fact: 'stakes.two.codeSeen', day: '2026-06-01', days: 173, limit: 120 },
    ]);
  });

  it('has a day that the calendar has', () => {
    expect(['2026-02-28', '2024-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today', ''].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a contradiction', () => {
  it('is a selector that its signature does not give', () => {
    expect(told({ it: { signature: 'deposit()', selector: '0xd0e30db1' } })).toEqual([
      'it: 0xd0e30db1 is not the selector of deposit()',
    ]);
    expect(told({ it: { sig: 'deposit(', selector: '0xd0e30db0' } })).toHaveLength(1);
    expect(told({ it: { sig: 'deposit()', selector: '0xd0e30db0' } })).toEqual([]);
  });

  it('is an address whose letters deny its checksum', () => {
    const right = '0xFAe103DC9cf190eD75350761e95403b7b8aFa6c0';
    expect(told({ it: right.replace('FAe', 'FaE') })).toHaveLength(1);
    expect(told({ it: right, small: right.toLowerCase() })).toEqual([]);
  });

  it('is a day that no calendar has, or that is yet to come', () => {
    expect(told({ it: { readOn: '2026-02-30' } })).toEqual(['it.readOn: 2026-02-30 is no day']);
    expect(told({ it: { asOf: '2100-01-02' } })).toEqual(['it.asOf: 2100-01-02 is yet to come']);
    expect(told({ protocols: [{ id: 'a', asOf: 'some time' }] })).toHaveLength(1);
    expect(told({ reads: { asOf: 'code minimum' } })).toEqual([]);
  });

  it('is one function, or one token, of two protocols', () => {
    const [first] = protocols;
    if (first === undefined) throw new Error('no protocols');
    const twice = faultsOf({}, [first, { ...first, id: 'another' }], late);
    expect(twice.length).toBe(first.deposits.length + first.tokens.length);
    expect(twice[0]).toContain(`both ${first.id} and another`);
  });

  it('is a token that is told otherwise where people pay with it', () => {
    const mantle = protocols.find(({ id }) => id === 'mantle-meth-cmeth');
    if (mantle === undefined) throw new Error('no Mantle');
    const tokens = mantle.tokens.map((token) => ({ ...token, decimals: 6 }));
    expect(faultsOf({}, [{ ...mantle, tokens }], late)).toEqual([
      'mantle-meth-cmeth.tokens.mETH: mETH with 18 decimals elsewhere',
    ]);
  });

  it('is a fact later than the day its protocol was read', () => {
    const [first] = protocols;
    if (first === undefined) throw new Error('no protocols');
    const status = { ...first.status, asOf: '2099-01-01' };
    expect(faultsOf({}, [{ ...first, status }], late)).toEqual([
      `${first.id}: a fact of 2099-01-01, but the protocol was read on ${first.provenance.readOn}`,
    ]);
  });
});

describe('what is asked', () => {
  it('is the machine’s day unless another is named', () => {
    expect(asked([], '2026-11-21')).toEqual({ today: '2026-11-21', strict: false });
    expect(asked(['--strict', '--today', '2026-12-01'], '2026-11-21')).toEqual({
      today: '2026-12-01',
      strict: true,
    });
  });

  it.each([[['--today']], [['--today', 'tomorrow']], [['--today', '2026-02-30']], [['--all']]])(
    'is not understood: %j',
    (options) => {
      expect(asked(options, '2026-11-21')).toBeNull();
    },
  );
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { barLines } from '../../components/figures/bar.ts';
import { ageText, blockText } from '../../components/format/age.ts';
import { amountText, exactAmount } from '../../components/format/amount.ts';
import { decimalText } from '../../components/format/decimal.ts';
import { dayText, isoText } from '../../components/format/date.ts';
import { durationText } from '../../components/format/duration.ts';
import { barTenths, shareText, tenthsText } from '../../components/format/share.ts';
import { hostPieces, shortAddress, siteText } from '../../components/format/short.ts';

const WAD = 10n ** 18n;

describe('figures as a person reads them', () => {
  it.each([
    ['124000000000000000', 'up', '12.4%'],
    ['124000000000000001', 'up', '12.5%'],
    ['124999999999999999', 'down', '12.4%'],
    ['1', 'up', '<0.1%'],
    ['1', 'down', '0%'],
    ['0', 'up', '0%'],
    ['1000000000000000000', 'up', '100%'],
    ['999999999999999999', 'down', '99.9%'],
  ] as const)('shows a share of %s rounded %s as %s', (wad, round, text) => {
    expect(shareText(wad, round)).toBe(text);
  });

  it.each(['', '-1', '1.5', 'NaN', '0x10', '1e3'])('never shows %j as a figure', (bad) => {
    expect(shareText(bad, 'up')).toBe('not known');
    expect(amountText(bad, 18, 'ETH')).toBe('not known');
    expect(durationText(bad, 'up')).toBe('not known');
    expect(blockText(bad)).toBe('not known');
  });

  it('never shows a risk smaller than it is', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, WAD), (wad) => {
        const text = shareText(String(wad), 'up');
        if (text === '<0.1%') return wad > 0n && wad < WAD / 1000n;
        const [whole = '0', tenth = '0'] = text.slice(0, -1).split('.');
        return (BigInt(whole) * 10n + BigInt(tenth)) * (WAD / 1000n) >= wad;
      }),
    );
  });

  it('keeps every digit of an amount that no float could hold', () => {
    expect(exactAmount('123456789012345678901234567', 18, 'ETH')).toBe('123456789.012345678901234567 ETH');
    expect(amountText('123456789012345678901234567', 18, 'ETH')).toBe('123,456,789.012346 ETH');
  });

  it('writes base units as decimal text without loss', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.integer({ min: 0, max: 30 }), (value, decimals) => {
        const [whole = '', fraction = ''] = decimalText(String(value), decimals).split('.');
        return BigInt(whole + fraction.padEnd(decimals, '0')) === value;
      }),
    );
  });

  it('rounds a wait up and a warning time down', () => {
    expect(durationText('1512001', 'up')).toBe('17.6 days');
    expect(durationText('1512001', 'down')).toBe('17.5 days');
    expect(durationText('90', 'up')).toBe('90 seconds');
  });

  it('says how old a reading is, and never that it is from the future', () => {
    expect(ageText(0, 12_000)).toBe('12 seconds ago');
    expect(ageText(0, 11_001)).toBe('12 seconds ago');
    expect(ageText(0, 10_801_000)).toBe('4 hours ago');
    expect(ageText(5000, 0)).toBe('just now');
  });

  it('shortens an address and leaves the start and the end', () => {
    expect(shortAddress(`0x${'ab'.repeat(20)}`)).toBe('0xababab…ababab');
  });

  it('splits a host for wrapping without losing a letter', () => {
    const host = 'https://a.very.long.xn--host-9ua.example:8443';
    expect(hostPieces(host).join('')).toBe(host);
    expect(siteText('https://a.example')).toBe('a.example');
    expect(siteText('http://a.example')).toBe('http://a.example');
  });
});

const ids = ['now', 'noNotice', 'unknown', 'rest'] as const;

/** Four shares that add up to the whole, in any proportion. */
const bars = fc
  .tuple(fc.bigInt(0n, WAD), fc.bigInt(0n, WAD), fc.bigInt(0n, WAD))
  .map((cuts) => [0n, ...cuts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)), WAD])
  .map((edges) => ids.map((id, at) => ({ id, wad: String((edges[at + 1] ?? 0n) - (edges[at] ?? 0n)) })));

describe('the parts of the bar', () => {
  it('always add up to 100 %', () => {
    fc.assert(
      fc.property(bars, (parts) => {
        const tenths = barTenths(parts) ?? [];
        return tenths.reduce((sum, part) => sum + part, 0) === 1000 && tenths.every((part) => part >= 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('never show what can be slashed today smaller than it is, nor the rest larger', () => {
    fc.assert(
      fc.property(bars, (parts) => {
        const tenths = barTenths(parts) ?? [];
        const now = BigInt(tenths[0] ?? -1) * (WAD / 1000n) >= BigInt(parts[0]?.wad ?? 0);
        const rest = BigInt(tenths[3] ?? 1001) * (WAD / 1000n) <= BigInt(parts[3]?.wad ?? 0);
        return now && rest;
      }),
      { numRuns: 2000 },
    );
  });

  it('are not drawn at all where they do not add up', () => {
    expect(barTenths([{ id: 'now', wad: '1' }])).toBeNull();
    expect(barTenths([{ id: 'rest', wad: 'x' }])).toBeNull();
  });

  it('stand in a column with the same number of digits', () => {
    expect([124, 60, 0, 1000].map(tenthsText)).toEqual(['12.4%', '6.0%', '0.0%', '100.0%']);
  });
});

describe('a part too small for its tenth', () => {
  it('does not read as nothing while it is a risk', () => {
    const bar = [
      { id: 'now', wad: '999000000000000001', label: 'Can be slashed today' },
      { id: 'noNotice', wad: '1', label: 'Could become so without notice' },
      { id: 'unknown', wad: '1', label: 'Not known' },
      { id: 'rest', wad: '999999999999997', label: 'Not slashable without notice' },
    ] as const;
    expect(barLines(bar, [])?.map(({ text }) => text)).toEqual(['100.0%', '<0.1%', '<0.1%', '0.0%']);
  });
});

describe('a day', () => {
  it('is written in the person’s own language', () => {
    expect(dayText('1795262400', 'en-US')).toBe('Nov 21, 2026');
    expect(dayText('1795262400', 'de')).toBe('21.11.2026');
    expect(isoText('1795262400')).toBe('2026-11-21T12:00:00.000Z');
  });

  it.each(['', '-1', 'soon', '99999999999999999999'])('is not known from %j', (at) => {
    expect(dayText(at)).toBe('not known');
    expect(isoText(at)).toBeUndefined();
  });
});

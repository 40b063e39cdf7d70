import { describe, expect, it } from 'vitest';
import { amountFigure, durationFigure, percentFigure, plain, say } from '../../lib/explain/index.ts';
import { cover, day, ether, loss, risk, wait, warning } from '../../lib/explain/say.ts';

const WAD = 10n ** 18n;

describe('figures in a text', () => {
  it('round a risk up and a protection down, to a tenth of a percent', () => {
    expect(percentFigure(123_400_000_000_000_001n, 'up')).toBe('12.4');
    expect(percentFigure(123_999_999_999_999_999n, 'down')).toBe('12.3');
    expect(percentFigure(WAD, 'up')).toBe('100');
    expect(plain([risk(1n)])).toBe('<0.1%');
    expect(plain([risk(0n)])).toBe('0%');
    expect(plain([cover(1n)])).toBe('0%');
  });

  it('round a wait up and a warning down, in the largest unit that holds two', () => {
    expect(durationFigure(1_512_000n, 'up')).toEqual({ figure: '17.5', unit: 'days' });
    expect(plain([wait(172_801n)])).toBe('2.1 days');
    expect(plain([warning(259_199n)])).toBe('2.9 days');
    expect(plain([wait(7_201n)])).toBe('2.1 hours');
    expect(plain([wait(7_199n)])).toBe('120 minutes');
    expect(plain([wait(1n)])).toBe('1 second');
  });

  it('never show a loss smaller than it is', () => {
    expect(amountFigure(1n, 18)).toBe('0.000001');
    expect(plain([loss(3n * WAD, WAD / 3n)])).toBe('1 ETH');
    expect(plain([loss(123_456_789_012_345_678_901n, WAD)])).toBe('123.5 ETH');
    expect(amountFigure(1_500_000n, 6)).toBe('1.5');
    expect(amountFigure(12n, 0)).toBe('12');
  });

  it('names a day as ISO and in UTC', () => {
    expect(plain([day(1_795_219_199n)])).toBe('2026-11-20');
    expect(plain([day(1_795_219_200n)])).toBe('2026-11-21');
    expect(plain([day(10n ** 20n)])).toBe('a day far off');
  });

  it('rounds an amount that protects down', () => {
    expect(plain([ether(1_234_567_899_999_999_999n, 'down')])).toBe('1.234567 ETH');
    expect(plain([ether(1_234_567_899_999_999_999n)])).toBe('1.234568 ETH');
  });

  it('stand in a sentence in their place', () => {
    expect(plain(say`From ${warning(86_400n)} to ${wait(172_800n)}.`)).toBe('From 24 hours to 2 days.');
  });
});

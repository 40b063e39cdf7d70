import { describe, expect, it } from 'vitest';

import { createNaming } from '../../lib/detect/naming.ts';

const one = '0xbf5495Efe5DB9ce00f80364C8B423567e58d2110';
const two = '0x74a09653A083691711cF8215a6ab074BB4e99ef5';
const names = createNaming([one, two]);
const digits = two.slice(2);

describe('an address inside a text', () => {
  it.each([
    ['alone', two],
    ['in lower case', two.toLowerCase()],
    ['in upper case', `0x${digits.toUpperCase()}`],
    ['at a whole byte', `0x1234${digits}5678`],
    ['between bytes', `0x123${digits}567`],
    ['at the end', `0x${'00'.repeat(40)}${digits}`],
    ['in a word of padding', `0x${'0'.repeat(24)}${digits}`],
    ['in JSON', JSON.stringify({ at: [two] })],
    ['right behind its own beginning', `0x${digits.slice(0, 12)}${digits}`],
  ])('is found %s', (_, text) => {
    expect(names(text)).toBe(true);
  });

  it.each([
    ['not there', `0x${'12'.repeat(60)}`],
    ['cut off', `0x${digits.slice(0, -1)}`],
    ['broken by another character', `0x${digits.slice(0, 20)} ${digits.slice(20)}`],
    ['broken after a few digits', `${digits.slice(0, 4)}x${digits.slice(4)}`],
    ['changed in its last digit', `0x${digits.slice(0, -1)}4`],
  ])('is not found where it is %s', (_, text) => {
    expect(names(text)).toBe(false);
  });

  it('does not count where it is left out, and others still do', () => {
    expect(names(two, [two.toLowerCase()])).toBe(false);
    expect(names(`${two}${one.slice(2)}`, [two])).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { factorSentence, unsureSentence } from '../../lib/explain/factor-words.ts';
import { findingWords } from '../../lib/explain/finding-words.ts';
import { factorNames, glossary, noteWords, plain, reasonWords } from '../../lib/explain/index.ts';
import { NO_IDENTITY } from './cases.ts';
import { allFindings } from './catalogue.ts';
import { gradeOf, sentencesOf, wordsOf } from './readability.ts';
import type { FactorId, FactorValue } from '../../lib/risk/index.ts';

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

const LABELS = { '0xa': 'Foo', '0xb': 'Bar', '0xc': 'Baz', '0xd': 'Qux', '0xe': 'Quux' };
const WAD = 10n ** 18n;

const UNITS: Readonly<Record<FactorId, FactorValue>> = {
  identity: { kind: 'identity', facts: NO_IDENTITY },
  paused: { kind: 'flag', set: null, reason: 'reverted' },
  slashableNow: { kind: 'range', unit: 'wad', lo: WAD / 10n, hi: WAD / 8n },
  noNotice: { kind: 'range', unit: 'wad', lo: WAD / 10n, hi: WAD / 8n },
  beforeExit: { kind: 'range', unit: 'wad', lo: WAD / 10n, hi: WAD / 8n },
  singleAvs: { kind: 'range', unit: 'wad', lo: WAD / 10n, hi: WAD / 8n },
  singleOperator: { kind: 'range', unit: 'wad', lo: 0n, hi: WAD / 8n },
  theftNoNotice: { kind: 'range', unit: 'wad', lo: WAD / 10n, hi: WAD / 8n },
  exit: { kind: 'range', unit: 'secs', lo: 1_209_600n, hi: 6_000_000n },
  upgradeDelay: { kind: 'range', unit: 'secs', lo: 259_200n, hi: 300_000n },
  operatorHhi: { kind: 'range', unit: 'points', lo: 5067n, hi: 5068n },
  avsHhi: { kind: 'range', unit: 'points', lo: 5067n, hi: 5068n },
  deposit: { kind: 'range', unit: 'wei', lo: 5n * WAD, hi: 6n * WAD },
};

const factors = Object.entries(UNITS).filter((one): one is [FactorId, FactorValue] => one[0] in UNITS);
const factorReasons = factors.flatMap(([id, value]) => [
  plain(factorSentence(id, value, null)),
  plain(unsureSentence(id, value)),
  plain(factorSentence(id, { kind: 'unknown', unit: 'wad', reason: 'stale' }, null)),
]);
const said = allFindings.map((finding) => findingWords(finding, LABELS));
const reasons = distinct([...factorReasons, ...said.map(({ reason }) => plain(reason))]);
const longer = distinct(said.map(({ reason, more }) => [reason, ...more].map(plain).join(' ')));
const headlines = Object.values(noteWords).map(({ stop }) => stop);
const catalogue = distinct([
  ...reasons,
  ...longer,
  ...headlines,
  ...Object.values(glossary),
  ...Object.values(reasonWords),
  ...Object.values(factorNames).map(({ title }) => title),
]);

describe('the words a person reads', () => {
  it.each(reasons)('keep a reason to twelve words: %s', (text) => {
    expect(wordsOf(text).length).toBeLessThanOrEqual(12);
  });

  it.each(catalogue)('keep every sentence to fifteen words: %s', (text) => {
    for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length).toBeLessThanOrEqual(15);
  });

  it.each(longer)('are read at grade nine or below: %s', (text) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(9);
  });

  it('average at grade six or below', () => {
    expect(gradeOf([...reasons, ...longer].join(' '))).toBeLessThanOrEqual(6);
  });

  it.each(catalogue)('promise nothing and shout nothing: %s', (text) => {
    expect(text).not.toMatch(
      /\b(safe|safely|safety|secure|guarantee\w*|trust\w*|score|will be lost|risk-free)\b/i,
    );
    expect(text).not.toMatch(/!|\b[A-Z]{4,}\b(?<!ETH|AVS)/);
  });

  it('end each sentence with a full stop', () => {
    for (const text of [...reasons, ...longer]) expect(text).toMatch(/\.$/);
  });

  it('have no empty sentence', () => {
    for (const { reason, more } of said)
      for (const sentence of [reason, ...more]) expect(plain(sentence).trim()).not.toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { findingWords } from '../../lib/explain/finding-words.ts';
import { factorNames, glossary, noteWords, plain, reasonWords } from '../../lib/explain/index.ts';
import {
  factorSentence,
  overLimit,
  unsureSentence,
  valueWords,
  yourLimit,
} from '../../lib/explain/factor-words.ts';
import { factorGroup, isOdds } from '../../lib/explain/factor-groups.ts';
import { NOTHING_TOLD, type Told } from '../../lib/explain/told.ts';
import type { FactorVerdict } from '../../lib/limits/index.ts';
import type { FactorId, FactorValue } from '../../lib/risk/index.ts';
import { protocols } from '../../lib/protocols/index.ts';
import { allFactors, allFindings } from './catalogue.ts';
import { gradeOf, sentencesOf, wordsOf } from './readability.ts';

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

const LABELS = { '0xa': 'Foo', '0xb': 'Bar', '0xc': 'Baz', '0xd': 'Qux', '0xe': 'Quux' };
const WAD = 10n ** 18n;
const DAY = 86_400n;

const EXITS: readonly Told['exit'][] = [
  { lo: 14n * DAY, hi: 26n * DAY },
  { lo: 0n, hi: 26n * DAY },
  { lo: 14n * DAY, hi: null },
  { lo: null, hi: null },
];
/** All that sentences can be told beside the figure itself. */
const settings: readonly Told[] = EXITS.flatMap((exit) =>
  [false, true].map((ownGuesses) => ({ labels: LABELS, deposit: null, exit, ownGuesses })),
);

function everySay(id: FactorId, value: FactorValue): readonly string[] {
  return settings.flatMap((told) => [
    plain(factorSentence(id, value, told)),
    plain(unsureSentence(id, value, told)),
    plain(factorSentence(id, { kind: 'unknown', unit: 'wad', reason: 'stale' }, told)),
  ]);
}

function judged(id: FactorId, value: FactorValue, rule: 'max' | 'min'): FactorVerdict {
  return {
    id,
    rule,
    level: 'exceeds',
    required: true,
    limit: WAD / 10n,
    yours: false,
    value,
    basis: 'strict',
  };
}

const factorReasons = allFactors.flatMap(([id, value]) => everySay(id, value));
const withAmount = allFactors.flatMap(([id, value]) =>
  settings.slice(0, 1).map((told) => plain(factorSentence(id, value, { ...told, deposit: 5n * WAD }))),
);
const limitSentences = allFactors
  .filter(([id]) => factorGroup[id] !== 'more')
  .flatMap(([id, value]) =>
    (['max', 'min'] as const).flatMap((rule) => {
      const one = judged(id, value, rule);
      return [overLimit(one), yourLimit(one)].flatMap((sentence) =>
        sentence === null ? [] : [plain(sentence)],
      );
    }),
  );
const said = allFindings.flatMap((finding) => settings.map((told) => findingWords(finding, told)));
const reasons = distinct([...factorReasons, ...said.map(({ reason }) => plain(reason))]);
const longer = distinct(said.map(({ reason, more }) => [reason, ...more].map(plain).join(' ')));
const headlines = Object.values(noteWords).map(({ stop }) => stop);
const catalogue = distinct([
  ...reasons,
  ...longer,
  ...withAmount,
  ...limitSentences,
  ...headlines,
  ...Object.values(glossary),
  ...Object.values(reasonWords),
  ...Object.values(factorNames).map(({ title }) => title),
]);

describe('the words a person reads', () => {
  it.each(reasons)('keep each sentence of a reason to twelve words: %s', (text) => {
    for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length).toBeLessThanOrEqual(12);
  });

  it('keep a reason to one sentence, but for what a guess must add', () => {
    for (const text of reasons) expect(sentencesOf(text).length, text).toBe(text.includes('guesses') ? 2 : 1);
  });

  it.each(catalogue)('keep every sentence to fifteen words: %s', (text) => {
    for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length).toBeLessThanOrEqual(15);
  });

  it.each(distinct([...longer, ...factorReasons, ...withAmount, ...limitSentences]))(
    'are read at grade nine or below: %s',
    (text) => {
      expect(gradeOf(text)).toBeLessThanOrEqual(9);
    },
  );

  it('average at grade six or below', () => {
    expect(gradeOf([...reasons, ...longer].join(' '))).toBeLessThanOrEqual(6);
  });

  it.each(catalogue)('promise nothing and shout nothing: %s', (text) => {
    expect(text).not.toMatch(
      /\b(safe|safely|safety|secure|guarantee\w*|trust\w*|score|will be lost|risk-free)\b/i,
    );
    expect(text).not.toMatch(/!|\b[A-Z]{4,}\b(?<!ETH|AVS)/);
  });

  it('say of everything that rests on guesses whose guesses they are', () => {
    const [bundled, own] = [false, true].map((ownGuesses) => ({ ...settings[0], ownGuesses }));
    for (const [id, value] of allFactors.filter((one) => isOdds(one[0]))) {
      const texts = [bundled, own].map((told) =>
        plain(factorSentence(id, value, { ...NOTHING_TOLD, ...told })),
      );
      if (texts[0]?.startsWith('We could not')) continue;
      expect(texts[0]).toContain('using the default guesses, which you can change');
      expect(texts[1]).toContain('using guesses, some of them your own');
    }
  });

  it('show the value of each factor in a list without a sign', () => {
    for (const [id, value] of allFactors)
      expect(plain(valueWords(id, value)), id).not.toMatch(/-\d|null|NaN/);
  });

  it('are as short where bundled data tells what went wrong before', () => {
    const told = protocols.flatMap(({ track }) => track?.lossEvents?.value.map(({ what }) => what) ?? []);
    expect(told.length).toBeGreaterThan(0);
    for (const text of told)
      for (const sentence of sentencesOf(text))
        expect(wordsOf(sentence).length, sentence).toBeLessThanOrEqual(15);
  });

  it('end each sentence with a full stop', () => {
    for (const text of [...reasons, ...longer, ...withAmount, ...limitSentences]) expect(text).toMatch(/\.$/);
  });

  it('have no empty sentence', () => {
    for (const { reason, more } of said)
      for (const sentence of [reason, ...more]) expect(plain(sentence).trim()).not.toBe('');
  });
});

/** Words of a text; a figure with its unit sign, an address and a name count as one. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Sentences of a text. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.:?])\s+(?=[A-Z])/).filter((sentence) => sentence !== '');
}

/** Syllables by the usual count of vowel groups; a figure reads as one. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const groups = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/** Flesch-Kincaid grade of a text. */
export function gradeOf(text: string): number {
  const words = wordsOf(text);
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (total / words.length) - 15.59;
}

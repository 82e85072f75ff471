/**
 * The words of a column name in lower case: split at punctuation, between letters and digits, and where camel case
 * rises. `PatientDOB_2` gives patient, dob, 2.
 */
export function nameWords(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d%$€£#]+/u)
    .filter((word) => word !== '');
}

/** Whether the words hold one of the phrases (each a word, or words in a row), as whole words. */
export function hasPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

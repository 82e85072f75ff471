import { transliterate } from './transliterate.ts';

const EXTRA: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ŋ: 'n',
  ħ: 'h',
};

/**
 * Folds a word for dictionary lookup: lower case, no diacritics, no apostrophes or hyphens, Cyrillic and Greek
 * written in Latin letters. Words of other scripts are returned in lower case.
 */
export function foldWord(word: string): string {
  let ascii = true;
  let clean = true;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127) ascii = false;
    else if (code < 97 || code > 122) clean = false;
  }
  if (ascii && clean) return word;
  let folded = word.toLowerCase();
  if (!ascii) {
    folded = transliterate(folded)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[ßøđłıæœðþŋħ]/g, (letter) => EXTRA[letter] ?? letter);
  }
  return folded.replace(/['’`´.-]+/g, '');
}

import { brandWords, commonWords, givenNames, placeWords, surnames } from './lookup.ts';

/** Hashed trigram counts: 4,096 cells hold the few thousand trigrams of the word lists with few clashes. */
const CELLS = 4096;

function cell(a: number, b: number, c: number): number {
  return ((a * 961 + b * 31 + c) * 2654435761) >>> 20;
}

function letter(folded: string, index: number): number {
  if (index < 0 || index >= folded.length) return 27;
  const code = folded.charCodeAt(index) - 96;
  return code >= 1 && code <= 26 ? code : 28;
}

function train(lists: readonly ReadonlySet<string>[]): Float64Array {
  const counts = new Float64Array(CELLS);
  let total = 0;
  for (const words of lists) {
    for (const word of words) {
      for (let i = -1; i < word.length; i++) {
        const at = cell(letter(word, i - 1), letter(word, i), letter(word, i + 1));
        counts[at] = (counts[at] ?? 0) + 1;
        total++;
      }
    }
  }
  return counts.map((count) => Math.log((count + 0.5) / (total + 0.5 * CELLS)));
}

const nameModel = train([givenNames, surnames]);
const otherModel = train([commonWords, placeWords, brandWords]);

/**
 * How much a folded word is spelt like the names in the dictionaries rather than like common words, places and
 * brands: the mean log odds per letter of two letter-trigram models. Above 0 it looks like a name. Lets names be
 * recognised that are in no dictionary. 0 for words that are not in Latin letters.
 */
export function nameLikeness(folded: string): number {
  if (folded.length < 2 || folded.length > 24) return 0;
  let sum = 0;
  for (let i = -1; i < folded.length; i++) {
    const code = letter(folded, i);
    if (code === 28) return 0;
    const at = cell(letter(folded, i - 1), code, letter(folded, i + 1));
    sum += (nameModel[at] ?? 0) - (otherModel[at] ?? 0);
  }
  return sum / (folded.length + 1);
}

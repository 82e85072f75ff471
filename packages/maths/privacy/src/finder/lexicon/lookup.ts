import { foldWord } from '../text/fold-word.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { GIVEN_NAMES_EUROPE } from './given-names-europe.ts';
import { GIVEN_NAMES_WORLD } from './given-names-world.ts';
import { BRAND_WORDS, COMMON_WORDS, PLACE_WORDS } from './not-names.ts';
import { SURNAMES_EUROPE } from './surnames-europe.ts';
import { SURNAMES_WORLD } from './surnames-world.ts';

function load(...texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of text.split(/\s+/)) if (word !== '') words.add(foldWord(word));
  }
  return words;
}

export const givenNames = load(GIVEN_NAMES_EUROPE, GIVEN_NAMES_WORLD);
export const surnames = load(SURNAMES_EUROPE, SURNAMES_WORLD);
export const commonWords = load(COMMON_WORDS, EVERYDAY_WORDS);
export const placeWords = load(PLACE_WORDS);
export const brandWords = load(BRAND_WORDS);

export const GIVEN = 1;
export const SURNAME = 2;
export const COMMON = 4;
export const PLACE = 8;
export const BRAND = 16;

const flags = new Map<string, number>();
for (const [words, flag] of [
  [givenNames, GIVEN],
  [surnames, SURNAME],
  [commonWords, COMMON],
  [placeWords, PLACE],
  [brandWords, BRAND],
] as const) {
  for (const word of words) flags.set(word, (flags.get(word) ?? 0) | flag);
}

/** What the dictionaries know of a folded word: a sum of GIVEN, SURNAME, COMMON, PLACE, BRAND; 0 when unknown. */
export function knownAs(folded: string): number {
  return flags.get(folded) ?? 0;
}

import { isEnglish } from '../lexicon/is-english.ts';
import { COMMON, knownAs } from '../lexicon/lookup.ts';
import { type Concept, conceptsOf, HEADER_WORDS } from './vocabulary.ts';

/** Concepts that an abbreviation may stand for: those of personal data, and their neighbours. */
const PERSONAL: readonly Concept[] = [
  'given',
  'family',
  'nameword',
  'email',
  'phone',
  'address',
  'street',
  'postal',
  'medical-number',
  'patient',
  'card',
  'bank',
  'account',
  'birth',
  'latitude',
  'longitude',
  'coordinates',
  'person',
];

const skeleton = (word: string) => word.charAt(0) + word.slice(1).replace(/[aeiouy]/g, '');

/** Long words by their first four letters, and by their consonants. */
const byStart = new Map<string, string[]>();
const byConsonants = new Map<string, string[]>();
for (const word of HEADER_WORDS) {
  if (word.length < 6) continue;
  for (const [index, key] of [
    [byStart, word.slice(0, 4)],
    [byConsonants, skeleton(word)],
  ] as const)
    index.set(key, [...(index.get(key) ?? []), word]);
}

/**
 * The word that an unknown token of a column's name abbreviates, where all candidates speak of the same personal
 * thing: a beginning of at least four letters (`nachn`, `wohnadr`), or consonants alone (`brthdt`).
 */
export function fullWordOf(token: string): string | undefined {
  if (token.length < 4 || isEnglish(token) || (knownAs(token) & COMMON) !== 0) return undefined;
  const begun = (byStart.get(token.slice(0, 4)) ?? []).filter((word) => word.startsWith(token));
  const candidates =
    begun.length > 0 || /[aeiouy]/.test(token.slice(1)) ? begun : (byConsonants.get(token) ?? []);
  const first = candidates[0];
  if (first === undefined) return undefined;
  const shared = [...conceptsOf(first)].filter((concept) =>
    candidates.every((word) => conceptsOf(word).has(concept)),
  );
  return shared.some((concept) => PERSONAL.includes(concept)) ? first : undefined;
}

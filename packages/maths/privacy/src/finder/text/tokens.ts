import { isEnglish } from '../lexicon/is-english.ts';
import { COMMON, GIVEN, knownAs, SURNAME } from '../lexicon/lookup.ts';
import { nameLikeness } from '../lexicon/name-likeness.ts';
import { smallCues } from '../lexicon/small-cues.ts';
import { charClass, DIGIT, LETTER, LOWER, OTHER_LETTER, UPPER } from './char-classes.ts';
import { foldWord } from './fold-word.ts';

/** What is known of a word as it is written; shared between all its occurrences. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  /** Dictionary flags of `knownAs`. */
  readonly known: number;
  /** An English word or a form of one, that no dictionary of names has. */
  readonly english: boolean;
  /** Scaled log odds of `nameLikeness`. */
  readonly likeness: number;
  readonly capital: boolean;
  readonly allCapitals: boolean;
  readonly digits: boolean;
  readonly onlyDigits: boolean;
  readonly otherScript: boolean;
  /** Flags of `smallCues`. */
  readonly small: number;
}

/** A word at a place: code-unit offsets, `end` exclusive. */
export interface Token {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

const MAX_CACHED = 20_000;
const MAX_CACHED_LENGTH = 32;
let recent = new Map<string, Word>();
let older = new Map<string, Word>();

/** The facts about a word, from a cache of two generations that never holds more than 40,000 words. */
export function wordOf(text: string): Word {
  const cached = recent.get(text);
  if (cached !== undefined) return cached;
  const word = older.get(text) ?? describe(text);
  if (text.length <= MAX_CACHED_LENGTH) {
    if (recent.size >= MAX_CACHED) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, word);
  }
  return word;
}

function describe(text: string): Word {
  let digits = 0;
  let upper = 0;
  let lower = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = charClass(text.charCodeAt(i));
    if (kind === DIGIT) digits++;
    else if (kind === UPPER) upper++;
    else if (kind === LOWER) lower++;
    else if (kind === OTHER_LETTER) other++;
  }
  const folded = text.length <= MAX_CACHED_LENGTH ? foldWord(text) : text;
  const letters = upper + lower + other;
  const known = digits > 0 ? 0 : knownOf(text, folded);
  return {
    text,
    folded,
    known,
    english:
      digits === 0 &&
      (known & (GIVEN | SURNAME)) === 0 &&
      isEnglishForm(/['’]s$/.test(text) ? folded.slice(0, -1) : folded),
    likeness: digits > 0 || text.length > MAX_CACHED_LENGTH ? 0 : nameLikeness(folded),
    capital: (charClass(text.charCodeAt(0)) & UPPER) !== 0,
    allCapitals: upper > 1 && lower === 0 && other === 0,
    digits: digits > 0,
    onlyDigits: digits > 0 && letters === 0,
    otherScript: other > 0 && upper + lower === 0,
    small: smallCues(folded),
  };
}

/** A double name is known as what its parts are known as, where the whole is not in a dictionary. */
function knownOf(text: string, folded: string): number {
  const whole = knownAs(folded);
  if (whole !== 0) return whole;
  if (!/[-'’]/.test(text)) return isDerived(folded) ? COMMON : 0;
  const parts = text.split(/[-'’]/).filter((part) => part.length > 1);
  let names = 0;
  let things = -1;
  for (const part of parts) {
    const known = knownAs(foldWord(part));
    names |= known & (GIVEN | SURNAME);
    things &= known;
  }
  return names | (parts.length === 0 ? 0 : things & ~(GIVEN | SURNAME));
}

const DERIVED =
  /^[a-z]{4,}(?:tions?|ments?|ities|ity|ology|ologist|ware|ical|ically|ically|ives?|ibles?|ization|isation|ically|graphy|metry|ungen|heit|keit|schaft|ique|iques|ción|ciones|cion|idad|mente)$/;

/** An English word, or a form of one by the endings below. */
function isEnglishForm(folded: string): boolean {
  const word = folded.endsWith('s') && folded.length > 5 ? folded.slice(0, -1) : folded;
  return isEnglish(folded) || isEnglish(word) || DERIVED.test(folded) || isFormOf(folded, isEnglish);
}

/** Inflected forms of common words (`shoes`, `running`, `traders`) and endings that names do not have. */
function isDerived(folded: string): boolean {
  if (folded.length < 5 || folded.length > 24) return false;
  if (folded.length >= 7 && DERIVED.test(folded)) return true;
  if (folded.length >= 9 && folded.endsWith('ung')) return true;
  return isFormOf(folded, isCommon);
}

function isCommon(folded: string): boolean {
  return (knownAs(folded) & COMMON) !== 0;
}

function isFormOf(folded: string, isWord: (stem: string) => boolean): boolean {
  for (const [ending, instead] of ENDINGS) {
    if (!folded.endsWith(ending)) continue;
    const stem = folded.slice(0, folded.length - ending.length);
    if (stem.length < 3) continue;
    if (isWord(stem + instead)) return true;
    const doubled = stem.charAt(stem.length - 1) === stem.charAt(stem.length - 2);
    if (instead === '' && doubled && isWord(stem.slice(0, -1))) return true;
  }
  return false;
}

const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['ed', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['ers', ''],
  ['ers', 'e'],
  ['y', ''],
  ['ly', ''],
  ['al', ''],
  ['ic', ''],
  ['ful', ''],
  ['less', ''],
];

/**
 * Splits a text into words: letters, marks and digits, with hyphens and apostrophes between letters. Linear time.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  const length = text.length;
  while (i < length) {
    if ((charClass(text.charCodeAt(i)) & (LETTER | DIGIT)) === 0) {
      i++;
      continue;
    }
    const start = i;
    i++;
    while (i < length) {
      const code = text.charCodeAt(i);
      if ((charClass(code) & (LETTER | DIGIT)) !== 0) i++;
      else if (
        (code === 39 || code === 45 || code === 0x2019) &&
        (charClass(text.charCodeAt(i - 1)) & LETTER) !== 0 &&
        i + 1 < length &&
        (charClass(text.charCodeAt(i + 1)) & LETTER) !== 0
      ) {
        i++;
      } else break;
    }
    tokens.push({
      word: wordOf(i - start <= 200 ? text.slice(start, i) : text.slice(start, start + 200)),
      start,
      end: i,
    });
  }
  return tokens;
}

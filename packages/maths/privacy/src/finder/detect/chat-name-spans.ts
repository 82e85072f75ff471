import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import { FUNCTION_WORDS, PARTICLES } from '../lexicon/name-cues.ts';
import { CHAT_WORDS } from '../lexicon/small-cues.ts';
import type { Token, Word } from '../text/tokens.ts';
import { isRole } from './name-leads.ts';
import { NAME_LEAN } from './name-lean.ts';

const NAME = GIVEN | SURNAME;
const THING = COMMON | PLACE | BRAND;
const LONGEST = 400;
const OF_THINGS = /^(?:a|an|the|some|this|that|in|at|near|of|new|my|our|your)$/;

/** Words without a capital or digit, their possessive ending left off. */
function bare(word: Word): string {
  return /['’]s$/.test(word.text) ? word.folded.replace(/s$/, '') : word.folded;
}

function ordinary(token: Token): boolean {
  const { word } = token;
  if (word.digits || word.text.length < 3) return true;
  if (word.english || (word.known & THING) !== 0) return true;
  const folded = bare(word);
  return FUNCTION_WORDS.has(folded) || PARTICLES.has(folded) || CHAT_WORDS.has(folded) || isRole(token);
}

/**
 * Names in messages written in small letters in English: the one or two words among ordinary ones that are no English
 * words, spelt like names (`i think jaspreet has the keys`), and who speaks before a colon (`keoni: running late`).
 */
export function chatNameSpans(text: string, tokens: readonly Token[]): Span[] {
  if (tokens.length < 2 || text.length > LONGEST) return [];
  let strange = 0;
  for (const token of tokens) {
    if (token.word.capital || token.word.otherScript) return [];
    if (!ordinary(token)) strange++;
  }
  if (strange === 0 || strange > 3) return [];
  const spans: Span[] = [];
  // Particles of other languages among the words: then the rest may be no English either.
  const abroad = tokens.some((token) => PARTICLES.has(token.word.folded) && token.word.text.length > 1);
  const plain =
    tokens.filter(({ word }) => !word.digits && (!abroad || word.text.length > 2)).length - strange;
  tokens.forEach((token, at) => {
    if (ordinary(token)) return;
    const { word } = token;
    const folded = bare(word);
    if (folded.length < 3 || !/[aeiouy]/.test(folded) || /(.)\1\1/.test(folded)) return;
    const likely = NAME_LEAN + ((word.known & NAME) !== 0 ? 0.4 : word.likeness);
    const before = tokens[at - 1];
    const gap = before === undefined ? '' : text.slice(before.end, token.start);
    if (/[@/_.\\#-]$/.test(text.slice(0, token.start)) && !/(?:^|\s)@$/.test(text.slice(0, token.start)))
      return;
    if (/^[@/_\\]|^\.\S/.test(text.slice(token.end))) return;
    const speaks =
      (at === 0 || before?.word.digits === true || /[<>|]/.test(gap)) &&
      /^(?:: |> | > )/.test(text.slice(token.end, token.end + 3));
    const thing = before !== undefined && gap === ' ' && OF_THINGS.test(before.word.folded);
    const least = speaks ? -0.15 : thing ? 0.35 : strange > 1 ? 0.05 : -0.12;
    if (likely > least && (speaks || plain >= Math.max(2, strange * 2)))
      spans.push({ kind: 'person-name', start: token.start, end: token.end, confidence: 0.52 });
  });
  return spans;
}

/** Handles that are a name: `@sayaka could you check`. */
export function handleSpans(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (const { word, start, end } of tokens) {
    if (text.charAt(start - 1) !== '@' || word.digits || word.text.length < 3 || word.english) continue;
    if (/[\p{L}\p{N}_.@]/u.test(text.charAt(start - 2)) || /[\p{L}\p{N}_.@/-]/u.test(text.charAt(end)))
      continue;
    const known = (word.known & (NAME | THING)) as number;
    if ((known & THING) === 0 && ((known & NAME) !== 0 || word.likeness > 0))
      spans.push({ kind: 'person-name', start, end, confidence: 0.55 });
  }
  return spans;
}

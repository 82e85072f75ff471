import { conceptsOf } from '../header/vocabulary.ts';
import { BRAND, COMMON, GIVEN, knownAs, PLACE, SURNAME } from '../lexicon/lookup.ts';
import {
  APPOSITION,
  DONE_BY,
  FAINT_LEAD,
  PERSON_VERB,
  THING_AFTER,
  THING_SAID,
  WEAK_LEAD,
} from '../lexicon/name-cues.ts';
import type { Token } from '../text/tokens.ts';
import { loneConfidence } from './lone-name.ts';
import { isRole, isSignature, leads, leadText, roleBefore } from './name-leads.ts';

const NAME = GIVEN | SURNAME;
const THING = COMMON | PLACE | BRAND;
/** What two capitalised words that are in no dictionary are worth before any evidence. */
const UNKNOWN_PAIR = 0.58;
const SINGLE_LEAD =
  /(?:^|\s)(?:with|tell|told|ask|asked|contact|contacted|thank|thanks to|when|because|while|email|emailed|notify|inform|informed|copy|invite|invited|saw|helped|let|especially|particularly|whether|neither|nor|either|met|love|spoke to|talked to|belongs to|review by|posted by|by user|for mr|as discussed with|both|ms|dear|hey|hi|hello),?\s$/;
/** Names take an article in Portuguese: `A Matilde vai buscar`. */
const PORTUGUESE =
  /^ (?:vai|foi|é|tem|quer|está|não|pediu|ligou|disse|já|ainda|mora|veio|faltou|precisa|chegou|pagou|saiu)(?!\p{L})/u;
/** Behind a name that opens a line: a number, a house or an e-mail address. */
const CONTACT = /^(?:, ?| |: ?| - )(?:\+?\(?\d{1,4}[ )-]|[^\s,@]{1,64}@)/;
const LABEL = /(?:^|[\n|;,])\s?\p{L}[\p{L} -]{1,24}:\s$/u;
const PRONOUN = /^[^.!?\n]{0,48}[^\p{L}](?:he|she|his|her|him|himself|herself)(?![\p{L}])/u;
const ARTICLE =
  /(?:^|[^\p{L}])(?:the|a|an|la|le|el|il|der|die|das|den|this|our|your|in|at|near|der stadt|à|nach|aus|using|via|model|brand|called the|into|around|across|through|outside|inside|visit|visited)\s$/u;

export const noToken: Token = {
  word: {
    text: '',
    folded: '',
    known: 0,
    english: false,
    likeness: 0,
    capital: false,
    allCapitals: false,
    digits: false,
    onlyDigits: false,
    otherScript: false,
    small: 0,
  },
  start: 0,
  end: 0,
};

/** The word opens a sentence, a line or a quotation: its capital says nothing. */
export function startsSentence(text: string, token: Token): boolean {
  for (let i = token.start - 1; i >= 0 && token.start - i < 6; i--) {
    const mark = text.charAt(i);
    if (mark === '\n' || '.!?:;"“„«(-–—•*>|'.includes(mark)) return true;
    if (mark !== ' ' && mark !== '\t') return false;
  }
  return token.start < 6;
}

interface Tally {
  words: number;
  given: number;
  surname: number;
  thing: number;
  likeness: number;
  initials: number;
  firstGiven: boolean;
  lastSurname: boolean;
}

function tally(part: readonly Token[]): Tally {
  const sum: Tally = {
    words: 0,
    given: 0,
    surname: 0,
    thing: 0,
    likeness: 0,
    initials: 0,
    firstGiven: false,
    lastSurname: false,
  };
  for (const { word } of part) {
    if (word.text.length === 1) {
      sum.initials++;
      continue;
    }
    if (!word.capital) continue;
    const known = /['’]s$/i.test(word.text) ? knownAs(word.folded.slice(0, -1)) : word.known;
    if ((known & GIVEN) !== 0) sum.given++;
    if ((known & SURNAME) !== 0) sum.surname++;
    if ((known & THING) !== 0 && (known & NAME) === 0) sum.thing++;
    if (sum.words === 0) sum.firstGiven = (known & GIVEN) !== 0;
    sum.lastSurname = (known & SURNAME) !== 0;
    sum.words++;
    sum.likeness += (known & NAME) !== 0 ? 0.4 : word.likeness;
  }
  return sum;
}

/**
 * How sure one is that `tokens[from..end)` (capitalised words, particles, initials) name a person, from 0 to 1.
 * `titled`: an honorific stands before; `role`: a word for a person was the first of the sequence.
 */
export function confidenceOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  end: number,
  titled: boolean,
  role: boolean,
): number {
  const part = tokens.slice(from, end);
  const sum = tally(part);
  if (sum.words === 0) return titled && sum.initials > 0 ? 0.3 : 0;
  const first = part[0] ?? noToken;
  const last = part[part.length - 1] ?? noToken;
  const next = tokens[end];
  const nextWord = next !== undefined && next.start - last.end <= 1 ? next.word.folded : '';
  if (THING_AFTER.has(nextWord) || (THING_AFTER.has(last.word.folded) && !sum.lastSurname))
    return titled && sum.words === 1 ? 0.6 : 0;
  if (titled && sum.words - sum.thing > 0) return 0.9;
  const opens = startsSentence(text, first);
  if (titled && !opens) return 0.55;
  if (!titled && sum.thing > 0 && (sum.thing * 2 > sum.words || sum.given === 0)) {
    // Read on only for a person led to whose second name is also a place.
    const placed = sum.thing === 1 && sum.words === 2 && (last.word.known & (PLACE | COMMON)) === PLACE;
    if (!placed) return 0;
  }
  const shouted =
    first.word.allCapitals && part.every((token) => token.word.allCapitals || token.word.text.length === 1);
  const before = leadText(text, first.start);
  const after = text.slice(last.end, last.end + 64).toLowerCase();
  const strong =
    role ||
    leads(before) ||
    DONE_BY.test(before) ||
    roleBefore(text, tokens, from) ||
    isSignature(text, first, last);
  if (shouted && sum.words === 1) return strong && sum.given > 0 ? 0.6 : 0;
  if (/^-\d/.test(after)) return 0;
  if (/\d{3,}\s$/.test(before) && !titled) return 0;
  const verb = PERSON_VERB.test(after) || APPOSITION.test(after);
  if (!strong && THING_SAID.test(after)) return sum.firstGiven && sum.lastSurname ? 0.6 : 0;
  if (last.word.allCapitals && !first.word.allCapitals && /^ \d{4}/.test(after)) return 0;
  const article =
    ARTICLE.test(before) &&
    !/(?:^|\s)(?:com|para|que|de|e|con|ao|à) [ao] $/.test(before) &&
    !(before.endsWith(' a ') && isForeign(tokens[from - 2]));
  const portuguese = /^[ao] $/.test(before) && PORTUGUESE.test(after);
  const likely = sum.likeness / sum.words;
  const known = sum.given + sum.surname;
  if (sum.thing > 0) {
    const place = (last.word.known & PLACE) !== 0 && (last.word.known & COMMON) === 0;
    if (strong && place && sum.thing === 1 && sum.words === 2) return 0.55;
    if (sum.thing * 2 > sum.words || sum.given === 0) return 0;
    return strong && sum.thing === 1 && sum.words >= 2 ? 0.6 : 0;
  }
  if (sum.words + sum.initials >= 2) {
    if (sum.words > 5) return 0;
    if (sum.firstGiven && sum.words >= 2 && !pureThing(part))
      return article
        ? sum.lastSurname
          ? 0.55
          : 0.35
        : sum.lastSurname
          ? 0.85
          : likely > -0.35 || strong || verb
            ? 0.75
            : 0.5;
    if (sum.initials > 0 && sum.words === 1 && (known > 0 || strong || verb) && first.word.text.length === 1)
      return 0.65;
    if (strong) return likely > -0.75 || verb ? 0.8 : 0.5;
    if (known >= 2 && !article && !pureThing(part)) return 0.65;
    if (article) return 0;
    if (shouted) return likely > 0 && part.every((token) => token.word.text.length > 3) ? 0.55 : 0;
    const cue = verb ? 0.3 : WEAK_LEAD.test(before) ? 0.2 : FAINT_LEAD.test(before) ? 0.12 : 0;
    const cell =
      /[>|\t,;]\s?$/.test(text.slice(Math.max(0, first.start - 2), first.start)) && /^\s?[<|\t,;]/.test(after)
        ? 0.1
        : 0;
    const contact =
      cell === 0 && (first.start === 0 || text.charAt(first.start - 1) === '\n') && CONTACT.test(after)
        ? 0.15
        : 0;
    const label = cue === 0 && LABEL.test(before) ? 0.12 : 0;
    const pronoun = cue < 0.3 && PRONOUN.test(after) ? 0.15 : 0;
    const spelt = Math.max(-0.3, Math.min(0.15, likely * 0.35));
    return Math.min(
      0.95,
      UNKNOWN_PAIR + (known > 0 ? 0.06 : 0) + cue + label + cell + contact + pronoun + spelt,
    );
  }
  const soft = (first.word.known & THING) !== 0;
  if (strong)
    return soft
      ? sum.given > 0
        ? 0.6
        : 0
      : sum.given > 0
        ? 0.8
        : likely > -0.5 && first.word.text.length >= 3
          ? 0.6
          : 0;
  if (portuguese && likely > -0.3 && !soft) return 0.5;
  if (soft || article || isRole(first)) return 0;
  if (SINGLE_LEAD.test(before) && first.word.text.length >= 3 && likely > -0.4 && !first.word.english)
    return 0.5;
  if (/^ v\.? \p{L}/u.test(after) || / v\.? $/.test(before)) return 0.55;
  const lone = loneConfidence(text, tokens, from, opens, before, after);
  if (lone > 0) return lone;
  if (sum.given > 0) return verb ? 0.75 : opens ? (/^[,:]/.test(after) ? 0.5 : 0.4) : 0.52;
  if (
    LABEL.test(before) &&
    likely > 0.05 &&
    /^\s?(?:$|[\n|;,])/.test(after) &&
    !labelsThing(tokens[from - 1])
  )
    return 0.5;
  return !opens && verb && likely > -0.15 && first.word.text.length >= 4 ? 0.5 : 0;
}

/** Behind a word that is not English `a` is no article: `Devolver a`, `llama a`. */
function isForeign(word: Token | undefined): boolean {
  return word !== undefined && !word.word.english && word.word.known === 0 && !word.word.digits;
}

function labelsThing(label: Token | undefined): boolean {
  const concepts = conceptsOf(label?.word.folded ?? '');
  return concepts.has('thing') || concepts.has('place') || concepts.has('measure');
}

/** All words are also common words, places or brands (`Green Lake`, `Austin Powers`). */
function pureThing(part: readonly Token[]): boolean {
  return part.every((token) => (token.word.known & THING) !== 0);
}

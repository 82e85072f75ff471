import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import {
  FAINT_LEAD,
  FUNCTION_WORDS,
  HONORIFICS,
  PARTICLES,
  PERSON_VERB,
  STRONG_LEAD,
  SUFFIXES,
  THING_AFTER,
  WEAK_HONORIFICS,
  WEAK_LEAD,
} from '../lexicon/name-cues.ts';
import type { Token } from '../text/tokens.ts';

const NAME = GIVEN | SURNAME;
const THING = COMMON | PLACE | BRAND;
const ACCEPT = 0.5;
/** An age or an e-mail address right after a name, or a verb of which a person is the likely subject. */
const APPOSITION =
  /^(?:,?\s\(?\d{1,2}(?:\)|,|\s?(?:years|yrs|year-old|jahre|ans|años|anni|anos|y\/o|yo)\b)|,?\s?[<([]\s?[^\s<>@]{1,64}@|\s(?:has|is|was|does|did|could|would)\s?(?:not|n't|never|already)\b|\swas (?:fined|arrested|hired|fired|injured|unharmed|taken|found|seen|given|charged|diagnosed|discharged|admitted|promoted|late|absent|present)\b)/;

/**
 * Names of persons in running text. A candidate is a sequence of capitalised words (with particles and initials);
 * evidence is a title before it, words that lead to or follow a name, the dictionaries, and its spelling; what
 * names a place, brand, product or a common word counts against. Linear in the number of tokens.
 */
export function nameSpans(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let i = 0;
  while (i < tokens.length) {
    const sequence = sequenceAt(text, tokens, i);
    if (sequence === 0) {
      i++;
      continue;
    }
    readSequence(text, tokens, i, i + sequence, spans);
    i += sequence;
  }
  return spans.concat(labelledScripts(text));
}

function gapIs(text: string, a: Token, b: Token): 'space' | 'initial' | 'break' {
  const gap = text.slice(a.end, b.start);
  if (gap === ' ' || gap === '\u00a0') return 'space';
  const shortWord = a.word.text.length === 1 || HONORIFICS.has(a.word.folded) || a.word.text === 'St';
  return (gap === '. ' || gap === '.') && shortWord ? 'initial' : 'break';
}

function isCapital(token: Token): boolean {
  return token.word.capital && !token.word.digits;
}

/** How many tokens from here form a run of capitalised words with particles between; 0 when none begins here. */
function sequenceAt(text: string, tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (first === undefined || !isCapital(first)) {
    const titled = first !== undefined && HONORIFICS.has(first.word.folded) && first.word.text.length >= 2;
    const next = tokens[from + 1];
    if (!titled || next === undefined || !isCapital(next) || gapIs(text, first, next) === 'break') return 0;
  }
  let count = 1;
  let solid = 1;
  for (let i = from + 1; i < tokens.length && count < 10; i++) {
    const previous = tokens[i - 1];
    const token = tokens[i];
    if (previous === undefined || token === undefined || gapIs(text, previous, token) === 'break') break;
    count++;
    if (isCapital(token)) solid = count;
    else if (!PARTICLES.has(token.word.folded) || token.word.digits) break;
  }
  return solid;
}

function startsSentence(text: string, token: Token): boolean {
  for (let i = token.start - 1; i >= 0 && token.start - i < 6; i--) {
    const mark = text.charAt(i);
    if (mark === '\n' || '.!?:;"“„«(-–—•*>|'.includes(mark)) return true;
    if (mark !== ' ' && mark !== '\t') return false;
  }
  return token.start < 6;
}

function readSequence(text: string, tokens: readonly Token[], from: number, to: number, spans: Span[]): void {
  let at = from;
  let titled = false;
  let dropped = false;
  while (at < to) {
    const token = tokens[at];
    if (token === undefined) return;
    const folded = token.word.folded;
    if (HONORIFICS.has(folded) && at + 1 < to) {
      const dotted = text.charAt(token.end) === '.';
      const next = tokens[at + 1];
      const lone = folded.length === 1 && !dotted;
      titled =
        titled ||
        (!lone &&
          (dotted ||
            !WEAK_HONORIFICS.has(folded) ||
            ((next?.word.known ?? 0) & NAME) !== 0 ||
            ((next?.word.known ?? 0) & THING) === 0));
      at++;
      continue;
    }
    const known = token.word.known;
    const initial = token.word.text.length === 1;
    if (
      FUNCTION_WORDS.has(folded) &&
      !titled &&
      (folded === 'my' || at + 1 < to || startsSentence(text, token)) &&
      !initial &&
      !PARTICLES.has(folded)
    ) {
      at++;
      dropped = true;
      continue;
    }
    const opening = startsSentence(text, token) && !titled;
    if (
      (known & COMMON) !== 0 &&
      (known & GIVEN) === 0 &&
      !initial &&
      (opening || dropped || (known & SURNAME) === 0) &&
      !titled
    ) {
      at++;
      dropped = true;
      continue;
    }
    break;
  }
  let end = to;
  while (end > at && SUFFIXES.has(tokens[end - 1]?.word.folded ?? '') && end - at > 1) end--;
  while (end > at && !isCapital(tokens[end - 1] ?? noToken)) end--;
  if (end <= at) return;
  const part = tokens.slice(at, end);
  const confidence = confidenceOf(text, tokens, end, part, titled);
  const first = part[0];
  const last = part[part.length - 1];
  if (confidence < ACCEPT || first === undefined || last === undefined) return;
  const possessive = /['’]s$/i.exec(last.word.text);
  spans.push({
    kind: 'person-name',
    start: first.start,
    end: last.end - (possessive?.[0].length ?? 0),
    confidence,
  });
}

const noToken: Token = {
  word: {
    text: '',
    folded: '',
    known: 0,
    likeness: 0,
    capital: false,
    allCapitals: false,
    digits: false,
    onlyDigits: false,
    otherScript: false,
  },
  start: 0,
  end: 0,
};

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
    const known = word.folded.endsWith('s') && /['’]s$/i.test(word.text) ? 0 : word.known;
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

function confidenceOf(
  text: string,
  tokens: readonly Token[],
  end: number,
  part: readonly Token[],
  titled: boolean,
): number {
  const sum = tally(part);
  if (sum.words === 0) return titled && sum.initials > 0 ? 0.3 : 0;
  const first = part[0] ?? noToken;
  const last = part[part.length - 1] ?? noToken;
  const next = tokens[end];
  const nextWord = next !== undefined && next.start - last.end <= 1 ? next.word.folded : '';
  if (THING_AFTER.has(nextWord) || (THING_AFTER.has(last.word.folded) && !sum.lastSurname))
    return titled && sum.words === 1 ? 0.6 : 0;
  if (titled && sum.words - sum.thing > 0) return 0.9;
  if (titled && !startsSentence(text, first)) return 0.55;
  const shouted =
    first.word.allCapitals && part.every((token) => token.word.allCapitals || token.word.text.length === 1);
  if (shouted && sum.words === 1) return 0;
  const before = text.slice(Math.max(0, first.start - 40), first.start).toLowerCase();
  const after = text.slice(last.end, last.end + 40).toLowerCase();
  const strong = leads(before, text, first);
  if (/\d{3,}\s$/.test(before) && !titled) return 0;
  const verb = PERSON_VERB.test(after) || APPOSITION.test(after);
  const article =
    /(?:^|[^\p{L}])(?:the|a|an|la|le|el|il|der|die|das|den|this|our|your|in|at|near|der stadt|à|nach|aus|using|via|model|brand)\s$/u.test(
      before,
    );
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
    if (article || shouted) return 0;
    const cue = verb ? 0.3 : WEAK_LEAD.test(before) ? 0.2 : FAINT_LEAD.test(before) ? 0.12 : 0;
    return (known > 0 ? 0.38 : 0.32) + cue + Math.max(-0.3, Math.min(0.15, likely * 0.5));
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
  if (sum.given > 0 && !soft && !article)
    return verb ? 0.75 : startsSentence(text, first) ? (/^,/.test(after) ? 0.5 : 0.4) : 0.52;
  return 0;
}

/** All words are also common words, places or brands (`Green Lake`, `Austin Powers`). */
function pureThing(part: readonly Token[]): boolean {
  return part.every((token) => (token.word.known & THING) !== 0);
}

function leads(before: string, text: string, first: Token): boolean {
  const match = STRONG_LEAD.exec(before);
  if (match === null) return false;
  const at = before.length - match[0].length;
  const previous = at > 0 ? before.charAt(at - 1) : ' ';
  if (/\p{L}/u.test(previous)) return false;
  if (
    /^(?:to|from|met|by|is|son|sono|soy|hi|caro|cara|partner|patient)/.test(match[0]) &&
    !/[:]/.test(match[0])
  ) {
    return !/^(?:to|from|by)\b/.test(match[0]);
  }
  return first.start < text.length;
}

const SCRIPT_LABEL =
  /(?:姓名|氏名|名前|患者|お名前|联系人|聯絡人|收件人|이름|성명|환자|담당자|الاسم|اسم المريض)\s?[:：は]?\s?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}|[\p{Script=Hangul}]{2,5}|[\p{Script=Arabic}]{2,12}(?: [\p{Script=Arabic}]{2,12}){1,3})/gu;
const SCRIPT_TITLE =
  /(?<![\p{Script=Han}])([\p{Script=Han}]{2,4}|[\p{Script=Hangul}]{3,4})\s?(?:さん|様|先生|女士|小姐|씨|님)/gu;

/** Names in Chinese, Japanese, Korean or Arabic after a label or before a title: those scripts have no capitals. */
function labelledScripts(text: string): Span[] {
  const spans: Span[] = [];
  if (!/[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text)) return spans;
  for (const form of [SCRIPT_LABEL, SCRIPT_TITLE]) {
    for (const match of text.matchAll(form)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].indexOf(name);
      if (!spans.some((span) => start < span.end))
        spans.push({ kind: 'person-name', start, end: start + name.length, confidence: 0.8 });
    }
  }
  return spans;
}

import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import { FUNCTION_WORDS, HONORIFICS, PARTICLES, SUFFIXES, WEAK_HONORIFICS } from '../lexicon/name-cues.ts';
import type { Token } from '../text/tokens.ts';
import { commaName } from './comma-name.ts';
import { confidenceOf, noToken, startsSentence } from './name-confidence.ts';
import { isRole } from './name-leads.ts';
import { ACCEPT_NAME } from './name-lean.ts';
import { shoutedSpans } from './shouted-name-spans.ts';

const NAME = GIVEN | SURNAME;
const THING = COMMON | PLACE | BRAND;

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
    const shouted = sequence > 2 ? shoutedSpans(text, tokens, i, i + sequence) : undefined;
    if (shouted !== undefined) spans.push(...shouted);
    else {
      const comma = sequence === 1 ? commaName(text, tokens, i) : undefined;
      if (comma !== undefined) {
        spans.push(comma);
        i += 2;
        continue;
      }
      readSequence(text, tokens, i, i + sequence, spans);
    }
    i += sequence;
  }
  return spans;
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

/** Titles that follow the name, as in Turkish, Japanese and Hindi. */
const AFTER_NAME = new Set(
  'bey hanim hanum efendi abi abla san sama sensei ji saheb sahib bhai didi garu'.split(' '),
);

/** How notes write patient, next of kin. */
const PATIENT = new Set('pt pts px nok'.split(' '));

const ARTICLES = new Set('het de la le el il lo los las o os as den die der das al det'.split(' '));

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

function readSequence(text: string, tokens: readonly Token[], from: number, to: number, spans: Span[]): void {
  let at = from;
  let titled = false;
  let dropped = false;
  let role = false;
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
    if (folded === 'a' && at + 1 < to && startsSentence(text, token) && text.charAt(token.end) === ' ') {
      at++;
      dropped = true;
      continue;
    }
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
    if (at + 1 < to && !titled && (known & NAME) === 0 && (isRole(token) || PATIENT.has(folded))) {
      at++;
      role = true;
      continue;
    }
    if (at + 1 < to && !titled && ARTICLES.has(folded) && startsSentence(text, token)) {
      at++;
      dropped = true;
      continue;
    }
    const opening = startsSentence(text, token) && !titled;
    if (
      ((known & COMMON) !== 0 || (token.word.english && opening && at + 1 < to)) &&
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
  while (
    end > at + 1 &&
    tokens[end - 1]?.word.known === COMMON &&
    FUNCTION_WORDS.has(tokens[end - 1]?.word.folded ?? '')
  )
    end--;
  while (end > at && !isCapital(tokens[end - 1] ?? noToken)) end--;
  const after = tokens[end - 1];
  if (end - at > 1 && after !== undefined && AFTER_NAME.has(after.word.folded)) {
    titled = true;
    end--;
  }
  if (end <= at || HONORIFICS.has(tokens[end - 1]?.word.folded ?? '')) return;
  const part = tokens.slice(at, end);
  const confidence = confidenceOf(text, tokens, at, end, titled, role);
  const first = part[0];
  const last = part[part.length - 1];
  if (confidence < ACCEPT_NAME || first === undefined || last === undefined) return;
  const possessive = /['’]s$/i.exec(last.word.text);
  spans.push({
    kind: 'person-name',
    start: first.start,
    end: last.end - (possessive?.[0].length ?? 0),
    confidence,
  });
}

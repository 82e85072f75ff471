import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import { FUNCTION_WORDS, PARTICLES } from '../lexicon/name-cues.ts';
import {
  ADVERB,
  GREETING,
  HUMAN_NEXT,
  LEAD,
  LOOSE,
  POSSESSED,
  PRONOUN,
  TITLE,
} from '../lexicon/small-cues.ts';
import type { Token, Word } from '../text/tokens.ts';
import { isRole } from './name-leads.ts';

const THING = COMMON | PLACE | BRAND;
/** Words after which chat writes a name without a capital. */
/** Leads that often have another word behind: only a known given name, or two words that are no other words, count. */

/** Names written in small letters, as in chat: after a title or a word of address, or both parts in the dictionaries. */
export function lowerNameSpans(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined || before === undefined || !isSmall(token.word)) continue;
    if ((token.word.small & TITLE) !== 0) continue;
    const titled = (before.word.small & TITLE) !== 0;
    const led = titled || (before.word.small & LEAD) !== 0;
    const skip = ((tokens[i + 1]?.word.small ?? 0) & ADVERB) !== 0 ? 1 : 0;
    const human =
      !led &&
      ((tokens[i + 1 + skip]?.word.small ?? 0) & HUMAN_NEXT) !== 0 &&
      unknown(token.word) &&
      !isRole(token) &&
      token.word.likeness > -0.2 &&
      (((tokens[i + 1 + skip]?.word.small ?? 0) & POSSESSED) === 0 ||
        ((tokens[i + 2 + skip]?.word.small ?? 0) & PRONOUN) !== 0);
    if (human) {
      spans.push(spanOf(token, token, 0.55));
      continue;
    }
    if (!led && (before.word.known & GIVEN) === 0) continue;
    const gap = token.start - before.end > 2 ? '' : text.slice(before.end, token.start);
    if (gap !== ' ' && gap !== '. ' && gap !== ', ' && gap !== '/ ') continue;
    const number = tokens[i - 2]?.word.onlyDigits === true;
    const next = tokens[i + 1];
    const second =
      next !== undefined && next.start - token.end === 1 && isSmall(next.word) && unknown(next.word);
    if (titled) {
      if (number || gap === ', ' || !(unknown(token.word) || (token.word.known & SURNAME) !== 0)) continue;
      spans.push(spanOf(token, token, 0.7));
    } else if (led && !number && gap !== '. ') {
      const given = (token.word.known & (GIVEN | THING)) === GIVEN;
      const loose = (before.word.small & LOOSE) !== 0 && gap !== ', ';
      const named =
        (before.word.folded === 'is' || before.word.folded === 'named') &&
        tokens[i - 2]?.word.folded === 'name';
      if (!given && !unknown(token.word)) continue;
      const greeted =
        /^(?:its|is|im|am)$/.test(before.word.folded) && ((tokens[i - 2]?.word.small ?? 0) & GREETING) !== 0;
      const spoken =
        before.word.folded === 'to' &&
        /^(?:spoke|spoken|talk|talked|talking|speak|wrote|belongs)$/.test(tokens[i - 2]?.word.folded ?? '');
      const pair = second && !before.word.capital && token.word.likeness + next.word.likeness > 0.1;
      if (
        given ||
        named ||
        pair ||
        ((greeted || spoken) && token.word.likeness > -0.1) ||
        (!loose && token.word.likeness > 0)
      )
        spans.push(spanOf(token, second && (pair || named) ? next : token, 0.6));
    } else if (
      gap === ' ' &&
      isSmall(before.word) &&
      (before.word.known & (GIVEN | THING)) === GIVEN &&
      ((token.word.known & (SURNAME | THING)) === SURNAME ||
        (unknown(token.word) && token.word.text.length >= 5 && token.word.likeness > -0.1))
    ) {
      spans.push(spanOf(before, token, 0.6));
    }
  }
  return spans;
}

function isSmall(word: Word): boolean {
  return !word.capital && !word.digits && !word.otherScript && word.text.length >= 3;
}

function unknown(word: Word): boolean {
  return (word.known & THING) === 0 && !FUNCTION_WORDS.has(word.folded) && !PARTICLES.has(word.folded);
}

function spanOf(first: Token, last: Token, confidence: number): Span {
  return { kind: 'person-name', start: first.start, end: last.end, confidence };
}

import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import { FUNCTION_WORDS, PARTICLES } from '../lexicon/name-cues.ts';
import type { Token, Word } from '../text/tokens.ts';
import { isRole } from './name-leads.ts';

const THING = COMMON | PLACE | BRAND;
const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const TITLES = set(
  'mr mrs ms dr prof herr frau senor senora sr sra srta signor signora sig mme mlle monsieur madame mevrouw meneer pani pan sayin dona senhor senhora',
);
/** Words after which chat writes a name without a capital. */
const LEADS = set(
  'ask asked tell told hi hey hello hiya dear thx thanks ty regards cheers w its with to named called bro sis hallo hola salut ciao yo from ping cc love xx xoxo rgds br brother sister husband wife mum mom dad son daughter boss landlord neighbour neighbor tenant colleague nurse patient customer client pt it is im am',
);
/** Leads that often have another word behind: only a known given name, or two words that are no other words, count. */
const LOOSE = set(
  'its to with called from it is im am thanks ask asked tell told thx ty love cheers patient customer client pt',
);

const GREETINGS = set('hi hey hello hiya hola it this');
const HUMAN_NEXT = set(
  'said told asked called rang phoned texted emailed wrote replied forgot lost left took brought',
);
const ADVERBS = set('just also has had then never');
const POSSESSED = set('forgot lost left took brought called');
const PRONOUNS = set('his her their me us him them my our');
/** Names written in small letters, as in chat: after a title or a word of address, or both parts in the dictionaries. */
export function lowerNameSpans(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined || before === undefined || !isSmall(token.word)) continue;
    const titled = TITLES.has(before.word.folded);
    const led = titled || LEADS.has(before.word.folded);
    const skip = ADVERBS.has(tokens[i + 1]?.word.folded ?? '') ? 1 : 0;
    const human =
      !led &&
      HUMAN_NEXT.has(tokens[i + 1 + skip]?.word.folded ?? '') &&
      unknown(token.word) &&
      !isRole(token) &&
      token.word.likeness > -0.2 &&
      (!POSSESSED.has(tokens[i + 1 + skip]?.word.folded ?? '') ||
        PRONOUNS.has(tokens[i + 2 + skip]?.word.folded ?? ''));
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
      const loose = LOOSE.has(before.word.folded) && gap !== ', ';
      const named =
        (before.word.folded === 'is' || before.word.folded === 'named') &&
        tokens[i - 2]?.word.folded === 'name';
      if (!given && !unknown(token.word)) continue;
      const greeted =
        /^(?:its|is|im|am)$/.test(before.word.folded) && GREETINGS.has(tokens[i - 2]?.word.folded ?? '');
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

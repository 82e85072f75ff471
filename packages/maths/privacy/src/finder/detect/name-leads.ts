import { conceptsOf } from '../header/vocabulary.ts';
import { PLACE } from '../lexicon/lookup.ts';
import { OWNERS, STRONG_LEAD } from '../lexicon/name-cues.ts';
import type { Token } from '../text/tokens.ts';

/** The 48 code units before a place in lower case, with quotes, cell borders and equal signs read as `: `. */
export function leadText(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 48), at).toLowerCase();
  const tail = /[\s"'“„«(|=:;,\t>*_-]+$/.exec(before);
  if (tail === null || tail[0] === ' ' || tail[0] === ', ') return before;
  if (tail[0].includes('\n')) return before;
  const head = before.slice(0, before.length - tail[0].length);
  return /[|=:;\t]/.test(tail[0]) ? `${head}: ` : tail[0].includes(',') ? before : `${head} `;
}

/** A word or phrase that a name follows stands right before (`my name is`, `signed by`, `Patient:`). */
export function leads(before: string): boolean {
  const match = STRONG_LEAD.exec(before);
  if (match === null) return false;
  const at = before.length - match[0].length;
  if (/\p{L}/u.test(at > 0 ? before.charAt(at - 1) : ' ')) return false;
  return !/^(?:to|from|by)\b/.test(match[0]) || match[0].includes(':');
}

const GAP = /^(?:,? |\s?[:|=]\s{0,2}["'“]?|\s?\(|\t)$/;

/** A word for a person stands right before (`the tenant X`, `Guarantor: X`), or an owner and a noun (`our waiter X`). */
export function roleBefore(text: string, tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  const role = tokens[at - 1];
  if (first === undefined || role === undefined || first.start - role.end > 4 || role.word.digits)
    return false;
  const gap = text.slice(role.end, first.start);
  if (!GAP.test(gap)) return false;
  if (isRole(role)) return true;
  if (/[:=|\t]/.test(gap)) {
    const concepts = conceptsOf(role.word.folded);
    if (concepts.has('given') || concepts.has('family') || concepts.has('nameword')) return true;
  }
  // `our tour guide, X,`: whose, what, and the name between commas.
  const apposed = gap === ', ' && /^[,.]/.test(text.slice(first.end, first.end + 1));
  if (apposed && [2, 3].some((back) => OWNERS.has(tokens[at - back]?.word.folded ?? '')))
    return !role.word.capital && (role.word.known & PLACE) === 0;
  const owner = tokens[at - 2];
  return (
    gap === ' ' &&
    owner !== undefined &&
    !role.word.capital &&
    (role.word.known & PLACE) === 0 &&
    OWNERS.has(owner.word.folded) &&
    text.slice(owner.end, role.start) === ' '
  );
}

const ROLE_ENDING =
  /^.{3,}(?:ician|ologist|keeper|worker|master|holder|owner|bearer|grapher|maker|arztin|leiterin|lehrerin|nehmerin|geberin)$/;

/** The word names a person by what they do or are: `tenant`, `Patientin`, `plumber`. */
export function isRole(token: Token): boolean {
  const concepts = conceptsOf(token.word.folded);
  return (concepts.has('person') && !concepts.has('text')) || ROLE_ENDING.test(token.word.folded);
}

/** The stretch is all that its line holds, and the line is a signature: below others, or led by a dash. */
export function isSignature(text: string, first: Token, last: Token): boolean {
  const lead = text.slice(Math.max(0, first.start - 6), first.start);
  const line = lead.lastIndexOf('\n');
  if (line === -1 && first.start > 5) return false;
  const head = lead.slice(line + 1).trim();
  if (!/^(?:[-–—~]{1,2}|\/s\/)?$/.test(head)) return false;
  const rest = text.slice(last.end, last.end + 4);
  if (!/^[.,]?[ \t]*(?:\n|$)/.test(rest)) return false;
  const final = last.end + rest.length >= text.length && rest.trim().length < 2;
  const opens = first.start < 6 && line === -1 && rest.includes('\n') && last !== first;
  return head !== '' || opens || (line !== -1 && (final || last !== first));
}

/** A piece of a predicate's text. `position` and `end` are UTF-16 offsets, end exclusive. */
export type Token = {
  readonly kind:
    | 'word'
    | 'single-quoted'
    | 'double-quoted'
    | 'backticked'
    | 'operator'
    | 'punctuation'
    | 'end';
  /** Without quotes and with their escapes resolved. */
  readonly text: string;
  readonly position: number;
  readonly end: number;
};

export type ParseProblem = { readonly message: string; readonly position: number };

const SPACE = /\s+/y;
const OPERATOR = /==|!=|<>|<=|>=|=|<|>|≠|≤|≥/y;
const WORD = /[^\s()<>=!≠≤≥,'"`]+/y;
const QUOTES = { "'": 'single-quoted', '"': 'double-quoted', '`': 'backticked' } as const;

/** Splits a predicate's text. A quote inside quotes is doubled. */
export function tokenise(text: string): { tokens: Token[] } | { problem: ParseProblem } {
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (position < text.length) {
    const space = match(SPACE);
    if (space !== null) {
      position += space.length;
      continue;
    }
    const character = text.charAt(position);
    if (character === "'" || character === '"' || character === '`') {
      const end = closingQuote(text, position, character);
      if (end === null) return { problem: { message: `This ${character} is never closed.`, position } };
      const inner = text.slice(position + 1, end - 1).replaceAll(character + character, character);
      tokens.push({ kind: QUOTES[character], text: inner, position, end });
      position = end;
      continue;
    }
    const operator = match(OPERATOR);
    const word = operator ?? match(WORD);
    const piece = word ?? character;
    if (piece === '!') return { problem: { message: 'Write "not" or "!=" instead of "!".', position } };
    const kind = operator !== null ? 'operator' : word !== null ? 'word' : 'punctuation';
    tokens.push({ kind, text: piece, position, end: position + piece.length });
    position += piece.length;
  }
  tokens.push({ kind: 'end', text: '', position: text.length, end: text.length });
  return { tokens };
}

/** The offset after the closing quote. */
function closingQuote(text: string, start: number, quote: string): number | null {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text.charAt(index) !== quote) continue;
    if (text.charAt(index + 1) !== quote) return index + 1;
    index += 1;
  }
  return null;
}

/** A word of an expression; `at` is where it begins. */
export type Token = {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
};

/** An expression that cannot be read: what is wrong, and at which character. */
export class ExpressionError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(`${message} at character ${at + 1}`);
    this.name = 'ExpressionError';
    this.at = at;
  }
}

const PATTERN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<name>[A-Za-z_][\w]*)|(?<quoted>`[^`]*`)|(?<text>'(?:[^']|'')*')|(?<sign><=|>=|!=|[-+*/%^()<>=,]))/iy;

/** Cuts a text into words. Names with other characters than letters, digits and _ stand in backticks. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const end = source.trimEnd().length;
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < end) {
    const from = PATTERN.lastIndex;
    const found = PATTERN.exec(source);
    if (!found?.groups) {
      const at = from + (source.slice(from).length - source.slice(from).trimStart().length);
      throw new ExpressionError(`${source[at]} is not understood`, at);
    }
    const at = from + found[0].length - found[0].trimStart().length;
    const { number, name, quoted, text, sign } = found.groups;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (quoted !== undefined) tokens.push({ kind: 'name', text: quoted, at });
    else if (text !== undefined)
      tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'"), at });
    else tokens.push({ kind: 'sign', text: sign!, at });
  }
  tokens.push({ kind: 'end', text: '', at: end });
  return tokens;
}

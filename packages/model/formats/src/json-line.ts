/** What a JSON value was before it became text. */
export type JsonKind = 'string' | 'number' | 'boolean' | 'json';

export type JsonLineVisitor = (path: string, kind: JsonKind, text: string) => void;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const DEEPEST = 64;

/**
 * Flattens one JSON object into dotted paths without losing a digit: numbers keep the text that they are written
 * in. Nested objects are flattened, arrays are handed over as compact JSON text, null and `{}` are missing.
 * A key that repeats within an object wins with its last value. Throws `SyntaxError` with the character position.
 */
export function visitJsonLine(text: string, visit: JsonLineVisitor): void {
  let at = 0;
  const blank = (): void => {
    while (
      at < text.length &&
      (text[at] === ' ' || text[at] === '\t' || text[at] === '\r' || text[at] === '\n')
    )
      at++;
  };
  const stop = (wanted: string): never => {
    throw new SyntaxError(`${wanted} expected at character ${at + 1}`);
  };
  const string = (): string => {
    const from = at;
    at++;
    let plain = true;
    for (; at < text.length && text[at] !== '"'; at++) {
      if (text[at] === '\\') {
        plain = false;
        at++;
      }
    }
    if (at >= text.length) stop('a closing quote');
    at++;
    if (plain && !/\p{Cc}/u.test(text.slice(from, at))) return text.slice(from + 1, at - 1);
    const parsed: unknown = JSON.parse(text.slice(from, at));
    return String(parsed);
  };
  const word = (expected: string): void => {
    if (!text.startsWith(expected, at)) stop('a value');
    at += expected.length;
  };
  /** Moves over any value; for arrays, whose text is kept. */
  const skip = (depth: number): void => {
    blank();
    if (depth > DEEPEST) stop(`at most ${DEEPEST} levels of nesting`);
    const open = text[at];
    if (open === '{' || open === '[') {
      const close = open === '{' ? '}' : ']';
      at++;
      blank();
      if (text[at] === close) {
        at++;
        return;
      }
      for (;;) {
        blank();
        if (open === '{') {
          if (text[at] !== '"') stop('a key');
          string();
          blank();
          if (text[at] !== ':') stop('":"');
          at++;
        }
        skip(depth + 1);
        blank();
        if (text[at] === close) break;
        if (text[at] !== ',') stop(`"," or "${close}"`);
        at++;
      }
      at++;
    } else if (open === '"') string();
    else if (open === 't') word('true');
    else if (open === 'f') word('false');
    else if (open === 'n') word('null');
    else number();
  };
  const number = (): string => {
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(text)?.[0];
    if (found === undefined) return stop('a value');
    at += found.length;
    return found;
  };
  const value = (path: string, depth: number): void => {
    blank();
    const first = text[at];
    if (first === '{') object(path, depth + 1);
    else if (first === '[') {
      const from = at;
      skip(depth + 1);
      const raw = text.slice(from, at);
      visit(path, 'json', raw);
    } else if (first === '"') visit(path, 'string', string());
    else if (first === 't') {
      word('true');
      visit(path, 'boolean', 'true');
    } else if (first === 'f') {
      word('false');
      visit(path, 'boolean', 'false');
    } else if (first === 'n') word('null');
    else visit(path, 'number', number());
  };
  const object = (prefix: string, depth: number): void => {
    if (depth > DEEPEST) stop(`at most ${DEEPEST} levels of nesting`);
    at++;
    blank();
    if (text[at] === '}') {
      at++;
      return;
    }
    for (;;) {
      blank();
      if (text[at] !== '"') stop('a key');
      const key = string();
      blank();
      if (text[at] !== ':') stop('":"');
      at++;
      value(prefix === '' ? key : `${prefix}.${key}`, depth);
      blank();
      if (text[at] === '}') break;
      if (text[at] !== ',') stop('"," or "}"');
      at++;
    }
    at++;
  };
  blank();
  if (text[at] !== '{') stop('an object');
  object('', 0);
  blank();
  if (at < text.length) stop('the end of the line');
}

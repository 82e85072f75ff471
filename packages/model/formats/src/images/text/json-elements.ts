import { decodeChunks } from './decode-chunks.ts';

/** What of a document is wanted: the elements of an array one by one, a value as a whole, or nothing. */
export type Wanted = 'elements' | 'value' | 'nothing';

export type JsonFault = {
  readonly place: string;
  readonly code: 'unreadable' | 'cut-off' | 'too-large';
  readonly message: string;
};

/** A value with its place in the document, or why there is none. */
export type JsonElement =
  | { readonly key: string | null; readonly place: string; readonly value: unknown }
  | { readonly key: string | null; readonly fault: JsonFault };

/** The longest element, in characters, and how deep brackets may be. */
export const JSON_LIMITS = { element: 64 * 2 ** 20, depth: 64, key: 10_000 } as const;
type Limits = Readonly<Record<keyof typeof JSON_LIMITS, number>>;

const [QUOTE, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT, BACKSLASH] = [
  34, 44, 58, 91, 93, 123, 125, 92,
];

/**
 * The wanted elements of a large JSON document, in batches, as they come. This only finds where elements begin and end;
 * they are read by `JSON.parse`. So an element that is damaged, too large or too deep is a fault and the next one goes
 * on, and what is not wanted takes no memory, however large it is. `NaN` and `Infinity`, which Python writes, are read
 * as null.
 *
 * @param wanted by the key of the outermost object, or null for an outermost array
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (key: string | null) => Wanted,
  limits: Limits = JSON_LIMITS,
): AsyncGenerator<JsonElement[]> {
  const splitter = createSplitter(wanted, limits);
  for await (const text of decodeChunks(chunks)) {
    const found = splitter.push(text);
    if (found.length > 0) yield found;
    if (splitter.hasStopped()) return;
  }
  yield splitter.end();
}

function createSplitter(wanted: (key: string | null) => Wanted, limits: Limits) {
  let found: JsonElement[] = [];
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let hasStopped = false;
  let isDone = false;
  let isArray = false;
  let key: string | null = null;
  /** The last text at depth 1, which a colon makes a key. */
  let keyText: string | undefined;
  let want: Wanted = 'nothing';
  let index = 0;
  /** At which depth the element lies that is being collected or passed over. */
  let level = -1;
  let held = '';
  let overflow: JsonFault['message'] | undefined;

  const place = () => `$${key === null ? '' : pathOfKey(key)}${want === 'elements' ? `[${index}]` : ''}`;
  const stop = (code: JsonFault['code'], message: string) => {
    hasStopped = true;
    found.push({ key, fault: { place: level >= 0 ? place() : '$', code, message } });
  };
  const hold = (text: string) => {
    if (overflow !== undefined) return;
    if (held.length + text.length > limits.element) {
      overflow = `It has more than ${limits.element} characters.`;
      held = '';
    } else held = held === '' ? text : held + text;
  };
  const take = () => {
    if (overflow !== undefined)
      found.push({ key, fault: { place: place(), code: 'too-large', message: overflow } });
    else found.push(parsed(key, place(), held));
    [held, overflow, level] = ['', undefined, -1];
    index += 1;
  };
  /** Does an element that is wanted begin at this depth? */
  const begins = () =>
    level < 0 &&
    ((want === 'elements' && depth === (isArray ? 1 : 2)) ||
      (want === 'value' && depth === 1 && !isArray && isAfterColon));
  let isAfterColon = false;

  const push = (text: string): JsonElement[] => {
    found = [];
    let from = 0;
    let at = 0;
    while (at < text.length && !hasStopped) {
      if (isString) {
        const end = endOfString(text, at, isEscaped);
        isEscaped = end.isEscaped;
        if (end.at < 0) break;
        at = end.at + 1;
        isString = false;
        if (depth === 1 && level < 0 && !isArray) {
          keyText = (keyText ?? '') + text.slice(from, at);
          from = at;
        }
        continue;
      }
      if (level >= 0 ? depth > level : want === 'nothing' && depth > (isArray ? 0 : 1)) {
        at = nextMark(text, at);
        if (at === text.length) break;
      }
      const code = text.charCodeAt(at);
      if (code <= 32) {
        at += 1;
        continue;
      }
      if (isDone) {
        stop('unreadable', 'There is more behind the end of the document.');
        break;
      }
      const isEnd = code === CLOSE_ARRAY || code === CLOSE_OBJECT;
      if (level >= 0 && depth === level && (code === COMMA || isEnd)) {
        hold(text.slice(from, at));
        take();
      } else if (code !== COMMA && code !== COLON && !isEnd && begins()) {
        level = depth;
        from = at;
      }
      switch (code) {
        case QUOTE:
          isString = true;
          if (depth === 1 && level < 0) [keyText, from] = ['', at];
          break;
        case COLON:
          if (depth === 1 && !isArray && level < 0) {
            [key, keyText, isAfterColon, index] = [keyOf(keyText, limits.key), undefined, true, 0];
            want = key === null ? 'nothing' : wanted(key);
          }
          break;
        case COMMA:
          if (depth === 1 && !isArray) [want, isAfterColon] = ['nothing', false];
          break;
        case OPEN_ARRAY:
        case OPEN_OBJECT:
          if (depth === 0) {
            isArray = code === OPEN_ARRAY;
            want = isArray ? wanted(null) : 'nothing';
          } else if (depth === 1 && want === 'elements' && !isArray && code === OPEN_OBJECT) {
            found.push({
              key,
              fault: { place: `$${pathOfKey(key ?? '')}`, code: 'unreadable', message: 'It is no array.' },
            });
            want = 'nothing';
          }
          depth += 1;
          if (depth - Math.max(0, level) > limits.depth && overflow === undefined && level >= 0) {
            [overflow, held] = [`Its brackets are more than ${limits.depth} deep.`, ''];
          }
          break;
        case CLOSE_ARRAY:
        case CLOSE_OBJECT:
          depth -= 1;
          if (depth < 0) stop('unreadable', 'A bracket closes that was not opened.');
          else if (depth === 0) isDone = true;
          else if (level >= 0 && depth === level) {
            hold(text.slice(from, at + 1));
            take();
          }
          break;
        default:
          if (depth === 0) stop('unreadable', 'It is no JSON object or array.');
      }
      at += 1;
    }
    if (level >= 0) hold(text.slice(from));
    else if (isString && depth === 1 && !isArray && keyText !== undefined && keyText.length < limits.key)
      keyText += text.slice(from);
    return found;
  };

  return {
    push,
    end: (): JsonElement[] => {
      found = [];
      if (depth > 0) stop('cut-off', 'The document ends before its last bracket.');
      else if (!isDone) stop('unreadable', 'It is empty.');
      return found;
    },
    hasStopped: () => hasStopped,
  };
}

/** The next quote or bracket: nothing else counts inside of a value. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 && IS_MARK[code] === 1) return at;
  }
  return text.length;
}

const IS_MARK = new Uint8Array(128);
for (const code of [QUOTE, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT]) IS_MARK[code] = 1;

/** Where a text ends whose quote was opened: the place of its closing quote, or -1 if it goes on. */
function endOfString(text: string, from: number, isEscaped: boolean): { at: number; isEscaped: boolean } {
  let at = isEscaped ? from + 1 : from;
  for (;;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    let backslashes = 0;
    while (end - 1 - backslashes >= at && text.charCodeAt(end - 1 - backslashes) === BACKSLASH)
      backslashes += 1;
    const escapes = backslashes % 2 === 1;
    if (quote < 0) return { at: -1, isEscaped: escapes || at > text.length };
    if (!escapes) return { at: quote, isEscaped: false };
    at = quote + 1;
  }
}

function keyOf(text: string | undefined, most: number): string | null {
  if (text === undefined || text.length > most) return null;
  try {
    const key: unknown = JSON.parse(text);
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

const pathOfKey = (key: string): string =>
  /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;

function parsed(key: string | null, place: string, text: string): JsonElement {
  try {
    return { key, place, value: JSON.parse(text) };
  } catch (error) {
    try {
      const mended = text.replace(NOT_FINITE, (word) => (word.startsWith('"') ? word : 'null'));
      return { key, place, value: JSON.parse(mended) };
    } catch {
      // Also where a text is too long for the expression.
      const message = error instanceof Error ? error.message.slice(0, 200) : 'It is no JSON.';
      return { key, fault: { place, code: 'unreadable', message } };
    }
  }
}

/** Texts, so that words in them stay, and the words that Python writes for numbers that are none. */
const NOT_FINITE = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

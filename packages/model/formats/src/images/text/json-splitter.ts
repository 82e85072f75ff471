import { parseElement } from './parse-element.ts';

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

/** The longest element, in characters, how deep brackets in it may be, and the longest key. */
export const JSON_LIMITS = { element: 64 * 2 ** 20, depth: 64, key: 10_000 } as const;
export type JsonLimits = Readonly<Record<keyof typeof JSON_LIMITS, number>>;

const [QUOTE, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT, BACKSLASH] = [
  34, 44, 58, 91, 93, 123, 125, 92,
];
const LAST_BLANK = 32;

/** Finds the elements of a document that comes in pieces. */
export class ElementSplitter {
  hasStopped = false;
  readonly #wanted: (key: string | null) => Wanted;
  readonly #limits: JsonLimits;
  #found: JsonElement[] = [];
  #depth = 0;
  #isDone = false;
  #isInString = false;
  #isEscaped = false;
  /** Is the outermost value an array? */
  #isArray = false;
  #key: string | null = null;
  /** The last text of the outermost object, which a colon makes a key. */
  #keyText: string | undefined;
  #isBehindColon = false;
  #want: Wanted = 'nothing';
  #index = 0;
  /** The depth at which the element lies that is being collected; -1 for none. */
  #level = -1;
  #held = '';
  /** Why the element that is being collected cannot be taken. */
  #overflow: string | undefined;
  /** Where in the present piece begins what is collected, an element or a key. */
  #from = 0;

  constructor(wanted: (key: string | null) => Wanted, limits: JsonLimits) {
    this.#wanted = wanted;
    this.#limits = limits;
  }

  /** The elements that end in this piece. */
  push(text: string): JsonElement[] {
    this.#found = [];
    this.#from = 0;
    for (let at = 0; at < text.length && !this.hasStopped; ) {
      if (this.#isInString) at = this.#string(text, at);
      else if (this.#isInside()) at = this.#mark(text, nextMark(text, at));
      else at = this.#mark(text, at);
    }
    if (this.#level >= 0) this.#hold(text.slice(this.#from));
    else if (this.#isInString && this.#isKey() && (this.#keyText?.length ?? 0) <= this.#limits.key)
      this.#keyText += text.slice(this.#from);
    return this.#found;
  }

  /** What is wrong with the end. */
  end(): JsonElement[] {
    this.#found = [];
    if (this.#depth > 0) this.#stop('cut-off', 'The document ends before its last bracket.');
    else if (!this.#isDone) this.#stop('unreadable', 'It is empty.');
    return this.#found;
  }

  /** In a value, where only quotes and brackets count? */
  #isInside(): boolean {
    if (this.#level >= 0) return this.#depth > this.#level;
    return this.#want === 'nothing' && this.#depth > (this.#isArray ? 0 : 1);
  }

  #isKey(): boolean {
    return this.#depth === 1 && this.#level < 0 && !this.#isArray;
  }

  /** Goes to behind the end of a text. */
  #string(text: string, from: number): number {
    const end = endOfString(text, from, this.#isEscaped);
    this.#isEscaped = end.isEscaped;
    if (end.at < 0) return text.length;
    this.#isInString = false;
    if (this.#isKey()) {
      this.#keyText = (this.#keyText ?? '') + text.slice(this.#from, end.at + 1);
      this.#from = end.at + 1;
    }
    return end.at + 1;
  }

  /** Takes one character outside of texts, and goes behind it. */
  #mark(text: string, at: number): number {
    if (at === text.length) return at;
    const code = text.charCodeAt(at);
    if (code <= LAST_BLANK) return at + 1;
    if (this.#isDone) this.#stop('unreadable', 'There is more behind the end of the document.');
    else {
      this.#bound(text, at, code);
      this.#structure(text, at, code);
    }
    return at + 1;
  }

  /** Ends an element that has no brackets, or begins one. */
  #bound(text: string, at: number, code: number): void {
    const isEnd = code === COMMA || code === CLOSE_ARRAY || code === CLOSE_OBJECT;
    if (this.#level >= 0) {
      if (this.#depth !== this.#level || !isEnd) return;
      this.#hold(text.slice(this.#from, at));
      this.#take();
    } else if (!isEnd && code !== COLON && this.#isWantedHere()) {
      [this.#level, this.#from] = [this.#depth, at];
    }
  }

  #isWantedHere(): boolean {
    if (this.#want === 'elements') return this.#depth === (this.#isArray ? 1 : 2);
    return this.#want === 'value' && this.#depth === 1 && this.#isBehindColon;
  }

  #structure(text: string, at: number, code: number): void {
    switch (code) {
      case QUOTE:
        this.#isInString = true;
        if (this.#isKey()) [this.#keyText, this.#from] = ['', at];
        return;
      case COLON:
        if (this.#isKey()) this.#openMember();
        return;
      case COMMA:
        if (this.#depth === 1 && !this.#isArray) [this.#want, this.#isBehindColon] = ['nothing', false];
        return;
      case OPEN_ARRAY:
      case OPEN_OBJECT:
        this.#open(code);
        return;
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        this.#close(text, at);
        return;
      default:
        if (this.#depth === 0) this.#stop('unreadable', 'It is no JSON object or array.');
    }
  }

  #openMember(): void {
    [this.#key, this.#keyText] = [keyOf(this.#keyText, this.#limits.key), undefined];
    [this.#index, this.#isBehindColon] = [0, true];
    this.#want = this.#key === null ? 'nothing' : this.#wanted(this.#key);
  }

  #open(code: number): void {
    if (this.#depth === 0) {
      this.#isArray = code === OPEN_ARRAY;
      this.#want = this.#isArray ? this.#wanted(null) : 'nothing';
    } else if (this.#depth === 1 && !this.#isArray && this.#want === 'elements' && code === OPEN_OBJECT) {
      const place = `$${pathOfKey(this.#key ?? '')}`;
      this.#found.push({ key: this.#key, fault: { place, code: 'unreadable', message: 'It is no array.' } });
      this.#want = 'nothing';
    }
    this.#depth += 1;
    if (this.#level >= 0 && this.#depth - this.#level > this.#limits.depth && this.#overflow === undefined)
      [this.#overflow, this.#held] = [`Its brackets are more than ${this.#limits.depth} deep.`, ''];
  }

  #close(text: string, at: number): void {
    this.#depth -= 1;
    if (this.#depth < 0) this.#stop('unreadable', 'A bracket closes that was not opened.');
    else if (this.#depth === 0) this.#isDone = true;
    else if (this.#depth === this.#level) {
      this.#hold(text.slice(this.#from, at + 1));
      this.#take();
    }
  }

  #hold(text: string): void {
    if (this.#overflow !== undefined) return;
    if (this.#held.length + text.length > this.#limits.element)
      [this.#overflow, this.#held] = [`It has more than ${this.#limits.element} characters.`, ''];
    else this.#held = this.#held === '' ? text : this.#held + text;
  }

  #take(): void {
    const place = this.#place();
    if (this.#overflow === undefined) this.#found.push(parseElement(this.#key, place, this.#held));
    else {
      const fault = { place, code: 'too-large', message: this.#overflow } as const;
      this.#found.push({ key: this.#key, fault });
    }
    [this.#held, this.#overflow, this.#level] = ['', undefined, -1];
    this.#index += 1;
  }

  #place(): string {
    const member = this.#key === null ? '' : pathOfKey(this.#key);
    return `$${member}${this.#want === 'elements' ? `[${this.#index}]` : ''}`;
  }

  #stop(code: JsonFault['code'], message: string): void {
    this.hasStopped = true;
    const place = this.#level >= 0 ? this.#place() : '$';
    this.#found.push({ key: this.#key, fault: { place, code, message } });
  }
}

/** The next quote or bracket: nothing else counts inside of a value. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < IS_MARK.length && IS_MARK[code] === 1) return at;
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
    if (quote < 0) return { at: -1, isEscaped: escapes };
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

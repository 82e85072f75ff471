/** A value that has no canonical JSON form, with where it stands (a JSON pointer, RFC 6901). */
export class CanonicalJsonError extends Error {
  readonly pointer: string;

  constructor(pointer: string, why: string) {
    super(`No canonical JSON at "${pointer}": ${why}.`);
    this.name = 'CanonicalJsonError';
    this.pointer = pointer;
  }
}

/** Deeper nesting is refused, so that a hostile document cannot exhaust the stack. */
const MAX_DEPTH = 500;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical text of a JSON value: no white space, object keys sorted by UTF-16 code units, numbers and
 * strings as ECMAScript writes them, so that equal values have equal bytes.
 *
 * @param value null, boolean, finite number, string, array or plain object, nested to at most 500 levels
 * @returns text; its UTF-8 encoding is what is hashed
 * @throws CanonicalJsonError for NaN, infinities, lone surrogates, undefined, bigint, functions, symbols,
 * symbol keys, holes in arrays and objects that are not plain
 * @see RFC 8785 (JSON Canonicalization Scheme), sections 3.2.1 to 3.2.3
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

function write(value: unknown, pointer: string, depth: number): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalJsonError(pointer, `${value} is not a JSON number`);
      return JSON.stringify(value);
    case 'string':
      return writeString(value, pointer);
    case 'object':
      if (depth >= MAX_DEPTH) throw new CanonicalJsonError(pointer, `nested deeper than ${MAX_DEPTH} levels`);
      return Array.isArray(value)
        ? writeArray(value, pointer, depth + 1)
        : writeObject(value, pointer, depth + 1);
    default:
      throw new CanonicalJsonError(pointer, `a value of type ${typeof value}`);
  }
}

function writeString(value: string, pointer: string): string {
  if (LONE_SURROGATE.test(value)) throw new CanonicalJsonError(pointer, 'a lone surrogate');
  return JSON.stringify(value);
}

function writeArray(items: readonly unknown[], pointer: string, depth: number): string {
  let out = '[';
  for (let i = 0; i < items.length; i += 1) {
    if (i > 0) out += ',';
    out += write(items[i], `${pointer}/${i}`, depth);
  }
  return `${out}]`;
}

function writeObject(value: object, pointer: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new CanonicalJsonError(pointer, 'an object that is not plain');
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw new CanonicalJsonError(pointer, 'a symbol key');
  const members = new Map<string, unknown>(Object.entries(value));
  let out = '{';
  // The default order of strings in ECMAScript is by UTF-16 code units, which is what section 3.2.3 asks.
  for (const key of [...members.keys()].sort()) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (out.length > 1) out += ',';
    out += `${writeString(key, at)}:${write(members.get(key), at, depth)}`;
  }
  return `${out}}`;
}

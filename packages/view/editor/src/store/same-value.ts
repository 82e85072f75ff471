/**
 * Are two values the same, whoever made them? Plain objects and arrays are compared by what they hold, as what comes
 * from remote is a copy; all else (sets, typed arrays) by identity. A property that is undefined is one that is there.
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, at) => isSameValue(each, b[at]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameValue(a[key], b[key]))
  );
}

/** An object as it is written in braces, or read from JSON. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** `next` with what is the same in `old` taken from it: `old` itself where all of it is the same. */
export function keepSameValues<T extends object>(old: T, next: T): T {
  const kept = { ...next };
  let isSame = Object.keys(old).length === Object.keys(next).length;
  for (const key of Object.keys(next) as (keyof T)[]) {
    if (Object.hasOwn(old, key) && isSameValue(old[key], next[key])) kept[key] = old[key];
    else isSame = false;
  }
  return isSame ? old : kept;
}

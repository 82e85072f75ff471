/** Numbers, and the characters between them, one after the other. */
const partsOf = (text: string): string[] => text.match(/\d+|\D/g) ?? [];
const isNumber = (part: string): boolean => /^\d/.test(part);

/** Two numbers of any length as texts. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

/**
 * How names with numbers in them follow on each other: `frame2` before `frame10`. Numbers by what they are, all else by
 * its characters; the same everywhere, in whatever language.
 */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const both = isNumber(one) && isNumber(other);
    const order = both ? byNumber(one, other) : one < other ? -1 : one > other ? 1 : 0;
    if (order !== 0) return order;
  }
  if (right.length > left.length) return -1;
  // Numbers that are written in two ways.
  return a < b ? -1 : a > b ? 1 : 0;
}

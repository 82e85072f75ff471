/** Numbers, and the characters between them, one after the other. */
const partsOf = (text: string): string[] => text.match(/\d+|\D/g) ?? [];
const isNumber = (part: string): boolean => /^\d/.test(part);

/** A name taken apart: done once, however often it is compared. */
type Name = { text: string; parts: readonly string[] };

/** Two numbers of any length as texts. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

function order({ text: a, parts: left }: Name, { text: b, parts: right }: Name): number {
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    const both = isNumber(one) && isNumber(other);
    const order = both ? byNumber(one, other) : one < other ? -1 : 1;
    if (order !== 0) return order;
  }
  if (right.length > left.length) return -1;
  // Numbers that are written in two ways.
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * In the order in which names with numbers in them follow on each other: `frame2` before `frame10`. Numbers by what they
 * are, all else by its characters; the same everywhere, in whatever language. Of one name they stay as they stood.
 */
export function inNaturalOrder<T>(all: readonly T[], nameOf: (each: T) => string): T[] {
  return all
    .map((each) => {
      const text = nameOf(each);
      return { each, text, parts: partsOf(text) };
    })
    .sort(order)
    .map(({ each }) => each);
}

/** One line of two texts put beside each other. */
export type DiffLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Beyond so many differing lines nobody reads them one by one, and the search grows with their square. */
const MOST_EDITS = 500;

/**
 * The lines of two texts as one list: those of both, those that only the first has, those that only the second has.
 * Without the added lines it is `before`, without the removed ones `after`. As few lines as possible differ, unless
 * more than 500 do: then what lies between the common beginning and end is removed and added as a whole.
 *
 * Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), the greedy one.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }));
  return [
    ...same(a.slice(0, head)),
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

/** No text has no lines. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function between(a: readonly string[], b: readonly string[]): DiffLine[] {
  const trace = shortest(a, b);
  if (trace === null) {
    return [
      ...a.map((text): DiffLine => ({ kind: 'removed', text })),
      ...b.map((text): DiffLine => ({ kind: 'added', text })),
    ];
  }
  const lines: DiffLine[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reached = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const down = comesFromAbove(reached, k, edits);
    const from = down ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : (reached.get(from) ?? 0);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      lines.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (edits === 0) break;
    if (down) lines.push({ kind: 'added', text: b[fromY] ?? '' });
    else lines.push({ kind: 'removed', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return lines.reverse();
}

/** Does the path with one edit more on diagonal `k` come by adding a line, rather than by removing one? */
function comesFromAbove(reached: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
}

/** How far one comes on each diagonal with 0, 1, 2, ... edits, before each; null when there are too many. */
function shortest(a: readonly string[], b: readonly string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>();
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let k = -edits; k <= edits; k += 2) {
      let x = 0;
      if (edits > 0)
        x = comesFromAbove(reached, k, edits) ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      next.set(k, x);
      if (k === a.length - b.length && x >= a.length) return trace;
    }
    reached = next;
  }
  return null;
}

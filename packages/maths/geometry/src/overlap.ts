import { forPairsThatMayMeet } from './crossings.ts';
import { edgesOf, type Ring } from './polygon.ts';
import { crossingOf, type Segment } from './segment.ts';

/** Areas of two shapes and of what they have in common, in square pixels. */
export type Overlap = { readonly first: number; readonly second: number; readonly both: number };

/** An edge from its upper end (`top`) to its lower one, and whose it is. */
type Edge = {
  readonly segment: Segment;
  readonly top: number;
  readonly end: number;
  readonly isFirst: boolean;
};

/**
 * Areas of two shapes, each the inside of its rings by the even-odd rule, and of their intersection. The plane is cut
 * into slabs at each corner and crossing: in a slab edges do not cross, and the areas between them are trapezoids. So
 * nothing has to be right about how degenerate borders are joined; corners on edges, shared edges and rings that cross
 * themselves change sums by rounding alone. Quadratic in the number of edges at worst.
 */
export function overlapOf(first: readonly Ring[], second: readonly Ring[]): Overlap {
  const edges = [...edgesOfShape(first, true), ...edgesOfShape(second, false)];
  const levels = levelsOf(edges);
  edges.sort((a, b) => a.top - b.top);
  const sums = { first: 0, second: 0, both: 0 };
  let open: Edge[] = [];
  let next = 0;
  for (const [at, top] of levels.entries()) {
    const end = levels[at + 1];
    if (end === undefined) break;
    open = open.filter((edge) => edge.end > top);
    for (; next < edges.length && edges[next]!.top <= top; next += 1) open.push(edges[next]!);
    addSlab(sums, open, (top + end) / 2, end - top);
  }
  return sums;
}

/**
 * Intersection over union of two shapes by the even-odd rule, 0 to 1; undefined where neither has an area.
 */
export function ringsIou(first: readonly Ring[], second: readonly Ring[]): number | undefined {
  const overlap = overlapOf(first, second);
  const union = overlap.first + overlap.second - overlap.both;
  return union > 0 ? Math.min(1, overlap.both / union) : undefined;
}

function edgesOfShape(rings: readonly Ring[], isFirst: boolean): Edge[] {
  return rings
    .flatMap(edgesOf)
    .filter(([a, b]) => a.y !== b.y)
    .map(([a, b]) => (a.y < b.y ? [a, b] : [b, a]) as Segment)
    .map((segment) => ({ segment, top: segment[0].y, end: segment[1].y, isFirst }));
}

/** All heights at which an edge ends or two cross, from the top down. */
function levelsOf(edges: readonly Edge[]): number[] {
  const levels = new Set<number>();
  for (const { top, end } of edges) levels.add(top).add(end);
  const segments = edges.map(({ segment }) => segment);
  forPairsThatMayMeet(segments, (first, second) => {
    const crossing = crossingOf(segments[first]!, segments[second]!);
    if (crossing !== undefined) levels.add(crossing.y);
    return false;
  });
  return [...levels].sort((a, b) => a - b);
}

/** Adds the trapezoids of a slab: their width at half its height, times its height. */
function addSlab(
  sums: { first: number; second: number; both: number },
  edges: readonly Edge[],
  middle: number,
  height: number,
): void {
  const places = edges.map(({ segment, isFirst }) => ({ x: xAt(segment, middle), isFirst }));
  places.sort((a, b) => a.x - b.x);
  let [inFirst, inSecond, last] = [false, false, 0];
  for (const { x, isFirst } of places) {
    const area = (x - last) * height;
    if (inFirst) sums.first += area;
    if (inSecond) sums.second += area;
    if (inFirst && inSecond) sums.both += area;
    if (isFirst) inFirst = !inFirst;
    else inSecond = !inSecond;
    last = x;
  }
}

const xAt = ([a, b]: Segment, y: number): number => a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);

import { boundsOfPoints } from './bounds.ts';
import { forPairsThatMayMeet } from './crossings.ts';
import type { Point } from './point.ts';
import { edgesOf, type Ring } from './polygon.ts';
import type { MaskOperation } from './rle/rle-merge.ts';
import { crossingOf, nearestOnSegment, type Segment, sideOf } from './segment.ts';

/** Points nearer than this, in pixels, are one point: 2^-20, a millionth. */
const GRID = 2 ** -20;
/** How far beside a border it is asked what lies there: nearer than borders that are not the same come to one another. */
const BESIDE = GRID / 8;

/**
 * Two shapes together, each the inside of its rings by the even-odd rule: rings that do not cross themselves, outer ones
 * clockwise as they are seen, those of holes the other way. Parts that touch at a corner alone are different rings.
 * Corners of the shapes keep their coordinates to a millionth of a pixel.
 *
 * All borders are cut where they meet; of the pieces those stay that have the result on one side alone, and they are
 * joined, at a corner where several begin always by the sharpest turn to the right. So shared borders, corners on
 * borders and borders that touch need no cases of their own. Quadratic in the number of edges at worst.
 */
export function combineShapes(
  first: readonly Ring[],
  second: readonly Ring[],
  operation: MaskOperation,
): Ring[] {
  const shapes = [first, second].map((rings) => rings.map((ring) => ring.map(onGrid)));
  const [ofFirst, ofSecond] = cutShapes(shapes.map((rings) => rings.flatMap(edgesOf).filter(isEdge)));
  const [inFirst, inSecond] = [insideOf(ofFirst!), insideOf(ofSecond!)];
  const isInside = (point: Point) => RESULT[operation](inFirst(point), inSecond(point));
  const pieces = new Map([...ofFirst!, ...ofSecond!].map((piece) => [keyOfPiece(piece), piece]));
  const borders = [...pieces.values()].flatMap((piece) => directed(piece, isInside));
  const corners = new Set(shapes.flatMap((rings) => rings.flatMap((ring) => ring.map(keyOf))));
  return joinBorders(borders)
    .map((ring) => withoutCuts(ring, corners))
    .filter((ring) => ring.length >= 3);
}

const RESULT: Readonly<Record<MaskOperation, (first: boolean, second: boolean) => boolean>> = {
  union: (first, second) => first || second,
  intersection: (first, second) => first && second,
  difference: (first, second) => first && !second,
};

const onGrid = ({ x, y }: Point): Point => ({
  x: Math.round(x / GRID) * GRID,
  y: Math.round(y / GRID) * GRID,
});
const keyOf = ({ x, y }: Point): string => `${Math.round(x / GRID)},${Math.round(y / GRID)}`;

const isEdge = ([a, b]: Segment): boolean => keyOf(a) !== keyOf(b);

/** The same for both directions of a piece. */
function keyOfPiece([a, b]: Segment): string {
  const [from, to] = [keyOf(a), keyOf(b)];
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** Where pieces come to lie by rounding, they may meet others: so often they are cut at most. */
const MOST_ROUNDS = 4;

/** The edges of both shapes in pieces that meet at their ends alone. */
function cutShapes(shapes: readonly (readonly Segment[])[]): Segment[][] {
  let pieces = shapes.map((edges) => [...edges]);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const all = pieces.flat();
    const cuts = cutsOf(all);
    const ofFirst = pieces[0]!.length;
    const cut = (edges: readonly Segment[], from: number) =>
      edges.reduce<Segment[]>((list, edge, at) => {
        list.push(...piecesOf(edge, cuts[from + at]!));
        return list;
      }, []);
    pieces = [cut(pieces[0]!, 0), cut(pieces[1]!, ofFirst)];
    if (pieces[0]!.length + pieces[1]!.length === all.length) break;
  }
  return pieces;
}

const haveCommonEnd = (one: Segment, other: Segment): boolean =>
  one.some((end) => other.some((each) => keyOf(end) === keyOf(each)));

/** The points at which each edge meets others, its ends among them. */
function cutsOf(edges: readonly Segment[]): Point[][] {
  const cuts = edges.map(([a, b]) => [a, b]);
  const touch = (edge: number, point: Point) => {
    const nearest = nearestOnSegment(edges[edge]!, point).point;
    if (keyOf(nearest) === keyOf(point)) cuts[edge]!.push(point);
  };
  forPairsThatMayMeet(edges, (one, other) => {
    for (const end of edges[other]!) touch(one, end);
    for (const end of edges[one]!) touch(other, end);
    // Of edges with a common end, the crossing is that end; computed, it could lie anywhere along sharp angles.
    const crossing = haveCommonEnd(edges[one]!, edges[other]!)
      ? undefined
      : crossingOf(edges[one]!, edges[other]!);
    if (crossing === undefined) return false;
    const point = onGrid(crossing);
    cuts[one]!.push(point);
    cuts[other]!.push(point);
    return false;
  });
  return cuts;
}

function piecesOf(edge: Segment, points: readonly Point[]): Segment[] {
  const along = (point: Point) => nearestOnSegment(edge, point).along;
  const sorted = points
    .map((point) => ({ point, at: along(point) }))
    .sort((a, b) => a.at - b.at)
    .map(({ point }) => point);
  return sorted
    .slice(1)
    .map((point, at) => [sorted[at]!, point] as const)
    .filter(isEdge);
}

/** A piece with the inside to its right as it is seen; none where both of its sides are inside, or outside. */
function directed([a, b]: Segment, isInside: (point: Point) => boolean): Segment[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const step = BESIDE / length;
  const [right, down] = [-(b.y - a.y) * step, (b.x - a.x) * step];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const onRight = isInside({ x: middle.x + right, y: middle.y + down });
  const onLeft = isInside({ x: middle.x - right, y: middle.y - down });
  if (onRight === onLeft) return [];
  return [onRight ? [a, b] : [b, a]];
}

/** Stripes into which the edges of a shape are sorted. */
const STRIPES = 256;

/** Tells whether a point lies inside of closed borders by the even-odd rule. */
function insideOf(edges: readonly Segment[]): (point: Point) => boolean {
  const bounds = boundsOfPoints(edges.map(([a]) => a));
  if (bounds === undefined) return () => false;
  const height = Math.max(GRID, bounds.maxY - bounds.minY) / STRIPES;
  const stripeOf = (y: number) => Math.min(STRIPES - 1, Math.max(0, Math.floor((y - bounds.minY) / height)));
  const stripes: Segment[][] = Array.from({ length: STRIPES }, () => []);
  for (const edge of edges) {
    const [one, other] = [stripeOf(edge[0].y), stripeOf(edge[1].y)];
    for (let at = Math.min(one, other); at <= Math.max(one, other); at += 1) stripes[at]!.push(edge);
  }
  return ({ x, y }) => {
    let isInside = false;
    for (const [a, b] of stripes[stripeOf(y)]!) {
      if (a.y > y === b.y > y) continue;
      if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isInside = !isInside;
    }
    return isInside;
  };
}

/** Rings of borders. */
function joinBorders(borders: readonly Segment[]): Ring[] {
  const leaving = new Map<string, Segment[]>();
  for (const border of borders) {
    const from = keyOf(border[0]);
    leaving.set(from, [...(leaving.get(from) ?? []), border]);
  }
  const take = (border: Segment) => {
    const from = keyOf(border[0]);
    leaving.set(
      from,
      leaving.get(from)!.filter((each) => each !== border),
    );
  };
  const rings: Ring[] = [];
  for (const begin of borders) {
    if (leaving.get(keyOf(begin[0]))?.includes(begin) !== true) continue;
    const ring: Point[] = [];
    for (let border: Segment | undefined = begin; border !== undefined; ) {
      ring.push(border[0]);
      take(border);
      border = sharpestRight(border, leaving.get(keyOf(border[1])) ?? []);
    }
    rings.push(ring);
  }
  return rings;
}

/** The border that turns to the right most, as it is seen, after another one. */
function sharpestRight([a, b]: Segment, next: readonly Segment[]): Segment | undefined {
  const back = Math.atan2(a.y - b.y, a.x - b.x);
  const turn = ([from, to]: Segment) => {
    // From the way back, against the clock: the first one that is met lies most to the right.
    const angle = back - Math.atan2(to.y - from.y, to.x - from.x);
    return angle <= 0 ? angle + 2 * Math.PI : angle;
  };
  return next.reduce<Segment | undefined>(
    (best, each) => (best === undefined || turn(each) < turn(best) ? each : best),
    undefined,
  );
}

/** A ring without points that lie on a straight way because something met it there. */
function withoutCuts(ring: Ring, corners: ReadonlySet<string>): Ring {
  return ring.filter((point, at) => {
    const [before, after] = [ring[(at + ring.length - 1) % ring.length]!, ring[(at + 1) % ring.length]!];
    if (corners.has(keyOf(point))) return true;
    const length = Math.hypot(after.x - before.x, after.y - before.y);
    return Math.abs(sideOf(before, after, point)) > 4 * GRID * length;
  });
}

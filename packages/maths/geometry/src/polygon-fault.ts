import { forPairsThatMayMeet } from './crossings.ts';
import { areSamePoint, isFinitePoint } from './point.ts';
import { edgesOf, type Ring } from './polygon.ts';
import { segmentsMeet, sideOf } from './segment.ts';

/** Why a ring is not the border of one area, and at which of its points that shows. */
export type PolygonFault = {
  readonly kind: /** A coordinate is infinite or not a number. */
    | 'not-finite'
    /** Fewer than three points. */
    | 'too-few-points'
    /** A point is the same as the next one. */
    | 'repeated-point'
    /** All points are on one line. */
    | 'no-area'
    /** The border meets itself: it crosses, touches, or goes back on itself. */
    | 'self-crossing';
  /** Places in the ring, the beginnings of edges for a crossing. */
  readonly at: readonly number[];
};

/** The first fault of a ring in the order of their kinds; undefined for a simple polygon. Exact, without tolerance. */
export function polygonFault(ring: Ring): PolygonFault | undefined {
  const notFinite = ring.findIndex((point) => !isFinitePoint(point));
  if (notFinite >= 0) return { kind: 'not-finite', at: [notFinite] };
  if (ring.length < 3) return { kind: 'too-few-points', at: [] };
  const repeated = edgesOf(ring).findIndex(([a, b]) => areSamePoint(a, b));
  if (repeated >= 0) return { kind: 'repeated-point', at: [repeated] };
  if (ring.every((point) => sideOf(ring[0]!, ring[1]!, point) === 0)) return { kind: 'no-area', at: [] };
  const crossing = selfCrossing(ring);
  return crossing === undefined ? undefined : { kind: 'self-crossing', at: crossing };
}

/** Two edges that meet without following one another. An edge that goes back along the one before it meets the next. */
function selfCrossing(ring: Ring): [number, number] | undefined {
  const edges = edgesOf(ring);
  let found: [number, number] | undefined;
  forPairsThatMayMeet(edges, (first, second) => {
    const isNext = second === first + 1 || (first === 0 && second === edges.length - 1);
    const meet = !isNext && segmentsMeet(edges[first]!, edges[second]!);
    if (meet) found = [first, second];
    return meet;
  });
  return found;
}

import type { Bounds } from './bounds.ts';
import { areSamePoint, type Point } from './point.ts';
import { type Ring, ringArea } from './polygon.ts';

/** A half-plane with a border along an axis: where `axis` is at least, or at most, `limit`. */
type HalfPlane = { readonly axis: 'x' | 'y'; readonly limit: number; readonly sign: 1 | -1 };

/**
 * The parts of a simple polygon that lie in bounds (an image), each a ring; none where it is outside or only touches.
 * A concave polygon may fall into several parts.
 */
export function clipRing(ring: Ring, bounds: Bounds): Ring[] {
  const sides: readonly HalfPlane[] = [
    { axis: 'x', limit: bounds.minX, sign: 1 },
    { axis: 'x', limit: bounds.maxX, sign: -1 },
    { axis: 'y', limit: bounds.minY, sign: 1 },
    { axis: 'y', limit: bounds.maxY, sign: -1 },
  ];
  const parts = sides.reduce<Ring[]>((rings, side) => rings.flatMap((each) => keepSide(each, side)), [ring]);
  return parts.filter((part) => part.length >= 3 && ringArea(part) > 0);
}

const depthIn = ({ axis, limit, sign }: HalfPlane, point: Point): number => sign * (point[axis] - limit);

function keepSide(ring: Ring, side: HalfPlane): Ring[] {
  const depths = ring.map((point) => depthIn(side, point));
  if (depths.every((depth) => depth >= 0)) return [ring];
  // A point on the border counts as outside, so that a polygon that only touches it there falls into two parts.
  const inside = depths.map((depth) => depth > 0);
  const chains = chainsInside(ring, inside, side);
  return joinChains(chains, side.axis === 'x' ? 'y' : 'x');
}

/** The ways of a ring through a half-plane, each from where it comes in to where it goes out. */
function chainsInside(ring: Ring, inside: readonly boolean[], side: HalfPlane): Point[][] {
  const size = ring.length;
  const chains: Point[][] = [];
  for (let at = 0; at < size; at += 1) {
    const before = (at + size - 1) % size;
    if (!inside[at] || inside[before]) continue;
    const chain = [borderPoint(ring[before]!, ring[at]!, side)];
    let place = at;
    for (; inside[place]; place = (place + 1) % size) chain.push(ring[place]!);
    chain.push(borderPoint(chain.at(-1)!, ring[place]!, side));
    chains.push(chain);
  }
  return chains;
}

/** Where the way between two points on different sides goes through the border. */
function borderPoint(a: Point, b: Point, side: HalfPlane): Point {
  const [depthA, depthB] = [depthIn(side, a), depthIn(side, b)];
  const along = depthA / (depthA - depthB);
  return side.axis === 'x'
    ? { x: side.limit, y: a.y + along * (b.y - a.y) }
    : { x: a.x + along * (b.x - a.x), y: side.limit };
}

/**
 * Rings of chains: a chain that goes out is followed, along the border, by the one that comes in next to it. Along the
 * border of a simple polygon the ways out and in take turns, so the first way out belongs to the first way in.
 */
function joinChains(chains: readonly Point[][], along: 'x' | 'y'): Ring[] {
  const byExit = [...chains].sort((a, b) => a.at(-1)![along] - b.at(-1)![along]);
  const byEntry = [...chains].sort((a, b) => a[0]![along] - b[0]![along]);
  const following = new Map(byExit.map((chain, at) => [chain, byEntry[at]!]));
  const rings: Ring[] = [];
  for (const first of chains) {
    const ring: Point[] = [];
    for (let chain = first; following.has(chain); ) {
      const next = following.get(chain)!;
      following.delete(chain);
      ring.push(...chain);
      chain = next;
    }
    const points = ring.filter((point, at) => !areSamePoint(point, ring[(at + 1) % ring.length]!));
    if (points.length > 0) rings.push(points);
  }
  return rings;
}

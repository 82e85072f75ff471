import type { Point } from './point.ts';
import { distanceToSegment } from './segment.ts';

/**
 * An open way with fewer points, by Ramer, Douglas and Peucker: no point that is left out is further than `tolerance`
 * (pixels) from the stretch that stands for it. The ends stay. A way of two points or fewer stays as it is.
 * Source: Douglas and Peucker (1973), with the distance from the stretch instead of the line through it.
 */
export function simplifyLine(points: readonly Point[], tolerance: number): Point[] {
  if (points.length <= 2) return [...points];
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    const { place, distance } = farthestFrom(points, from, to);
    if (distance <= tolerance) continue;
    keep[place] = 1;
    open.push([from, place], [place, to]);
  }
  return points.filter((_, at) => keep[at] === 1);
}

/**
 * A closed way with fewer points, at least three of them where it has three: it is divided at its first point and the
 * one farthest from it, and each half simplified as an open way.
 */
export function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  if (ring.length <= 3) return [...ring];
  const closed = [...ring, ring[0]!];
  const far = farthestFrom(closed, 0, ring.length).place;
  const simple = [
    ...simplifyLine(closed.slice(0, far + 1), tolerance),
    ...simplifyLine(closed.slice(far), tolerance).slice(1, -1),
  ];
  if (simple.length >= 3) return simple;
  return [0, far, thirdPoint(ring, far)].sort((a, b) => a - b).map((at) => ring[at]!);
}

/** The place between two others that is farthest from the stretch between them. */
function farthestFrom(points: readonly Point[], from: number, to: number) {
  let [place, distance] = [from, -1];
  for (let at = from + 1; at < to; at += 1) {
    const away = distanceToSegment([points[from]!, points[to]!], points[at]!);
    if (away > distance) [place, distance] = [at, away];
  }
  return { place, distance };
}

/** The place of the point farthest from the stretch between the first point and that at `far`. */
function thirdPoint(ring: readonly Point[], far: number): number {
  let [place, distance] = [far === 1 ? 2 : 1, -1];
  for (const [at, point] of ring.entries()) {
    if (at === 0 || at === far) continue;
    const away = distanceToSegment([ring[0]!, ring[far]!], point);
    if (away > distance) [place, distance] = [at, away];
  }
  return place;
}

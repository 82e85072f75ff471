import { boundsOfCorners } from './bounds.ts';
import type { Segment } from './segment.ts';

/**
 * Calls `visit` with each pair of segments whose bounds meet, by their places, the lower one first; ends when it
 * returns true. Segments are swept from left to right, so that pairs far apart are not looked at.
 */
export function forPairsThatMayMeet(
  segments: readonly Segment[],
  visit: (first: number, second: number) => boolean,
): void {
  const boxes = segments.map(([a, b]) => boundsOfCorners(a, b));
  const order = boxes.map((_, at) => at).sort((a, b) => boxes[a]!.minX - boxes[b]!.minX);
  let open: number[] = [];
  for (const at of order) {
    const box = boxes[at]!;
    open = open.filter((other) => boxes[other]!.maxX >= box.minX);
    for (const other of open) {
      if (boxes[other]!.minY > box.maxY || boxes[other]!.maxY < box.minY) continue;
      if (visit(Math.min(at, other), Math.max(at, other))) return;
    }
    open.push(at);
  }
}

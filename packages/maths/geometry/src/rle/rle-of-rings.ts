import { type Bounds, boundsContain, boundsOfPoints } from '../bounds.ts';
import { clipRing } from '../clip.ts';
import { edgesOf, type Ring } from '../polygon.ts';
import type { Segment } from '../segment.ts';
import { createRuns, type Rle } from './rle.ts';

/** The border is drawn on a grid so many times finer than the pixels, as pycocotools has it. */
const FINE = 5;
/** The fine column in the middle of a pixel. */
const MIDDLE = 2;

/** How far around the image a border is drawn, in sizes of it. */
const REACH = 20;

/**
 * The pixels inside of rings by the even-odd rule, as a mask: for one ring exactly what `frPyObjects` of pycocotools
 * gives, unless it reaches further than twenty times the size of the image, where it is cut. Going down the middle of a
 * column of pixels, each crossing of the border changes from outside to inside or back. What is outside of the image
 * is left out.
 *
 * @throws RangeError for a coordinate that is not finite
 */
export function rleOfRings(rings: readonly Ring[], width: number, height: number): Rle {
  const crossings: number[] = [];
  for (const ring of rings.flatMap((each) => withinReach(each, width, height))) {
    for (const edge of edgesOf(ring)) addCrossings(crossings, edge, width, height);
  }
  crossings.sort((a, b) => a - b);
  const runs = createRuns();
  let last = 0;
  for (const [at, place] of [...crossings, width * height].entries()) {
    runs.add(place - last, at % 2 === 1);
    last = place;
  }
  return { width, height, counts: runs.counts() };
}

/** A ring cut to the surroundings of the image, where it leaves them: its border would be endless to draw. */
function withinReach(ring: Ring, width: number, height: number): Ring[] {
  const bounds = boundsOfPoints(ring);
  if (bounds === undefined) return [];
  if (!Object.values(bounds).every(Number.isFinite) || ring.some(({ x, y }) => Number.isNaN(x + y))) {
    throw new RangeError('A ring has a coordinate that is not finite.');
  }
  const [right, down] = [REACH * width, REACH * height];
  const reach: Bounds = { minX: -right, minY: -down, maxX: right, maxY: down };
  return boundsContain(reach, bounds) ? [ring] : clipRing(ring, reach);
}

/** Adds the place of the first pixel below each point at which an edge crosses the middle of a column. */
function addCrossings(crossings: number[], [from, to]: Segment, width: number, height: number): void {
  const [x0, y0, x1, y1] = [fine(from.x), fine(from.y), fine(to.x), fine(to.y)];
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  const isFlat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
  // Both directions of an edge are rounded alike: from its lower end.
  const isTurned = isFlat ? x0 > x1 : y0 > y1;
  const [startX, startY] = isTurned ? [x1, y1] : [x0, y0];
  const [slopeX, slopeY] = isTurned
    ? [(x0 - x1) / steps, (y0 - y1) / steps]
    : [(x1 - x0) / steps, (y1 - y0) / steps];
  let [lastX, lastY] = [x0, y0];
  for (let step = 1; step <= steps; step += 1) {
    const along = isTurned ? steps - step : step;
    const x = isFlat ? startX + along : Math.trunc(startX + slopeX * along + 0.5);
    const y = isFlat ? Math.trunc(startY + slopeY * along + 0.5) : startY + along;
    if (x !== lastX) {
      const column = (Math.min(x, lastX) - MIDDLE) / FINE;
      if (Number.isInteger(column) && column >= 0 && column < width) {
        const row = Math.ceil((Math.min(y, lastY) + 0.5) / FINE - 0.5);
        crossings.push(column * height + Math.min(height, Math.max(0, row)));
      }
    }
    [lastX, lastY] = [x, y];
  }
}

const fine = (coordinate: number): number => Math.trunc(FINE * coordinate + 0.5);

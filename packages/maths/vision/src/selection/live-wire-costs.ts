import type { GreyPicture } from '../picture.ts';
import { smooth } from './smooth.ts';

/** What it costs a path to go over each pixel, computed once for a picture. */
export type LiveWireCosts = {
  readonly width: number;
  readonly height: number;
  /** Of the pixel itself when it is entered from a side, and from a corner. */
  readonly fromSide: Uint8Array;
  readonly fromCorner: Uint8Array;
  /** The direction of the edge at each pixel, a vector of length 127 at a right angle to the gradient; 0 where it is flat. */
  readonly edgeX: Int8Array;
  readonly edgeY: Int8Array;
  /** How steep each pixel is, against the steepest of the picture: 0 to 255. */
  readonly steepness: Uint8Array;
};

/** Of 100: what a pixel costs that is no zero crossing, that is not steep, and where the path goes across the edge. */
export const WEIGHTS = { crossing: 43, steepness: 14, direction: 43 } as const;
/** Of the direction of an edge. */
export const LENGTH = 127;
/** The share of pixels that may be steeper than what counts as steepest: one lamp must not flatten all other edges. */
const STEEPEST_SHARE = 0.005;
const TOP = 255;

/**
 * Local costs of intelligent scissors, in hundredths: 43 where the Laplacian does not cross zero, up to 14 where the
 * gradient is weak (divided by the root of 2 for a step to a side, so that diagonal steps are not the cheaper way), and
 * up to 43 for the direction, which `startLiveWire` adds for each step. On the picture smoothed by about one pixel.
 *
 * Source: Mortensen and Barrett, "Intelligent scissors for image composition", SIGGRAPH 1995, section 3.1; the steepest
 * gradient is the one that half a percent of the pixels exceed.
 */
export function liveWireCosts(picture: GreyPicture): LiveWireCosts {
  const { width, height } = picture;
  const smoothed = smooth(picture);
  const lengths = new Float32Array(width * height);
  const edgeX = new Int8Array(width * height);
  const edgeY = new Int8Array(width * height);
  const crossing = zeroCrossings(smoothed, width, height);
  for (let row = 0; row < height; row += 1) {
    const above = Math.max(row - 1, 0) * width;
    const below = Math.min(row + 1, height - 1) * width;
    for (let x = 0; x < width; x += 1) {
      const at = row * width + x;
      const across = smoothed[x === width - 1 ? at : at + 1]! - smoothed[x === 0 ? at : at - 1]!;
      const down = smoothed[below + x]! - smoothed[above + x]!;
      const length = Math.sqrt(across * across + down * down);
      lengths[at] = length;
      if (length === 0) continue;
      edgeX[at] = Math.round((-down / length) * LENGTH);
      edgeY[at] = Math.round((across / length) * LENGTH);
    }
  }
  const steepest = upperEnd(lengths);
  const fromSide = new Uint8Array(width * height);
  const fromCorner = new Uint8Array(width * height);
  const steepness = new Uint8Array(width * height);
  for (let at = 0; at < lengths.length; at += 1) {
    const share = steepest === 0 ? 0 : Math.min(1, lengths[at]! / steepest);
    const flat = WEIGHTS.steepness * (1 - share);
    const missed = crossing[at] === 1 ? 0 : WEIGHTS.crossing;
    fromCorner[at] = missed + flat + 0.5;
    fromSide[at] = missed + flat * Math.SQRT1_2 + 0.5;
    steepness[at] = share * TOP + 0.5;
  }
  return { width, height, fromSide, fromCorner, edgeX, edgeY, steepness };
}

/** 1 where the Laplacian changes its sign to a neighbour at a side that is not nearer to zero. */
function zeroCrossings(smoothed: Uint16Array, width: number, height: number): Uint8Array {
  const laplacian = new Int32Array(width * height);
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1, end = (row + 1) * width - 1; at < end; at += 1) {
      laplacian[at] =
        smoothed[at - width]! +
        smoothed[at - 1]! +
        smoothed[at + 1]! +
        smoothed[at + width]! -
        4 * smoothed[at]!;
    }
  }
  const crossing = new Uint8Array(width * height);
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1, end = (row + 1) * width - 1; at < end; at += 1) {
      const here = laplacian[at]!;
      crossing[at] =
        crosses(here, laplacian[at - 1]!) ||
        crosses(here, laplacian[at + 1]!) ||
        crosses(here, laplacian[at - width]!) ||
        crosses(here, laplacian[at + width]!)
          ? 1
          : 0;
    }
  }
  return crossing;
}

const crosses = (here: number, there: number): boolean =>
  (here < 0 && there > 0 && -here <= there) || (here > 0 && there < 0 && here <= -there);

/** The length that half a percent of all exceed, by a histogram of whole 16ths. */
function upperEnd(lengths: Float32Array): number {
  const counts = new Uint32Array(2 ** 13);
  for (const length of lengths) counts[Math.min(counts.length - 1, Math.round(length))]! += 1;
  let left = Math.floor(lengths.length * STEEPEST_SHARE);
  for (let length = counts.length - 1; length > 0; length -= 1) {
    if (counts[length]! > left) return length;
    left -= counts[length]!;
  }
  return 0;
}

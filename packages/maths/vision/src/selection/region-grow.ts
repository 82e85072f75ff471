/** What may be grown into. */
export type GrowRequest = {
  /** How unlike the seed each pixel is, row by row, as `colourDistances` gives it. */
  readonly distances: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly seed: { readonly x: number; readonly y: number };
  /** The greatest distance that is grown into. */
  readonly tolerance: number;
  /** Whether corners connect (8) or only sides (4). */
  readonly connectivity: 4 | 8;
  /** Pixels steeper than `limit` are not entered, whatever their colour; `steepness` as `gradientMagnitude` gives it. */
  readonly barrier?: { readonly steepness: Uint8Array; readonly limit: number };
};

/** A connected set of pixels. */
export type Region = {
  /** Three numbers a run: its row, its first pixel, and the first behind it; by row, then from the left. */
  runs: Int32Array;
  /** Pixels. */
  area: number;
};

/**
 * The connected pixels around the seed whose distance is at most the tolerance, by scan lines: a stack of places from
 * which whole runs are filled. Empty where the seed itself may not be entered. The same for every order of filling.
 *
 * Source: Smith, "Tint fill", SIGGRAPH 1979.
 */
export function regionGrow(request: GrowRequest): Region {
  const { width, height, seed, connectivity } = request;
  const states = openPixels(request);
  const corner = connectivity === 8 ? 1 : 0;
  const stack = [seed.y * width + seed.x];
  let [top, bottom, area] = [height, -1, 0];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (states[at] !== OPEN) continue;
    const row = Math.floor(at / width);
    const start = row * width;
    let left = at;
    while (left > start && states[left - 1] === OPEN) left -= 1;
    let right = at + 1;
    while (right < start + width && states[right] === OPEN) right += 1;
    states.fill(FILLED, left, right);
    area += right - left;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    const from = Math.max(left - corner, start);
    const to = Math.min(right + corner, start + width);
    if (row > 0) pushRuns(stack, states, from - width, to - width);
    if (row < height - 1) pushRuns(stack, states, from + width, to + width);
  }
  return { runs: runsOf(states, width, top, bottom), area };
}

/** What a pixel is: not to be entered, to be entered, or part of the region. */
const CLOSED = 0;
const OPEN = 1;
const FILLED = 2;

function openPixels({ distances, tolerance, barrier }: GrowRequest): Uint8Array {
  const states = new Uint8Array(distances.length);
  for (let at = 0; at < states.length; at += 1) states[at] = distances[at]! <= tolerance ? OPEN : CLOSED;
  if (barrier === undefined) return states;
  const { steepness, limit } = barrier;
  for (let at = 0; at < states.length; at += 1) if (steepness[at]! > limit) states[at] = CLOSED;
  return states;
}

/** Puts one place of each run that is still open onto the stack. */
function pushRuns(stack: number[], states: Uint8Array, from: number, to: number): void {
  let inside = false;
  for (let at = from; at < to; at += 1) {
    const enters = states[at] === OPEN;
    if (enters && !inside) stack.push(at);
    inside = enters;
  }
}

function runsOf(states: Uint8Array, width: number, top: number, bottom: number): Int32Array {
  const runs: number[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const line = states.subarray(row * width, (row + 1) * width);
    for (let start = line.indexOf(FILLED); start !== -1; ) {
      let behind = start + 1;
      while (line[behind] === FILLED) behind += 1;
      runs.push(row, start, behind);
      start = line.indexOf(FILLED, behind);
    }
  }
  return Int32Array.from(runs);
}

/** A region as pixels row by row, 1 inside and 0 outside. */
export function regionPixels({ runs }: Pick<Region, 'runs'>, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let run = 0; run < runs.length; run += 3) {
    const start = runs[run]! * width;
    pixels.fill(1, start + runs[run + 1]!, start + runs[run + 2]!);
  }
  return pixels;
}

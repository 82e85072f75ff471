import { distance, type Point } from '@assay/geometry';

/** Presses of one place within this time, in milliseconds, and this way, in pixels, belong together. */
const SERIES_MS = 500;
const SERIES_WAY = 6;

/** Counts presses: 2 is the second one of a double click. */
export type ClickSeries = {
  /** A press at a place and a time in milliseconds. Returns which one of its series it is. */
  readonly press: (at: Point, time: number) => number;
  /** Which one the last press was. */
  readonly clicks: () => number;
};

export function createClickSeries(): ClickSeries {
  let last = { at: { x: 0, y: 0 }, time: -Infinity, clicks: 0 };
  return {
    press: (at, time) => {
      const isNext = time - last.time <= SERIES_MS && distance(at, last.at) <= SERIES_WAY;
      last = { at, time, clicks: isNext ? last.clicks + 1 : 1 };
      return last.clicks;
    },
    clicks: () => last.clicks,
  };
}

import { type Fault, leftOut } from './check-geometry.ts';

/** The most runs of one mask that a file says in other words: few of those can stand for many. */
const MOST_RUNS = 1_000_000;
/** Runs of all such masks together, besides one for each byte of the files. */
const SPARE = 8 * 2 ** 20;

/** How many runs the masks may still have that are made of something else: of rows, of parts, of pixels. */
export type MaskRoom = {
  /** The most that the next one may have. */
  readonly most: () => number;
  readonly spend: (runs: number) => void;
};

/** Room for masks in files of so many bytes: what is made of them is no longer than they are, but for a constant. */
export function createMaskRoom(bytes: number): MaskRoom {
  let left = SPARE + bytes;
  return {
    most: () => Math.min(MOST_RUNS, left),
    spend: (runs) => {
      left -= runs;
    },
  };
}

export const tooManyRuns = (most: number): Fault =>
  leftOut(
    'too-large',
    most === MOST_RUNS
      ? `Its mask has more than ${MOST_RUNS} runs.`
      : 'The masks before it became too long already: their files say them in much fewer words.',
  );

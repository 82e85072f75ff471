import type { EditorRecords } from '../../index.ts';
import { box, region } from '../driver.ts';
import { click, recordIn, type Seen } from './behaviour.ts';
import type { CommandBehaviour } from './command-behaviours.ts';
import { A, IN_A } from './shown.ts';

const shows = (at: number): EditorRecords => ({
  id: 'frame',
  type: 'frame',
  at,
  frames: 10,
  isPlaying: false,
});

/** Something with two key frames. */
const MOVING = region('a', A.geometry, {
  track: {
    version: 1,
    frames: 10,
    keyFrames: [
      { frame: 2, geometry: A.geometry },
      { frame: 6, geometry: box(200, 100, 120, 80) },
    ],
  },
});

const goes = (gives: number): CommandBehaviour => ({
  given: [shows(3), MOVING],
  told: (seen) => recordIn(seen, 'frame')?.at,
  gives,
});
/** Key frames; those from which it is there no more are negative. */
const keys = ({ regions }: Seen) =>
  regions.flatMap(({ track }) =>
    (track?.keyFrames ?? []).map(({ frame, geometry }) => (geometry === null ? -frame : frame)),
  );
const says = (at: number, gives: number[]): CommandBehaviour => ({
  given: [shows(at), MOVING],
  first: [click(...IN_A)],
  told: keys,
  gives,
});

/** What commands do in a sequence of frames. */
export const frameBehaviours = {
  'next-frame': goes(4),
  'previous-frame': goes(2),
  'next-key-frame': goes(6),
  'previous-key-frame': goes(2),
  'play-frames': { given: [shows(3)], told: (seen) => recordIn(seen, 'frame')?.isPlaying, gives: true },
  'set-key-frame': says(4, [2, 4, 6]),
  'leave-frame': says(4, [2, -4, 6]),
  'remove-key-frame': says(6, [2]),
} satisfies Record<string, CommandBehaviour>;

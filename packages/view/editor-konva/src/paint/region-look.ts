import type { LabelColour } from '@assay/contracts';
import type { RegionRecord } from '@assay/editor';

/** What is drawn of a region besides where it is. Colour is never alone: lines and hatches say the same. */
export type RegionLook = {
  readonly colour: LabelColour;
  /** Solid what was made or accepted by a person, dashed what is proposed, dotted and crossed out what was rejected. */
  readonly status: 'accepted' | 'proposed' | 'rejected';
  /** In a sequence: nobody drew it in this frame, it moves here from one key frame to another, or stays. */
  readonly isBetween?: boolean;
  /** Partly hidden by something else in the picture: hatched. */
  readonly isOccluded: boolean;
  /** What is written beside it when it is pointed at. */
  readonly text: string;
  /** Pairs of joints of a skeleton that bones join. */
  readonly bones: readonly (readonly [string, string])[];
};

export type LookOf = (region: RegionRecord) => RegionLook;

/** Lengths of lines and gaps in pixels of the screen. */
const DASHES: Readonly<Record<RegionLook['status'], readonly number[]>> = {
  accepted: [],
  proposed: [7, 4],
  rejected: [2, 3],
};

/** Of what lies between key frames: long and short ones, so that it is taken for no proposal. */
const BETWEEN: readonly number[] = [12, 3, 2, 3];

export const dashOf = ({ status, isBetween }: RegionLook): readonly number[] =>
  status === 'accepted' && isBetween === true ? BETWEEN : DASHES[status];

export type Hatch = 'none' | 'diagonal' | 'crossed';

export function hatchOf({ status, isOccluded }: RegionLook): Hatch {
  if (status === 'rejected') return 'crossed';
  return isOccluded ? 'diagonal' : 'none';
}

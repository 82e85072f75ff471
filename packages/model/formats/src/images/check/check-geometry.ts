import type { Geometry } from '@assay/contracts';
import { type Bounds, polygonFault } from '@assay/geometry';
import { boundsOfGeometry } from '../convert/geometry-bounds.ts';
import type { LabelProblem } from '../label-event.ts';
import type { PictureSize } from '../label-file.ts';

/** A fault of a region, without where it was found. */
export type Fault = Pick<LabelProblem, 'code' | 'message' | 'outcome' | 'kept' | 'next'>;

export type CheckedGeometry = {
  /** Undefined: the region cannot be taken. */
  readonly geometry: Geometry | undefined;
  readonly faults: readonly Fault[];
};

/** What rounding in other tools may put beyond the border, in pixels. */
const ROUNDING = 0.01;
export const MOST_POINTS = 100_000;
/** Longer borders are not looked at for crossings: it could take minutes. */
const MOST_CHECKED = 5000;
const MOST_JOINTS = 1000;
const MOST_NAME = 200;
const MEND = 'Correct it in the file and import it again, or draw the region here.';

export const leftOut = (code: Fault['code'], message: string, next = MEND): Fault => ({
  code,
  message,
  outcome: 'left-out',
  kept: 'The region was left out; the others were kept.',
  next,
});

export const keptAsItIs = (code: Fault['code'], message: string): Fault => ({
  code,
  message,
  outcome: 'kept',
  kept: 'The region was kept as it stands.',
  next: 'Look at it, and correct it where it is wrong.',
});

/**
 * Looks whether a region can stand in an image. What cannot be drawn is left out: coordinates that are no finite
 * numbers, negative sizes, too few points, what lies outside of the image entirely, masks of another size. What can be
 * drawn is kept as it stands, with a fault: without area, crossing itself, partly outside.
 */
export function checkGeometry(geometry: Geometry, image: PictureSize): CheckedGeometry {
  const refusal = refusalOf(geometry, image);
  if (refusal !== undefined) return { geometry: undefined, faults: [refusal] };
  const faults: Fault[] = [];
  const shape = faultOfShape(geometry);
  if (shape !== undefined) faults.push(shape);
  const bounds = geometry.kind === 'mask' ? undefined : boundsOfGeometry(geometry);
  if (bounds !== undefined) {
    if (isOutside(bounds, image)) {
      return { geometry: undefined, faults: [leftOut('outside', 'It lies outside of the image.')] };
    }
    if (reachesOut(bounds, image))
      faults.push(keptAsItIs('outside', 'It reaches beyond the border of the image.'));
  }
  return { geometry, faults };
}

function refusalOf(geometry: Geometry, image: PictureSize): Fault | undefined {
  switch (geometry.kind) {
    case 'box':
    case 'rotated-box':
      return refusalOfNumbers(geometry) ?? refusalOfSize(geometry.width, geometry.height);
    case 'ellipse':
      return refusalOfNumbers(geometry) ?? refusalOfSize(geometry.rx, geometry.ry);
    case 'point':
      return refusalOfNumbers(geometry);
    case 'polygon':
      return refusalOfPoints(geometry.points, 3, 'A polygon');
    case 'polyline':
      return refusalOfPoints(geometry.points, 2, 'A polyline');
    case 'skeleton':
      return refusalOfJoints(geometry);
    case 'mask':
      if (geometry.width === image.width && geometry.height === image.height) return undefined;
      return leftOut(
        'bad-mask',
        `The mask is of ${geometry.width} x ${geometry.height} pixels and the image of ${image.width} x ${image.height}.`,
      );
    case 'image-class':
      return undefined;
  }
}

function refusalOfNumbers(geometry: object): Fault | undefined {
  for (const value of Object.values(geometry)) {
    if (typeof value === 'number' && !Number.isFinite(value)) return notANumber();
  }
  return undefined;
}

const notANumber = (): Fault => leftOut('not-a-number', 'A coordinate is missing, infinite or no number.');

function refusalOfSize(width: number, height: number): Fault | undefined {
  if (width >= 0 && height >= 0) return undefined;
  return leftOut('negative-size', `Its size is negative: ${width} x ${height}.`);
}

function refusalOfPoints(
  points: readonly { x: number; y: number }[],
  least: number,
  what: string,
): Fault | undefined {
  if (points.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y))) return notANumber();
  if (points.length > MOST_POINTS) return tooManyPoints();
  if (points.length >= least) return undefined;
  return leftOut('too-few-points', `${what} has at least ${least} points, this one has ${points.length}.`);
}

export const tooManyPoints = (): Fault => leftOut('too-large', `It has more than ${MOST_POINTS} points.`);

function refusalOfJoints({ joints }: Extract<Geometry, { kind: 'skeleton' }>): Fault | undefined {
  if (joints.length === 0) return leftOut('too-few-points', 'It has no joint.');
  if (joints.length > MOST_JOINTS) return leftOut('too-large', `It has more than ${MOST_JOINTS} joints.`);
  if (joints.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y))) return notANumber();
  if (joints.some(({ name }) => name === '' || name.length > MOST_NAME))
    return leftOut('missing', `A joint has no name, or one of more than ${MOST_NAME} characters.`);
  if (new Set(joints.map(({ name }) => name)).size < joints.length)
    return leftOut('duplicate', 'Two of its joints have the same name.');
  return undefined;
}

function faultOfShape(geometry: Geometry): Fault | undefined {
  switch (geometry.kind) {
    case 'box':
    case 'rotated-box':
      return geometry.width > 0 && geometry.height > 0 ? undefined : noArea();
    case 'ellipse':
      return geometry.rx > 0 && geometry.ry > 0 ? undefined : noArea();
    case 'polygon': {
      if (geometry.points.length > MOST_CHECKED) return undefined;
      const fault = polygonFault(geometry.points);
      if (fault?.kind === 'no-area') return noArea();
      if (fault?.kind === 'self-crossing') return keptAsItIs('self-crossing', 'Its border crosses itself.');
      return undefined;
    }
    default:
      return undefined;
  }
}

const noArea = (): Fault => keptAsItIs('no-area', 'It has no area.');

const isOutside = ({ minX, minY, maxX, maxY }: Bounds, { width, height }: PictureSize): boolean =>
  maxX < -ROUNDING || maxY < -ROUNDING || minX > width + ROUNDING || minY > height + ROUNDING;

const reachesOut = ({ minX, minY, maxX, maxY }: Bounds, { width, height }: PictureSize): boolean =>
  minX < -ROUNDING || minY < -ROUNDING || maxX > width + ROUNDING || maxY > height + ROUNDING;

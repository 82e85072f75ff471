import type { Geometry } from '@assay/contracts';
import { rleToString, rotatePoint } from '@assay/geometry';
import { type Fault, leftOut } from '../check/check-geometry.ts';
import { arrayOf, type JsonObject, numberOf } from '../check/json-value.ts';
import { type MaskRoom, tooManyRuns } from '../check/mask-room.ts';
import { MASK_FAULTS } from '../coco/coco-geometry.ts';
import { maskOfRows } from '../convert/mask-box.ts';
import type { PictureSize } from '../label-file.ts';
import { runsOfBrush } from './brush-rle.ts';

const RADIANS = Math.PI / 180;

/** Types of results that are shapes, with the kind of labels that they have taken off: `rectanglelabels`. */
export const shapeTypeOf = (type: string): string | undefined =>
  /^(rectangle|polygon|ellipse|keypoint|brush)(labels)?$/.exec(type)?.[1];

/** The shape of a result, or why there is none. */
export function geometryOfResult(
  shape: string,
  value: JsonObject,
  image: PictureSize,
  room: MaskRoom,
): Geometry | Fault {
  const across = (key: string) => (numberOf(value[key]) / 100) * image.width;
  const down = (key: string) => (numberOf(value[key]) / 100) * image.height;
  const rotation = (value.rotation === undefined ? 0 : numberOf(value.rotation)) * RADIANS;
  switch (shape) {
    case 'rectangle':
      return boxOf(
        { x: across('x'), y: down('y'), width: across('width'), height: down('height') },
        rotation,
      );
    case 'ellipse': {
      const radii = { rx: across('radiusX'), ry: down('radiusY') };
      return { kind: 'ellipse', version: 1, cx: across('x'), cy: down('y'), ...radii, rotation };
    }
    case 'keypoint':
      return { kind: 'point', version: 1, x: across('x'), y: down('y') };
    case 'polygon': {
      const points = arrayOf(value.points).map((pair) => ({
        x: (numberOf(arrayOf(pair)[0]) / 100) * image.width,
        y: (numberOf(arrayOf(pair)[1]) / 100) * image.height,
      }));
      return { kind: 'polygon', version: 1, points };
    }
    default:
      return maskOf(value, image, room);
  }
}

function boxOf(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  rotation: number,
): Geometry {
  if (rotation === 0) return { kind: 'box', version: 1, x, y, width, height };
  const centre = rotatePoint({ x: x + width / 2, y: y + height / 2 }, { x, y }, rotation);
  return { kind: 'rotated-box', version: 1, cx: centre.x, cy: centre.y, width, height, rotation };
}

const BRUSH_FAULTS = {
  'bad-size': 'The mask does not have four values for each pixel of the image.',
  'bad-run': 'A run of the mask is none, or reaches beyond the image.',
  'cut-off': 'The mask ends inside of a run.',
} as const;

function maskOf(value: JsonObject, image: PictureSize, room: MaskRoom): Geometry | Fault {
  const most = room.most();
  const brush = runsOfBrush(arrayOf(value.rle).map(numberOf), image, most);
  if (!brush.ok)
    return brush.reason === 'too-many-runs'
      ? tooManyRuns(most)
      : leftOut('bad-mask', BRUSH_FAULTS[brush.reason]);
  const { width, height } = image;
  const mask = maskOfRows(brush.runs, { left: 0, top: 0, width }, image, most);
  if (mask === undefined) return tooManyRuns(most);
  if (!mask.ok) return leftOut('bad-mask', MASK_FAULTS[mask.reason]);
  room.spend(mask.value.counts.length);
  return { kind: 'mask', version: 1, width, height, counts: rleToString(mask.value) };
}

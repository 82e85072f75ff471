import type { Geometry, SkeletonGeometry } from '@assay/contracts';
import { rleOfString, rleToString } from '@assay/geometry';
import { type Fault, leftOut, MOST_POINTS, tooManyPoints } from '../check/check-geometry.ts';
import { arrayOf, type JsonObject, numberOf, objectOf, textOfValue } from '../check/json-value.ts';
import { MASK_FAULTS } from '../coco/coco-geometry.ts';
import type { ImageLabel } from '../image-document.ts';

const VISIBILITY = ['absent', 'occluded', 'visible'] as const;

/** The shapes of an annotation, or why there are none: several for points of a label that has no skeleton. */
export function geometriesOfAnnotation(
  record: JsonObject,
  label: ImageLabel | undefined,
): readonly Geometry[] | Fault {
  if (arrayOf(record.points).length > 2 * MOST_POINTS) return tooManyPoints();
  const numbers = arrayOf(record.points).map(numberOf);
  switch (record.type) {
    case 'label':
      return [{ kind: 'image-class', version: 1 }];
    case 'bbox': {
      const [x, y, width, height] = Array.from({ length: 4 }, (_, at) => numberOf(arrayOf(record.bbox)[at]));
      return [{ kind: 'box', version: 1, x: x!, y: y!, width: width!, height: height! }];
    }
    case 'polygon':
    case 'polyline':
      return [{ kind: record.type, version: 1, points: pairsOf(numbers) }];
    case 'ellipse': {
      const [left, top, right, bottom] = Array.from({ length: 4 }, (_, at) => numbers[at] ?? Number.NaN);
      const centre = { cx: (left! + right!) / 2, cy: (top! + bottom!) / 2 };
      return [
        {
          kind: 'ellipse',
          version: 1,
          ...centre,
          rx: (right! - left!) / 2,
          ry: (bottom! - top!) / 2,
          rotation: 0,
        },
      ];
    }
    case 'points':
      return pointsOf(record, numbers, label);
    case 'mask':
      return maskOf(objectOf(record.rle));
    default:
      return leftOut('unsupported', `There is nothing here that a ${String(record.type)} could be.`);
  }
}

function pairsOf(numbers: readonly number[]): { x: number; y: number }[] {
  return Array.from({ length: Math.ceil(numbers.length / 2) }, (_, at) => ({
    x: numbers[2 * at]!,
    y: numbers[2 * at + 1] ?? Number.NaN,
  }));
}

/** The joints of the label, where there are as many; else each point is a region. */
function pointsOf(
  record: JsonObject,
  numbers: readonly number[],
  label: ImageLabel | undefined,
): readonly Geometry[] {
  const points = pairsOf(numbers);
  const names = label?.skeleton?.joints;
  if (names?.length !== points.length) return points.map(({ x, y }) => ({ kind: 'point', version: 1, x, y }));
  const visibility = arrayOf(record.visibility).map(numberOf);
  const joints = points.map(({ x, y }, at): SkeletonGeometry['joints'][number] => {
    const seen = VISIBILITY[visibility[at] ?? 2] ?? 'visible';
    return { name: names[at]!, x: seen === 'absent' ? 0 : x, y: seen === 'absent' ? 0 : y, visibility: seen };
  });
  return [{ kind: 'skeleton', version: 1, joints }];
}

function maskOf({ counts, size }: JsonObject): readonly Geometry[] | Fault {
  const [height, width] = arrayOf(size).map(numberOf);
  const mask = rleOfString(width ?? Number.NaN, height ?? Number.NaN, textOfValue(counts) ?? '');
  if (!mask.ok) return leftOut('bad-mask', MASK_FAULTS[mask.reason]);
  return [{ kind: 'mask', version: 1, width: width!, height: height!, counts: rleToString(mask.value) }];
}

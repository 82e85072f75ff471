import type { Geometry } from '@assay/contracts';
import { cornersOf, rotatedCorners } from '@assay/geometry';
import { boundsOfGeometry } from '../convert/geometry-bounds.ts';
import type { PictureSize } from '../label-file.ts';

const VISIBILITY = { absent: 0, occluded: 1, visible: 2 } as const;

/**
 * One region as a line of YOLO: the number of its class, then shares of the image's width and height. A box by its
 * centre and size, a polygon by its points, a rotated box by its four corners, a skeleton by its bounds and each joint
 * with its visibility, filled up with absent ones to the number of joints of the data set.
 */
export function yoloLine(
  geometry: Geometry,
  { width, height }: PictureSize,
  label: number,
  joints: number,
): string {
  const place = ({ x, y }: { x: number; y: number }) => `${x / width} ${y / height}`;
  switch (geometry.kind) {
    case 'polygon':
      return `${label} ${geometry.points.map(place).join(' ')}`;
    case 'rotated-box':
      return `${label} ${rotatedCorners(geometry).map(place).join(' ')}`;
    case 'skeleton': {
      const own = geometry.joints.map((joint) => `${place(joint)} ${VISIBILITY[joint.visibility]}`);
      const absent = Array.from({ length: joints - own.length }, () => '0 0 0');
      return `${label} ${boxShares(geometry, { width, height })} ${[...own, ...absent].join(' ')}`;
    }
    default:
      return `${label} ${boxShares(geometry, { width, height })}`;
  }
}

function boxShares(geometry: Geometry, { width, height }: PictureSize): string {
  const bounds = boundsOfGeometry(geometry) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const [first, , last] = cornersOf(bounds);
  const [x, y] = [(first!.x + last!.x) / 2 / width, (first!.y + last!.y) / 2 / height];
  return `${x} ${y} ${(last!.x - first!.x) / width} ${(last!.y - first!.y) / height}`;
}

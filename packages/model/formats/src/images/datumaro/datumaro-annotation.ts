import type { Geometry } from '@assay/contracts';
import type { ImageRegion } from '../image-document.ts';

const VISIBILITY = { absent: 0, occluded: 1, visible: 2 } as const;

/** Attributes by which Datumaro says what others have members for. */
const FLAGS = {
  occluded: 'occluded',
  truncated: 'truncated',
  difficult: 'difficult',
  crowd: 'is_crowd',
} as const;

/** A region in Datumaro's terms. Groups are numbered from 1: 0 is none. */
export function annotationOf(
  region: ImageRegion,
  { id, label, group }: { id: number; label: number | undefined; group: number },
): object {
  const attributes: Record<string, unknown> = Object.fromEntries(Object.entries(region.attributes));
  for (const [flag, name] of Object.entries(FLAGS)) {
    if (region[flag as keyof typeof FLAGS]) attributes[name] = true;
  }
  if (region.score !== null) attributes.score = region.score;
  const { type, ...shape } = shapeOf(region.geometry);
  return { id, type, attributes, group, label_id: label ?? null, z_order: region.order, ...shape };
}

function shapeOf(geometry: Geometry): { type: string } & Record<string, unknown> {
  switch (geometry.kind) {
    case 'box': {
      const { x, y, width, height } = geometry;
      return { type: 'bbox', bbox: [x, y, width, height] };
    }
    case 'polygon':
    case 'polyline':
      return { type: geometry.kind, points: geometry.points.flatMap(({ x, y }) => [x, y]) };
    case 'point':
      return { type: 'points', points: [geometry.x, geometry.y], visibility: [VISIBILITY.visible] };
    case 'skeleton':
      return {
        type: 'points',
        points: geometry.joints.flatMap(({ x, y }) => [x, y]),
        visibility: geometry.joints.map(({ visibility }) => VISIBILITY[visibility]),
      };
    case 'mask': {
      const { width, height, counts } = geometry;
      return { type: 'mask', rle: { counts, size: [height, width] } };
    }
    case 'image-class':
      return { type: 'label' };
    default:
      throw new TypeError(`Datumaro has no ${geometry.kind}.`);
  }
}

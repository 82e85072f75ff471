import type { Geometry } from '@assay/contracts';
import { ringArea, rleArea, rleBounds, rleOfString } from '@assay/geometry';
import { boundsOfGeometry } from '../convert/geometry-bounds.ts';
import type { ImageLabel, ImageRegion } from '../image-document.ts';

const VISIBILITY = { absent: 0, occluded: 1, visible: 2 } as const;

/** A category in COCO's terms; joints of bones are numbered from 1. */
export function categoryOf(label: ImageLabel, id: number): string {
  const { name, parent, skeleton } = label;
  return JSON.stringify({
    id,
    name,
    supercategory: parent ?? '',
    ...(skeleton === null
      ? {}
      : { keypoints: skeleton.joints, skeleton: skeleton.bones.map(([from, to]) => [from + 1, to + 1]) }),
  });
}

/**
 * An annotation in COCO's terms. A box has no segmentation; a mask has compressed run lengths, crowd or not. The area is
 * that of the pixels of a mask, of a polygon by the shoelace formula, and of a box and of joints that of the bounds.
 */
export function annotationOf(
  region: ImageRegion,
  ids: { id: number; image: number; category: number },
): string {
  const { crowd, score, occluded } = region;
  let text = `{"id":${ids.id},"image_id":${ids.image},"category_id":${ids.category},"iscrowd":${crowd ? 1 : 0},`;
  text += shapeOf(region.geometry);
  if (score !== null) text += `,"score":${score}`;
  const attributes = JSON.stringify(occluded ? { ...region.attributes, occluded } : region.attributes);
  if (attributes !== '{}') text += `,"attributes":${attributes}`;
  return `${text}}`;
}

function shapeOf(geometry: Geometry): string {
  switch (geometry.kind) {
    case 'polygon': {
      let points = '';
      for (const { x, y } of geometry.points) points += points === '' ? `${x},${y}` : `,${x},${y}`;
      return `"segmentation":[[${points}]],"area":${ringArea(geometry.points)},${bboxOf(geometry)}`;
    }
    case 'mask':
      return shapeOfMask(geometry);
    case 'skeleton': {
      const numbers = geometry.joints.map(({ x, y, visibility }) => `${x},${y},${VISIBILITY[visibility]}`);
      const placed = geometry.joints.filter(({ visibility }) => visibility !== 'absent').length;
      return `"keypoints":[${numbers.join(',')}],"num_keypoints":${placed},${areaAndBbox(geometry)}`;
    }
    default:
      return `"segmentation":[],${areaAndBbox(geometry)}`;
  }
}

function shapeOfMask({ width, height, counts }: Extract<Geometry, { kind: 'mask' }>): string {
  const mask = rleOfString(width, height, counts);
  const bounds = mask.ok ? rleBounds(mask.value) : undefined;
  const { minX, minY, maxX, maxY } = bounds ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const size = `"segmentation":{"size":[${height},${width}],"counts":${JSON.stringify(counts)}}`;
  const area = mask.ok ? rleArea(mask.value) : 0;
  return `${size},"area":${area},"bbox":[${minX},${minY},${maxX - minX},${maxY - minY}]`;
}

function areaAndBbox(geometry: Geometry): string {
  if (geometry.kind === 'box') {
    const { x, y, width, height } = geometry;
    return `"area":${width * height},"bbox":[${x},${y},${width},${height}]`;
  }
  const bounds = boundsOfGeometry(geometry);
  const area = bounds === undefined ? 0 : (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY);
  return `"area":${area},${bboxOf(geometry)}`;
}

function bboxOf(geometry: Geometry): string {
  const { minX, minY, maxX, maxY } = boundsOfGeometry(geometry) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  return `"bbox":[${minX},${minY},${maxX - minX},${maxY - minY}]`;
}

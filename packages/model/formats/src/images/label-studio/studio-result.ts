import type { Geometry } from '@assay/contracts';
import { pixelsOfRle, rleOfString, rotatedCorners } from '@assay/geometry';
import type { ImageRegion } from '../image-document.ts';
import type { PictureSize } from '../label-file.ts';
import { brushOfPixels } from './brush-rle.ts';

const DEGREES = 180 / Math.PI;
/** How large a point is drawn, in percent of the width of the image. */
const POINT = 0.5;

/** A region as results of Label Studio: its shape with its label, then each attribute, all with the same id. */
export function resultsOf(region: ImageRegion, image: PictureSize): object[] {
  const { id, geometry, label, score, attributes, remark } = region;
  const common = {
    id,
    to_name: 'image',
    original_width: image.width,
    original_height: image.height,
    image_rotation: 0,
  };
  const scored = score === null ? {} : { score };
  const flagged = remark === null ? {} : { meta: { text: [remark] } };
  const { type, value } = shapeOf(geometry, image);
  const labels = label === null ? [] : [label];
  const shape =
    geometry.kind === 'image-class'
      ? { id, type: 'choices', from_name: 'class', to_name: 'image', value: { choices: labels } }
      : {
          ...common,
          type: label === null ? type : `${type}labels`,
          from_name: label === null ? type : `${type}labels`,
          value: label === null ? value : { ...value, [`${type}labels`]: labels },
        };
  return [
    { ...shape, ...scored, ...flagged },
    ...Object.entries(attributes).map(([name, given]) => ({
      ...common,
      from_name: name,
      ...attributeOf(given),
    })),
  ];
}

function attributeOf(value: string | number | boolean): object {
  if (typeof value === 'number') return { type: 'number', value: { number: value } };
  return { type: 'textarea', value: { text: [String(value)] } };
}

/** Places and lengths in percent of the image; a box is turned about its upper left corner. */
function shapeOf(geometry: Geometry, { width, height }: PictureSize): { type: string; value: object } {
  const across = (x: number) => (x / width) * 100;
  const down = (y: number) => (y / height) * 100;
  switch (geometry.kind) {
    case 'box': {
      const { x, y } = geometry;
      const size = { width: across(geometry.width), height: down(geometry.height) };
      return { type: 'rectangle', value: { x: across(x), y: down(y), ...size, rotation: 0 } };
    }
    case 'rotated-box': {
      const [corner] = rotatedCorners(geometry);
      const size = { width: across(geometry.width), height: down(geometry.height) };
      const rotation = geometry.rotation * DEGREES;
      return { type: 'rectangle', value: { x: across(corner!.x), y: down(corner!.y), ...size, rotation } };
    }
    case 'polygon': {
      const points = geometry.points.map(({ x, y }) => [across(x), down(y)]);
      return { type: 'polygon', value: { points, closed: true } };
    }
    case 'point':
      return { type: 'keypoint', value: { x: across(geometry.x), y: down(geometry.y), width: POINT } };
    case 'ellipse': {
      const { cx, cy, rx, ry, rotation } = geometry;
      const radii = { radiusX: across(rx), radiusY: down(ry), rotation: rotation * DEGREES };
      return { type: 'ellipse', value: { x: across(cx), y: down(cy), ...radii } };
    }
    case 'mask': {
      const mask = rleOfString(geometry.width, geometry.height, geometry.counts);
      const pixels = mask.ok ? pixelsOfRle(mask.value) : new Uint8Array(width * height);
      return { type: 'brush', value: { format: 'rle', rle: brushOfPixels(pixels) } };
    }
    default:
      return { type: 'choices', value: {} };
  }
}

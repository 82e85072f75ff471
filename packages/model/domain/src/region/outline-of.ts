import type { Geometry } from '@assay/contracts';
import { type Point, type Ring, ringsOfRle } from '@assay/geometry';
import { ringsOf, rleOfMask } from './geometry-iou.ts';

/** What is drawn of a geometry where nothing but lines can be: closed borders, open ways, single points. */
export type Outline = { rings: readonly Ring[]; lines: readonly Ring[]; points: readonly Point[] };

const NOTHING: Outline = { rings: [], lines: [], points: [] };

/** The outline of a geometry; of a mask the borders of its pixels, of a skeleton the joints that are there. */
export function outlineOf(geometry: Geometry): Outline {
  switch (geometry.kind) {
    case 'polyline':
      return { ...NOTHING, lines: [geometry.points] };
    case 'point':
      return { ...NOTHING, points: [geometry] };
    case 'skeleton':
      return { ...NOTHING, points: geometry.joints.filter(({ visibility }) => visibility !== 'absent') };
    case 'mask':
      return { ...NOTHING, rings: ringsOfRle(rleOfMask(geometry)) };
    default:
      return { ...NOTHING, rings: ringsOf(geometry) ?? [] };
  }
}

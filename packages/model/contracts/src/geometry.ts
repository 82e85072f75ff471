import { rleOfString } from '@assay/geometry';
import { z } from 'zod';
import { boundedText } from './bounded-text.ts';

/** The most points of one polygon or polyline, and the most joints of a skeleton. */
const MOST_POINTS = 100_000;
const MOST_JOINTS = 1000;

const coordinate = z.number();
const length = z.number().min(0);
const point = z.object({ x: coordinate, y: coordinate }).strict();

/** A rectangle along the axes, from its upper left corner. */
export const boxGeometry = z
  .object({
    kind: z.literal('box'),
    version: z.literal(1),
    x: coordinate,
    y: coordinate,
    width: length,
    height: length,
  })
  .strict();
export type BoxGeometry = Readonly<z.infer<typeof boxGeometry>>;

/** A rectangle turned about its centre, in radians, clockwise as it is seen. */
export const rotatedBoxGeometry = z
  .object({
    kind: z.literal('rotated-box'),
    version: z.literal(1),
    cx: coordinate,
    cy: coordinate,
    width: length,
    height: length,
    rotation: z.number(),
  })
  .strict();
export type RotatedBoxGeometry = Readonly<z.infer<typeof rotatedBoxGeometry>>;

/** A closed border; its last point is followed by its first. It may have faults (see `polygonFault`). */
export const polygonGeometry = z
  .object({
    kind: z.literal('polygon'),
    version: z.literal(1),
    points: z.array(point).min(3).max(MOST_POINTS).readonly(),
  })
  .strict();
export type PolygonGeometry = Readonly<z.infer<typeof polygonGeometry>>;

/** An open way. */
export const polylineGeometry = z
  .object({
    kind: z.literal('polyline'),
    version: z.literal(1),
    points: z.array(point).min(2).max(MOST_POINTS).readonly(),
  })
  .strict();
export type PolylineGeometry = Readonly<z.infer<typeof polylineGeometry>>;

export const pointGeometry = z
  .object({ kind: z.literal('point'), version: z.literal(1), x: coordinate, y: coordinate })
  .strict();
export type PointGeometry = Readonly<z.infer<typeof pointGeometry>>;

/** An ellipse with radii along its own axes, turned about its centre in radians, clockwise as it is seen. */
export const ellipseGeometry = z
  .object({
    kind: z.literal('ellipse'),
    version: z.literal(1),
    cx: coordinate,
    cy: coordinate,
    rx: length,
    ry: length,
    rotation: z.number(),
  })
  .strict();
export type EllipseGeometry = Readonly<z.infer<typeof ellipseGeometry>>;

/** A joint that is absent has a place that means nothing. */
export const jointVisibility = z.enum(['visible', 'occluded', 'absent']);
export type JointVisibility = z.infer<typeof jointVisibility>;

/** Named points of one body; which of them bones join is said by the label. */
export const skeletonGeometry = z
  .object({
    kind: z.literal('skeleton'),
    version: z.literal(1),
    joints: z
      .array(
        z
          .object({
            name: boundedText(200, 1),
            x: coordinate,
            y: coordinate,
            visibility: jointVisibility,
          })
          .strict(),
      )
      .min(1)
      .max(MOST_JOINTS)
      .readonly()
      .refine((joints) => new Set(joints.map(({ name }) => name)).size === joints.length, {
        message: 'Two joints have the same name.',
      }),
  })
  .strict();
export type SkeletonGeometry = Readonly<z.infer<typeof skeletonGeometry>>;

/** Pixels of an image of a size, as COCO's compressed run lengths. */
export const maskGeometry = z
  .object({
    kind: z.literal('mask'),
    version: z.literal(1),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
    counts: z.string(),
  })
  .strict()
  .superRefine(({ width, height, counts }, context) => {
    const mask = rleOfString(width, height, counts);
    if (!mask.ok) context.addIssue({ code: 'custom', message: mask.reason, path: ['counts'] });
  });
export type MaskGeometry = Readonly<z.infer<typeof maskGeometry>>;

/** A label of the whole image, which has no place in it. */
export const imageClassGeometry = z
  .object({ kind: z.literal('image-class'), version: z.literal(1) })
  .strict();
export type ImageClassGeometry = Readonly<z.infer<typeof imageClassGeometry>>;

/** Where a region is, in image pixels, as it is stored: of a kind, in the newest version of that kind. */
export const geometry = z.discriminatedUnion('kind', [
  boxGeometry,
  rotatedBoxGeometry,
  polygonGeometry,
  polylineGeometry,
  pointGeometry,
  ellipseGeometry,
  skeletonGeometry,
  maskGeometry,
  imageClassGeometry,
]);
export type Geometry =
  | BoxGeometry
  | RotatedBoxGeometry
  | PolygonGeometry
  | PolylineGeometry
  | PointGeometry
  | EllipseGeometry
  | SkeletonGeometry
  | MaskGeometry
  | ImageClassGeometry;
export type GeometryKind = Geometry['kind'];
export const geometryKind = z.enum([
  'box',
  'rotated-box',
  'polygon',
  'polyline',
  'point',
  'ellipse',
  'skeleton',
  'mask',
  'image-class',
] as const satisfies readonly GeometryKind[]);

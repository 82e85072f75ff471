import { type Bounds, normaliseAngle, type Point } from '@assay/geometry';

/** A number of a shape that can be typed: of pixels of the image, or, an angle, of degrees clockwise as it is seen. */
export type ShapeNumber<G> = {
  /** `x` and `y` are those of the upper left corner, or of the centre where the shape turns about one. */
  readonly name: 'x' | 'y' | 'width' | 'height' | 'radius-x' | 'radius-y' | 'angle';
  readonly read: (geometry: G) => number;
  readonly write: (geometry: G, value: number) => G;
  /** There is no shape with less. */
  readonly least?: number;
};

/** Properties of a geometry that are its numbers. */
export function ownNumbers<G>(
  names: Readonly<Partial<Record<ShapeNumber<G>['name'], keyof G>>>,
): ShapeNumber<G>[] {
  return Object.entries(names).map(([name, property]): ShapeNumber<G> => {
    const key = property as keyof G;
    const isLength = name !== 'x' && name !== 'y';
    return {
      name: name as ShapeNumber<G>['name'],
      read: (geometry) => geometry[key] as number,
      write: (geometry, value) => ({ ...geometry, [key]: value }),
      ...(isLength ? { least: 0 } : {}),
    };
  });
}

/** The angle of what has a rotation in radians. */
export const angleNumber = <G extends { readonly rotation: number }>(): ShapeNumber<G> => ({
  name: 'angle',
  read: ({ rotation }) => (rotation * 180) / Math.PI,
  write: (geometry, value) => ({ ...geometry, rotation: normaliseAngle((value * Math.PI) / 180) }),
});

/** Where a shape begins, for one that has no other numbers; none of what has no place. */
export function placeNumbers<G>(
  boundsOf: (geometry: G) => Bounds | undefined,
  translate: (geometry: G, by: Point) => G,
): ShapeNumber<G>[] {
  const at = (geometry: G) => boundsOf(geometry) ?? { minX: 0, minY: 0 };
  return [
    {
      name: 'x',
      read: (geometry) => at(geometry).minX,
      write: (geometry, value) => translate(geometry, { x: value - at(geometry).minX, y: 0 }),
    },
    {
      name: 'y',
      read: (geometry) => at(geometry).minY,
      write: (geometry, value) => translate(geometry, { x: 0, y: value - at(geometry).minY }),
    },
  ];
}

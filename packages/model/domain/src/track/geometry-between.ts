import type { Geometry, SkeletonGeometry } from '@assay/contracts';
import { normaliseAngle, type Point } from '@assay/geometry';

const between = (a: number, b: number, share: number): number => a + (b - a) * share;

const pointBetween = (a: Point, b: Point, share: number): Point => ({
  x: between(a.x, b.x, share),
  y: between(a.y, b.y, share),
});

/** The shorter way around. */
const angleBetween = (a: number, b: number, share: number): number =>
  normaliseAngle(a + normaliseAngle(b - a) * share);

/** Numbers of a geometry that change along a straight way; angles besides take the shorter way around. */
const NUMBERS = {
  box: ['x', 'y', 'width', 'height'],
  'rotated-box': ['cx', 'cy', 'width', 'height'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  point: ['x', 'y'],
} as const;

/**
 * A geometry on the way from one to another, `share` of it from 0 to 1: numbers change linearly, angles by the shorter
 * way, vertices one by one where there are as many, joints by their names. A joint that is absent at one end is as at the
 * first end. What cannot change into the other (another kind, another number of vertices, masks) stays as it is at first.
 */
export function geometryBetween(from: Geometry, to: Geometry, share: number): Geometry {
  if (from.kind === 'skeleton' && to.kind === 'skeleton') return skeletonBetween(from, to, share);
  if ((from.kind === 'polygon' || from.kind === 'polyline') && to.kind === from.kind) {
    if (from.points.length !== to.points.length) return from;
    return { ...from, points: from.points.map((point, at) => pointBetween(point, to.points[at]!, share)) };
  }
  if (!(from.kind in NUMBERS) || from.kind !== to.kind) return from;
  return numbersBetween(from, to, share);
}

function numbersBetween(from: Geometry, to: Geometry, share: number): Geometry {
  const [first, second] = [from, to] as unknown as [Record<string, number>, Record<string, number>];
  const moved: Record<string, number> = {};
  for (const name of NUMBERS[from.kind as keyof typeof NUMBERS]) {
    moved[name] = between(first[name]!, second[name]!, share);
  }
  if ('rotation' in from && 'rotation' in to) {
    moved.rotation = angleBetween(from.rotation, to.rotation, share);
  }
  return { ...from, ...moved } as Geometry;
}

function skeletonBetween(from: SkeletonGeometry, to: SkeletonGeometry, share: number): SkeletonGeometry {
  const ends = new Map(to.joints.map((joint) => [joint.name, joint]));
  const joints = from.joints.map((joint) => {
    const end = ends.get(joint.name);
    const isStill = end === undefined || joint.visibility === 'absent' || end.visibility === 'absent';
    return isStill ? joint : { ...joint, ...pointBetween(joint, end, share) };
  });
  return { ...from, joints };
}

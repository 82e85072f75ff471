import { type SkeletonGeometry, skeletonGeometry } from '@assay/contracts';
import { areaOfBounds, boundsMeet, boundsOfPoints, type Point, rotatePoint } from '@assay/geometry';
import { boxOfBounds, boxShape } from './box.ts';
import type { Handle, ShapeModule } from './shape-module.ts';
import { placeNumbers } from './shape-number.ts';

type Joint = SkeletonGeometry['joints'][number];

const isPresent = ({ visibility }: Joint): boolean => visibility !== 'absent';
const boundsOf = ({ joints }: SkeletonGeometry) => boundsOfPoints(joints.filter(isPresent));

function moveJoints(skeleton: SkeletonGeometry, move: (joint: Joint) => Point): SkeletonGeometry {
  const joints = skeleton.joints.map((joint) => {
    if (!isPresent(joint)) return joint;
    const { x, y } = move(joint);
    return { ...joint, x, y };
  });
  return { ...skeleton, joints };
}

const translate = (skeleton: SkeletonGeometry, by: Point) =>
  moveJoints(skeleton, ({ x, y }) => ({ x: x + by.x, y: y + by.y }));

/** It is taken for the box around the joints that are present: joints alone are too small to be hit. */
export const skeletonShape: ShapeModule<SkeletonGeometry> = {
  kind: 'skeleton',
  version: 1,
  schema: skeletonGeometry,
  migrations: {},
  bounds: boundsOf,
  area: (skeleton) => {
    const bounds = boundsOf(skeleton);
    return bounds === undefined ? 0 : areaOfBounds(bounds);
  },
  distanceTo: (skeleton, point) => {
    const bounds = boundsOf(skeleton);
    return bounds === undefined ? Infinity : boxShape.distanceTo(boxOfBounds(bounds), point);
  },
  meets: (skeleton, bounds) => {
    const mine = boundsOf(skeleton);
    return mine !== undefined && boundsMeet(mine, bounds);
  },
  translate,
  borders: () => [],
  numbers: placeNumbers(boundsOf, translate),
  handles: ({ joints }) =>
    joints
      .filter(isPresent)
      .map(({ name, x, y }): Handle => ({ id: `joint ${name}`, kind: 'joint', point: { x, y } })),
  moveHandle: (skeleton, handle, to) =>
    moveJoints(skeleton, (joint) => (`joint ${joint.name}` === handle ? to : joint)),
  removeHandle: (skeleton, handle) => {
    const isHeld = (joint: Joint) => isPresent(joint) && `joint ${joint.name}` === handle;
    if (!skeleton.joints.some(isHeld)) return undefined;
    const joints = skeleton.joints.map((joint) =>
      isHeld(joint) ? { ...joint, visibility: 'absent' as const } : joint,
    );
    return { ...skeleton, joints };
  },
  rotate: (skeleton, angle, about) => moveJoints(skeleton, (joint) => rotatePoint(joint, about, angle)),
};

export {
  areaOfBounds,
  type Bounds,
  boundsContain,
  boundsContainPoint,
  boundsMeet,
  boundsOfCorners,
  boundsOfPoints,
  centreOf,
  cornersOf,
  heightOf,
  intersectBounds,
  padBounds,
  uniteBounds,
  widthOf,
} from './bounds.ts';
export { capsule } from './capsule.ts';
export { clipRing } from './clip.ts';
export { combineShapes } from './combine-shapes.ts';
export { type Ellipse, ringOfEllipse } from './ellipse.ts';
export { boundsIou, rotatedBoxIou } from './iou.ts';
export { keepInside, lastInside } from './keep-inside.ts';
export { type Overlap, overlapOf, ringsIou } from './overlap.ts';
export {
  addPoints,
  angleTo,
  distance,
  midpoint,
  type Point,
  rotatePoint,
  scalePoint,
  subtractPoints,
} from './point.ts';
export {
  centroid,
  distanceToRing,
  edgesOf,
  perimeter,
  type Ring,
  ringArea,
  ringContains,
  signedArea,
  stretchesOf,
} from './polygon.ts';
export { type PolygonFault, polygonFault } from './polygon-fault.ts';
export { pixelsOfRle, rleOfPixels } from './rle/pixels.ts';
export { ringsOfRle } from './rle/rings-of-rle.ts';
export { emptyRle, pixelRle, type Rle, type RleFault, type RleResult, rleOfCounts } from './rle/rle.ts';
export { rleArea, rleBounds, rleContains, rleMeets } from './rle/rle-measures.ts';
export { combineRles, type MaskOperation, mergeRles, rleIou, shiftRle } from './rle/rle-merge.ts';
export { rleOfRings } from './rle/rle-of-rings.ts';
export { rleOfString, rleToString } from './rle/rle-string.ts';
export {
  boundsOfRotatedBox,
  normaliseAngle,
  pointInBox,
  type RotatedBox,
  rotatedCorners,
} from './rotated-box.ts';
export { distanceToSegment, nearestOnSegment, type Segment, segmentsMeet } from './segment.ts';
export { simplifyLine, simplifyRing } from './simplify.ts';
export {
  composeTransforms,
  invertTransform,
  rotation,
  scaling,
  type Transform,
  transformPoint,
  translation,
} from './transform.ts';

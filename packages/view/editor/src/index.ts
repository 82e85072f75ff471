export { boundsIou, rotatedBoxIou } from './geometry/iou.ts';
export { createHistory, type History, type Mark } from './history/history.ts';
export { pixelsOfRle, rleOfPixels } from './rle/pixels.ts';
export { type Rle, type RleFault, type RleResult, rleOfCounts } from './rle/rle.ts';
export { rleArea, rleBounds } from './rle/rle-measures.ts';
export { combineRles, type MaskOperation, mergeRles, rleIou } from './rle/rle-merge.ts';
export { rleOfString, rleToString } from './rle/rle-string.ts';
export type {
  BoxGeometry,
  EllipseGeometry,
  Geometry,
  GeometryKind,
  ImageClassGeometry,
  JointVisibility,
  MaskGeometry,
  PointGeometry,
  PolygonGeometry,
  PolylineGeometry,
  RotatedBoxGeometry,
  SkeletonGeometry,
} from './shapes/geometry.ts';
export { maskOfRle, rleOfMask } from './shapes/mask.ts';
export type { GeometryProblem, ReadGeometry } from './shapes/read-geometry.ts';
export type { Handle, HandleOptions } from './shapes/shape-module.ts';
export {
  areaOfGeometry,
  boundsOfGeometry,
  distanceToGeometry,
  geometryMeets,
  handlesOfGeometry,
  moveGeometryHandle,
  readGeometry,
  rotateGeometry,
  translateGeometry,
} from './shapes/shapes.ts';
export {
  type Change,
  changesOf,
  composeDiffs,
  emptyDiff,
  filterDiff,
  invertDiff,
  isEmptyDiff,
  type RecordsDiff,
  type Update,
} from './store/diff.ts';
export type { EditorRecord, RecordOfType, Scope, Scopes, Source } from './store/record.ts';
export { type Commit, createStore, type ListenTo, type Rule, type Store } from './store/store.ts';

export { defaultKeysOf, type EditorCommand, editorCommands } from './commands/commands.ts';
export { assignKey, keymapOf, keysOf, type OwnKeys, removeKey } from './commands/keymap.ts';
export {
  EDITOR_PARTLY_CARRIED,
  type EditorStore,
  regionOf,
  regionsOf,
  regionView,
  relationsOf,
  setRegionView,
} from './document/document.ts';
export type {
  BrushRecord,
  CameraRecord,
  DraftRecord,
  EditorRecords,
  LinkRecord,
  PenRecord,
  RegionRecord,
  RegionViewRecord,
  RelationRecord,
  SelectionRecord,
  StrokeRecord,
} from './document/records.ts';
export type { RegionIndex } from './document/region-index.ts';
export { byHeight } from './document/region-order.ts';
export { select, selectAll, selectedIds, selectedRegions, toggleSelected } from './document/selection.ts';
export { createEditor, type Editor } from './editor.ts';
export type { EditorCore, EditorSettings } from './editor-core.ts';
export { createHistory, type History, type Mark } from './history/history.ts';
export {
  type Conflict,
  createPendingLog,
  type PendingLog,
  type Unsaved,
} from './saving/pending-log.ts';
export { geometryIou, rleOf } from './shapes/geometry-iou.ts';
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
  removeGeometryHandle,
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
export type { EditorRecord, Origin, RecordOfType, Scope, Scopes, Source } from './store/record.ts';
export { type Commit, createStore, type ListenTo, type Rule, type Store } from './store/store.ts';
export type { PointerAt } from './tools/pointers.ts';
export type { ToolId } from './tools/tools.ts';
export {
  type Camera,
  fitCamera,
  imageToScreen,
  panCamera,
  type Size,
  screenToImage,
  visibleBounds,
  ZOOM_LIMITS,
  zoomCamera,
} from './view/camera.ts';

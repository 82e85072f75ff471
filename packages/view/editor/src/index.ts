export type { Command, CommandContext } from './commands/command.ts';
export { BUILT_IN, type Commands, type EditorCommand } from './commands/commands.ts';
export { keyMarksOf } from './commands/frame-commands.ts';
export { assignKey, keymapOf, keysOf, type OwnKeys, removeKey } from './commands/keymap.ts';
export { clipOf, pasteClip } from './document/clip.ts';
export { type Clip, type Clipboard, createClipboard } from './document/clipboard.ts';
export {
  type EditorStore,
  ownView,
  regionOf,
  regionsOf,
  regionView,
  relationsOf,
  setRegionView,
  storeWith,
} from './document/document.ts';
export { enterNumbers, type NumberFault, numbersOfRegion } from './document/enter-numbers.ts';
export {
  byDoubt,
  isProposed,
  judged,
  type ProposedRegion,
  proposedRegions,
} from './document/proposals.ts';
export type {
  BrushRecord,
  CameraRecord,
  CursorRecord,
  DraftRecord,
  EditorRecords,
  FrameRecord,
  GuideRecord,
  KnifeRecord,
  LinkRecord,
  PenRecord,
  RegionRecord,
  RegionViewRecord,
  RelationRecord,
  SelectionRecord,
  SkeletonDraftRecord,
  SkeletonPlan,
  StrokeRecord,
  WandRecord,
  WireRecord,
} from './document/records.ts';
export type { RegionIndex } from './document/region-index.ts';
export { byHeight } from './document/region-order.ts';
export { isFlagged } from './document/remarks.ts';
export { select, selectAll, selectedIds, selectedRegions, toggleSelected } from './document/selection.ts';
export { createEditor, type Editor, type EditorSettings } from './editor.ts';
export { clampToImage, type EditorCore, makeRegion, type PixelWindow } from './editor-core.ts';
export { createHistory, type History, type Mark } from './history/history.ts';
export { frameOf, goToRegion, showFrame } from './sequence/frame.ts';
export { withTrack } from './sequence/keep-frames.ts';
export { maskOfRle, rleOfMask } from './shapes/mask.ts';
export type { GeometryProblem, ReadGeometry } from './shapes/read-geometry.ts';
export type { Border, Handle, HandleOptions, ShapeModule } from './shapes/shape-module.ts';
export type { ShapeNumber } from './shapes/shape-number.ts';
export {
  addShape,
  areaOfGeometry,
  bordersOfGeometry,
  boundsOfGeometry,
  distanceToGeometry,
  geometryMeets,
  moveGeometryHandle,
  numbersOfGeometry,
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
export { handlesInReach } from './tools/handles-in-reach.ts';
export type { PointerAt } from './tools/pointers.ts';
export type { PointerInput, ToolHandlers, ToolNode } from './tools/tool-node.ts';
export type { MakeTool, ToolId } from './tools/tools.ts';
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

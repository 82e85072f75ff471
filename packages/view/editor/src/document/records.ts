import type {
  ChosenLabel,
  Geometry,
  RegionProposal,
  RegionRemark,
  SkeletonGeometry,
  Track,
} from '@assay/contracts';
import type { Bounds, Point, PolygonFault, Rle, Segment } from '@assay/geometry';
import type { Scopes } from '../store/record.ts';

/** What was said about a part of the image, or about all of it. */
export type RegionRecord = {
  readonly id: string;
  readonly type: 'region';
  readonly geometry: Geometry;
  readonly label: ChosenLabel | null;
  /** Higher lies above lower. */
  readonly order: number;
  /** Regions of one group are selected together. */
  readonly groupId: string | null;
  /** Of what no person drew: how sure its source was, and what a person said of it. */
  readonly proposal?: RegionProposal | null | undefined;
  /** Of a sequence of frames; `geometry` is then what it is in the frame that is shown. */
  readonly track?: Track | undefined;
  /** Who drew it is not sure of it; null once that is taken back. */
  readonly remark?: RegionRemark | null | undefined;
};

/** A directed relation between two regions. */
export type RelationRecord = {
  readonly id: string;
  readonly type: 'relation';
  readonly from: string;
  readonly to: string;
  readonly labelId: string | null;
};

/** Which part of the image the screen shows (see `Camera`). */
export type CameraRecord = {
  readonly id: 'camera';
  readonly type: 'camera';
  /** The image point in the upper left corner of the screen. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the screen for each pixel of the image. */
  readonly zoom: number;
};

export type SelectionRecord = {
  readonly id: 'selection';
  readonly type: 'selection';
  readonly regionIds: ReadonlySet<string>;
};

/** How one person sees one region; without a record it is shown and free. */
export type RegionViewRecord = {
  readonly id: string;
  readonly type: 'region-view';
  readonly regionId: string;
  readonly hidden: boolean;
  /** It can be selected, and not changed. */
  readonly locked: boolean;
  /** It is not in the frame that is shown: neither seen nor changed there, whatever the person says. */
  readonly isAbsent?: true;
};

/** Which frame of a sequence is shown; there is none for a single image. */
export type FrameRecord = {
  readonly id: 'frame';
  readonly type: 'frame';
  /** From 0. */
  readonly at: number;
  readonly frames: number;
  /** Does one frame follow the other by itself? */
  readonly isPlaying: boolean;
};

/** The rectangle of a selection by brush, while it is drawn. */
export type BrushRecord = { readonly id: 'brush'; readonly type: 'brush'; readonly bounds: Bounds };

/** A polygon or polyline while its points are being set. */
export type DraftRecord = {
  readonly id: 'draft';
  readonly type: 'draft';
  readonly points: readonly Point[];
  /** Points that were taken back, the last one of them first to return. */
  readonly undone: readonly Point[];
  readonly isClosed: boolean;
  /** Where the next point would be. */
  readonly cursor: Point | undefined;
  /** Why it could not be completed, until it is changed. */
  readonly fault: PolygonFault['kind'] | undefined;
};

/** The joints of the skeletons of a label, in the order in which they are drawn, and the pairs that bones join. */
export type SkeletonPlan = {
  readonly joints: readonly string[];
  readonly bones: readonly (readonly [string, string])[];
};

export type Joint = SkeletonGeometry['joints'][number];

/** A skeleton while its joints are being set. */
export type SkeletonDraftRecord = {
  readonly id: 'skeleton-draft';
  readonly type: 'skeleton-draft';
  readonly plan: SkeletonPlan;
  /** Of whose skeletons the plan is. */
  readonly label: ChosenLabel | null;
  /** The first joints of the plan. */
  readonly joints: readonly Joint[];
  /** Joints that were taken back, the last one of them first to return. */
  readonly undone: readonly Joint[];
  /** Where the next joint would be. */
  readonly cursor: Point | undefined;
};

/** What a brush or an eraser has covered since it was pressed; the mask changes when it is released. */
export type StrokeRecord = {
  readonly id: 'stroke';
  readonly type: 'stroke';
  /** The mask that it changes; undefined for a new one. */
  readonly regionId: string | undefined;
  /** What the pixels are: added to the mask, or taken from it. */
  readonly operation: 'union' | 'difference';
  readonly covered: Rle;
};

/** A place from which the wand selects what is like it. */
export type WandSeed = {
  /** A pixel of the image. */
  readonly x: number;
  readonly y: number;
  /** The greatest difference of colour that is selected, of 255. */
  readonly tolerance: number;
  /** Added to what was selected before, or taken from it. */
  readonly operation: StrokeRecord['operation'];
};

/** What the wand has selected so far. */
export type WandRecord = {
  readonly id: 'wand';
  readonly type: 'wand';
  /** The mask that it changes; undefined for a new one. */
  readonly regionId: string | undefined;
  readonly seeds: readonly WandSeed[];
  readonly covered: Rle;
};

/** A way along edges while its anchors are being set. */
export type WireRecord = {
  readonly id: 'wire';
  readonly type: 'wire';
  readonly anchors: readonly Point[];
  /** From each anchor to the next, both with their ends. */
  readonly ways: readonly (readonly Point[])[];
  /** From the last anchor to where the next one would be. */
  readonly ahead: readonly Point[];
};

/** A relation while it is drawn from a region to the pointer. */
export type LinkRecord = {
  readonly id: 'link';
  readonly type: 'link';
  readonly from: string;
  /** The region below the pointer, if it is another one. */
  readonly to: string | undefined;
  readonly cursor: Point;
};

/** The line along which regions will be cut. */
export type KnifeRecord = {
  readonly id: 'knife';
  readonly type: 'knife';
  readonly from: Point;
  readonly to: Point;
};

/** Does what is drawn and moved snap to its neighbours? */
export type SnapRecord = { readonly id: 'snap'; readonly type: 'snap'; readonly isOn: boolean };

/** What something snaps to: a corner, or a point of an edge. */
export type GuideRecord = {
  readonly id: 'guide';
  readonly type: 'guide';
  readonly point: Point;
  readonly edge: Segment | undefined;
};

/** Where the cursor is that keys move. */
export type CursorRecord = { readonly id: 'cursor'; readonly type: 'cursor'; readonly point: Point };

/** With what new regions are drawn. */
export type PenRecord = {
  readonly id: 'pen';
  readonly type: 'pen';
  /** The label that they get. */
  readonly label: ChosenLabel | null;
  /** Of brush and eraser, in pixels of the image. */
  readonly radius: number;
  /** Of the wand: the greatest difference of colour that it selects, of 255. */
  readonly tolerance: number;
};

export type EditorRecords =
  | RegionRecord
  | RelationRecord
  | CameraRecord
  | SelectionRecord
  | RegionViewRecord
  | FrameRecord
  | BrushRecord
  | DraftRecord
  | SkeletonDraftRecord
  | StrokeRecord
  | WandRecord
  | WireRecord
  | LinkRecord
  | KnifeRecord
  | SnapRecord
  | GuideRecord
  | CursorRecord
  | PenRecord;

export const EDITOR_SCOPES: Scopes<EditorRecords> = {
  region: 'document',
  relation: 'document',
  camera: 'session',
  selection: 'session',
  'region-view': 'session',
  frame: 'session',
  brush: 'session',
  draft: 'session',
  'skeleton-draft': 'session',
  stroke: 'session',
  wand: 'session',
  wire: 'session',
  link: 'session',
  knife: 'session',
  snap: 'session',
  guide: 'session',
  cursor: 'session',
  pen: 'session',
};

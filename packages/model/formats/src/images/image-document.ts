import type { Geometry } from '@assay/contracts';

/**
 * Labelled images as no single format has them: what all readers give and all writers take.
 *
 * Coordinates are image pixels, as fractions of them: (0, 0) is the upper left corner of the upper left pixel, (1, 1)
 * its lower right corner, and (width, height) the lower right corner of the image. Formats differ from this: Pascal VOC
 * numbers pixels from 1 and includes the last one, YOLO writes shares of the image, Label Studio percent of it. COCO
 * does not (its key points are read as places too, though some tools mean the middle of a pixel by them).
 */
export type ImageDocument = {
  readonly labels: readonly ImageLabel[];
  /** The splits in which there are images, each once; null for images in none. */
  readonly splits: readonly (string | null)[];
  /** The images of one split; asked for once for each, in their order. Each time in the same order. */
  readonly images: (split: string | null) => AsyncIterable<LabelledImage>;
};

/** What regions are labelled with. Its name is unique. */
export type ImageLabel = {
  readonly name: string;
  /** `#rrggbb` in lower case. */
  readonly colour: string | null;
  /** The name of what this one is a kind of. */
  readonly parent: string | null;
  readonly attributes: readonly ImageAttribute[];
  readonly skeleton: LabelSkeleton | null;
};

export type ImageAttribute = {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice';
  /** Of a choice; empty of others. */
  readonly choices: readonly string[];
};

export type LabelSkeleton = {
  /** Their names, in the order of the format. */
  readonly joints: readonly string[];
  /** Places of two joints in `joints`, from 0. */
  readonly bones: readonly (readonly [number, number])[];
};

/** By name. A number is a number and no text that looks like one. */
export type AttributeValues = Readonly<Record<string, string | number | boolean>>;

export type ImageEntry = {
  /** With `/` between folders; how pictures are told apart. */
  readonly path: string;
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** As `train`, `val`, `test`; null for none. */
  readonly split: string | null;
  readonly attributes: AttributeValues;
};

export type ImageRegion = {
  /** Unique in the document. */
  readonly id: string;
  readonly geometry: Geometry;
  /** The name of a label. */
  readonly label: string | null;
  readonly attributes: AttributeValues;
  /** A part of it is behind something. */
  readonly occluded: boolean;
  /** It goes on outside of the image. */
  readonly truncated: boolean;
  /** Not to be judged by. */
  readonly difficult: boolean;
  /** It stands for many things that are not told apart, COCO's `iscrowd`. */
  readonly crowd: boolean;
  /** Regions of one image with the same group belong together. */
  readonly group: string | null;
  /** Higher lies above lower, and the later one of two that are equal; only the order counts. */
  readonly order: number;
  readonly origin: 'annotation' | 'prediction';
  /** How sure a prediction is; null of annotations. */
  readonly score: number | null;
  /** Who or what made it. */
  readonly author: string | null;
  /** What its author remarks of it, '' for a flag without words; null where it is not flagged. */
  readonly remark: string | null;
};

export type ImageRelation = {
  /** Ids of regions of the same image. */
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
};

export type ImageComment = {
  /** The id of the region that it is about; null for the image. */
  readonly region: string | null;
  readonly author: string | null;
  readonly text: string;
};

/** An image with all that was said about it. */
export type LabelledImage = ImageEntry & {
  readonly regions: readonly ImageRegion[];
  readonly relations: readonly ImageRelation[];
  readonly comments: readonly ImageComment[];
};

/** A region of which nothing is known but where it is and what. */
export const plainRegion = (
  id: string,
  geometry: Geometry,
  label: string | null,
  order: number,
): ImageRegion => ({
  id,
  geometry,
  label,
  attributes: {},
  occluded: false,
  truncated: false,
  difficult: false,
  crowd: false,
  group: null,
  order,
  origin: 'annotation',
  score: null,
  author: null,
  remark: null,
});

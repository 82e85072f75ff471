import type { ImageComment, ImageEntry, ImageLabel, ImageRegion, ImageRelation } from './image-document.ts';

/** What was wrong. */
export type LabelProblemCode =
  /** The file, or a part of it, is not what its format says. */
  | 'unreadable'
  /** It ends before its end. */
  | 'cut-off'
  /** Larger or deeper than is read. */
  | 'too-large'
  /** A document type, which could name other files. */
  | 'unsafe'
  /** Something that must be there is missing. */
  | 'missing'
  /** It names an image or a label that there is not. */
  | 'unknown-image'
  | 'unknown-label'
  /** There is no picture with that name. */
  | 'no-size'
  /** Said before. */
  | 'duplicate'
  /** A number that is none, or is infinite. */
  | 'not-a-number'
  | 'negative-size'
  | 'no-area'
  /** Beyond the borders of the image. */
  | 'outside'
  | 'too-few-points'
  | 'self-crossing'
  /** Run lengths that are no mask of the image. */
  | 'bad-mask'
  /** Several areas that are one thing. */
  | 'several-parts'
  /** Something that has no counterpart here. */
  | 'unsupported';

/** Something in a file that is not as it should be. Reading goes on behind it. */
export type LabelProblem = {
  readonly kind: 'problem';
  readonly code: LabelProblemCode;
  readonly file: string;
  /** A path in JSON (`$.annotations[7].bbox`), or `line 7`; null for the whole file. */
  readonly place: string | null;
  /** What was wrong. */
  readonly message: string;
  readonly outcome: 'kept' | 'changed' | 'left-out';
  /** What was kept or left out. */
  readonly kept: string;
  /** What to do. */
  readonly next: string;
};

/** What a reader gives. Labels and images come before the regions that name them, regions before their relations. */
export type LabelEvent =
  | { readonly kind: 'label'; readonly label: ImageLabel }
  | { readonly kind: 'image'; readonly image: ImageEntry }
  | { readonly kind: 'region'; readonly image: string; readonly region: ImageRegion }
  | { readonly kind: 'relation'; readonly image: string; readonly relation: ImageRelation }
  | { readonly kind: 'comment'; readonly image: string; readonly comment: ImageComment }
  | LabelProblem;

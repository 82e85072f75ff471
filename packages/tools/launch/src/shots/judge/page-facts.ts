/** A rectangle in CSS pixels, from the page's top left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** One visible piece of text with the boxes of its lines, as far as they can be seen. */
export type TextFact = { where: string; text: string; fontPx: number; boxes: Box[] };

/** Something to press. `inText`: a link within a sentence, which may be as low as its line. */
export type TargetFact = { where: string; name: string; box: Box; inText: boolean };

/** A box that hides what does not fit into it. */
export type ClippedFact = {
  where: string;
  text: string;
  /** Pixels of content and of room. */
  content: { width: number; height: number };
  room: { width: number; height: number };
  /** Says so with an ellipsis (`text-overflow` or a line clamp). */
  ellipsis: boolean;
};

/** What was measured on one page: plain values, so that judging needs no browser. */
export type PageFacts = {
  scrollWidth: number;
  clientWidth: number;
  texts: TextFact[];
  targets: TargetFact[];
  clipped: ClippedFact[];
};

export type Problem = { kind: string; detail: string };

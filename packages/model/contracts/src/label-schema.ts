import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { geometryKind } from './geometry.ts';
import { id } from './ids.ts';

const column = boundedText(256, 1);
/** Blank while it is being written; the check says so. */
const name = boundedText(120);
const words = boundedText(2000).default('');

/** The longest text that a question or an attribute may ask for, in code points. */
export const MOST_LABEL_TEXT = 10_000;
/** The most steps of a rating: more are not told apart by people. */
export const MOST_RATING_STEPS = 21;

/** Colours of labels: told apart without seeing red, green or blue; shown beside the name, never instead of it. */
export const labelColours = [
  'teal',
  'orange',
  'indigo',
  'olive',
  'magenta',
  'green',
  'brown',
  'grey',
] as const;
export const labelColour = z.enum(labelColours);
export type LabelColour = z.infer<typeof labelColour>;

/** One letter in lower case, of any script, or one digit: what the keyboard says when it is pressed alone. */
export const labelKey = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{Nd}]$/u, 'One letter in lower case, or one digit.')
  .nullable()
  .default(null);

/** One of the values of an attribute; the id is for ever, a rename touches the name alone. */
export const attributeOption = z.object({ id, name, deprecated: z.boolean().default(false) }).strict();
export type AttributeOption = z.infer<typeof attributeOption>;

const attributeBase = { id, name, required: z.boolean().default(false) };

/** What is asked besides a label, once it is chosen. */
export const labelAttribute = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('boolean'), ...attributeBase }).strict(),
  z
    .object({
      kind: z.literal('single'),
      ...attributeBase,
      options: z.array(attributeOption).max(100).default([]),
    })
    .strict(),
  z
    .object({
      kind: z.literal('number'),
      ...attributeBase,
      min: z.number().nullable().default(null),
      max: z.number().nullable().default(null),
      integer: z.boolean().default(false),
    })
    .strict(),
  z
    .object({
      kind: z.literal('text'),
      ...attributeBase,
      maxLength: z.number().int().min(1).max(MOST_LABEL_TEXT).default(200),
    })
    .strict(),
]);
export type LabelAttribute = z.infer<typeof labelAttribute>;
export type LabelAttributeKind = LabelAttribute['kind'];

/** One label. Its id is for ever: annotations hold it, so that it can be renamed, moved and deprecated, never reused. */
export const label = z
  .object({
    id,
    name,
    description: words,
    /** The label of the same question that this one is a kind of. */
    parentId: id.nullable().default(null),
    colour: labelColour.default('grey'),
    key: labelKey,
    attributes: z.array(labelAttribute).max(20).default([]),
    /** No longer offered; what was labelled with it stays readable. */
    deprecated: z.boolean().default(false),
  })
  .strict();
export type Label = z.infer<typeof label>;

/** Joints of a skeleton in the order in which they are set, and which of them are joined, by their places. */
export const skeletonShape = z
  .object({
    joints: z.array(boundedText(100)).min(1).max(200),
    bones: z
      .array(z.tuple([z.number().int().min(0), z.number().int().min(0)]))
      .max(1000)
      .default([]),
  })
  .strict();
export type SkeletonShape = z.infer<typeof skeletonShape>;

/** A label of a part of an image, and by what such a part is drawn. */
export const regionLabel = label.extend({
  shapes: z.array(geometryKind).min(1).max(geometryKind.options.length).default(['box']),
  /** Of a label that is drawn as a skeleton; null of all others. */
  skeleton: skeletonShape.nullable().default(null),
});
export type RegionLabel = z.infer<typeof regionLabel>;

/** In what way one part of an image belongs to another. */
export const relationKind = z
  .object({ id, name, description: words, deprecated: z.boolean().default(false) })
  .strict();
export type RelationKind = z.infer<typeof relationKind>;

/** Why a cell is flagged. */
export const cellReason = z
  .object({ id, name, description: words, key: labelKey, deprecated: z.boolean().default(false) })
  .strict();
export type CellReason = z.infer<typeof cellReason>;

const questionBase = {
  id,
  name,
  /** The question in the words that the annotator reads. */
  prompt: boundedText(1000).default(''),
  required: z.boolean().default(true),
};
const labels = z.array(label).max(500).default([]);
/** The column that came with an answer to the question: it is the proposal, and what was answered corrects it. */
const corrects = column.nullable().default(null);
const step = z.number().int().min(-1000).max(1000);

/** One question about the subject. Its id is for ever, and so is its kind. */
export const labelQuestion = z.discriminatedUnion('kind', [
  /** A label is proposed by its name. */
  z.object({ kind: z.literal('single'), ...questionBase, corrects, labels }).strict(),
  z.object({ kind: z.literal('multiple'), ...questionBase, labels }).strict(),
  /** Whole steps from `min` to `max`, which have an order. */
  z
    .object({
      kind: z.literal('rating'),
      ...questionBase,
      corrects,
      min: step.default(1),
      max: step.default(5),
      minWords: boundedText(60).default(''),
      maxWords: boundedText(60).default(''),
    })
    .strict(),
  /** Free text, or what a column should say; lengths are code points. */
  z
    .object({
      kind: z.literal('text'),
      ...questionBase,
      corrects,
      maxLength: z.number().int().min(1).max(MOST_LABEL_TEXT).default(1000),
    })
    .strict(),
  /** Marks on cells of the row: of these columns, or of every one. */
  z
    .object({
      kind: z.literal('cells'),
      ...questionBase,
      columns: z.array(column).max(20_000).nullable().default(null),
      reasons: z.array(cellReason).max(100).default([]),
    })
    .strict(),
  /** Parts of an image, each with a label, and how they belong together. */
  z
    .object({
      kind: z.literal('regions'),
      ...questionBase,
      labels: z.array(regionLabel).max(500).default([]),
      relations: z.array(relationKind).max(100).default([]),
    })
    .strict(),
]);
export type LabelQuestion = z.infer<typeof labelQuestion>;
export type LabelQuestionKind = LabelQuestion['kind'];
export const labelQuestionKinds = [
  'single',
  'multiple',
  'rating',
  'text',
  'cells',
  'regions',
] as const satisfies readonly LabelQuestionKind[];

/** What is asked about a sample, `assay.label-schema` version 1. A version of a label schema never changes. */
export const labelSchema = z
  .object({
    type: z.literal('assay.label-schema'),
    version: z.literal(1),
    /** `image`: each row is a picture. */
    subject: z.enum(['row', 'image']),
    questions: z.array(labelQuestion).max(50).default([]),
  })
  .strict();
export type LabelSchema = z.infer<typeof labelSchema>;

/** Something in a label schema that keeps it from being labelled with, or that one should know before. */
export const labelSchemaProblem = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string().max(64),
  /** Path in the document: `questions.0.labels.2.key`. */
  field: z.string(),
  message: z.string(),
  next: z.string().nullable(),
});
export type LabelSchemaProblem = z.infer<typeof labelSchemaProblem>;

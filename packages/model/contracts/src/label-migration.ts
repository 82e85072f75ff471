import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { attributeValue } from './chosen-label.ts';
import { id } from './ids.ts';
import { MOST_LABEL_TEXT } from './label-schema.ts';

const name = boundedText(120, 1);

/** The most operations of one migration. */
export const MOST_OPERATIONS = 50;

/** One change of a label schema that answers follow. Ids are those of the schema's newest version. */
export const migrationOperation = z.discriminatedUnion('kind', [
  /** Another name for a question, label, attribute, option, reason or relation. */
  z.object({ kind: z.literal('rename'), id, name }).strict(),
  /** No longer offered, or offered again: a label, option, reason or relation. */
  z.object({ kind: z.literal('deprecate'), id, deprecated: z.boolean() }).strict(),
  /** Another parent, or none. */
  z.object({ kind: z.literal('move'), labelId: id, parentId: id.nullable() }).strict(),
  /** Labels of one question, options of one attribute, reasons or relations become one of them. */
  z.object({ kind: z.literal('merge'), from: z.array(id).min(1).max(100), into: id }).strict(),
  /** A label becomes several: by the value of an attribute, or by hand. */
  z
    .object({
      kind: z.literal('split'),
      labelId: id,
      /** Null: nothing that was answered says which part it is. */
      attributeId: id.nullable(),
      parts: z
        .array(z.object({ name, values: z.array(z.union([z.boolean(), id])).max(100) }).strict())
        .min(2)
        .max(20),
      /** The part, counted from 0, that answers without one of the values go to; null: they stay as they are. */
      rest: z.number().int().min(0).max(19).nullable(),
    })
    .strict(),
  z.object({ kind: z.literal('add-option'), attributeId: id, name }).strict(),
  /** A range or a length that takes more than before; null of a bound is none, an absent one stays. */
  z
    .object({
      kind: z.literal('widen'),
      attributeId: id,
      min: z.number().nullable().optional(),
      max: z.number().nullable().optional(),
      maxLength: z.number().int().min(1).max(MOST_LABEL_TEXT).optional(),
    })
    .strict(),
  z.object({ kind: z.literal('require'), attributeId: id, required: z.boolean() }).strict(),
  /** What was answered to it is kept with the answers and shown no more. */
  z.object({ kind: z.literal('drop-attribute'), attributeId: id }).strict(),
]);
export type MigrationOperation = z.infer<typeof migrationOperation>;
export type MigrationOperationKind = MigrationOperation['kind'];

/**
 * One step of how answers are read after a migration. Steps are taken in order. Of a label that becomes another one,
 * attributes that are not named have no place; of one that stays, they stay.
 */
export const mappingStep = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('label'),
      labelId: id,
      /** Only where the attribute has one of these values. */
      when: z
        .object({ attributeId: id, values: z.array(attributeValue).min(1).max(100) })
        .strict()
        .nullable(),
      to: id,
      /** By attribute of the label: that of `to`, or null where it has no place. */
      attributes: z.record(id, id.nullable()),
      /** By attribute of the label: options that became others. */
      options: z.record(id, z.record(id, id)),
      /** Values of attributes of `to` that the answer says by its label. */
      set: z.record(id, attributeValue),
      /** Somebody has to look at it. */
      undecided: z.boolean(),
    })
    .strict(),
  z.object({ kind: z.literal('reason'), reasonId: id, to: id }).strict(),
  z.object({ kind: z.literal('relation'), relationId: id, to: id }).strict(),
]);
export type MappingStep = z.infer<typeof mappingStep>;
export type LabelMappingStep = Extract<MappingStep, { kind: 'label' }>;

export const mappingSteps = z.array(mappingStep).max(10_000);

/** What a migration of a label schema does, `assay.label-migration` version 1. */
export const labelMigration = z
  .object({
    type: z.literal('assay.label-migration'),
    version: z.literal(1),
    operations: z.array(migrationOperation).max(MOST_OPERATIONS),
    /** How answers given before it are read. */
    steps: mappingSteps,
    /** How answers given under it are read once it is undone. */
    undoSteps: mappingSteps,
  })
  .strict();
export type LabelMigration = z.infer<typeof labelMigration>;

/** Something that keeps a migration from being applied. */
export const migrationProblem = z.object({
  /** Its place among the operations, from 0; null of what they make together. */
  operation: z.number().int().nullable(),
  code: z.string().max(64),
  message: z.string(),
  next: z.string().nullable(),
});
export type MigrationProblem = z.infer<typeof migrationProblem>;

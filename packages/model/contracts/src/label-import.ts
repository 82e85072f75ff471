import { z } from 'zod';
import { annotation } from './annotation.ts';
import { boundedText } from './bounded-text.ts';
import { id } from './ids.ts';

/**
 * What labels from elsewhere become: proposals that people accept or correct; annotations of people who are no members;
 * or known answers that measure and train who labels.
 */
export const labelImportUse = z.enum(['prelabels', 'labels', 'gold']);
export type LabelImportUse = z.infer<typeof labelImportUse>;

/** States of an import; transitions are in domain. */
export const labelImportStatus = z.enum([
  'READING',
  'REVIEW',
  'COMMITTING',
  'DONE',
  'FAILED',
  'CANCELLED',
  'WITHDRAWN',
]);
export type LabelImportStatus = z.infer<typeof labelImportStatus>;

/** The largest file of labels, and the most records in it. */
export const LABEL_IMPORT_MAX_BYTES = 64 * 1024 ** 2;
export const MOST_IMPORT_RECORDS = 200_000;
/** The most columns that a file of labels may have, and identifiers that name a row together. */
export const MOST_IMPORT_COLUMNS = 1000;
const MOST_IDENTIFIERS = 10;
/** The longest name of whoever or whatever gave an answer. */
export const MOST_SOURCE_NAME = 120;

const column = boundedText(256, 1);

/** How a record says which row it is about. */
export const importRowName = z.discriminatedUnion('by', [
  /** The sample key, as exports have it. */
  z.object({ by: z.literal('key'), column }).strict(),
  /** The number of the row in its run, from 1. */
  z.object({ by: z.literal('row'), column }).strict(),
  /** The values of columns of the run that together name one row. */
  z
    .object({
      by: z.literal('identifier'),
      columns: z
        .array(z.object({ column, of: column }).strict())
        .min(1)
        .max(MOST_IDENTIFIERS),
    })
    .strict(),
]);
export type ImportRowName = z.infer<typeof importRowName>;

/** What the columns of a CSV file hold, `assay.label-import-mapping` version 1. */
export const labelImportMapping = z
  .object({
    type: z.literal('assay.label-import-mapping').default('assay.label-import-mapping'),
    version: z.literal(1).default(1),
    row: importRowName,
    /** The column of each question that has one. */
    answers: z
      .array(z.object({ questionId: id, column }).strict())
      .min(1)
      .max(50),
    /** Who said it, or what model. */
    source: column.nullable().default(null),
    /** How sure the model was, from 0 to 1. */
    confidence: column.nullable().default(null),
    /** When it was said. */
    at: column.nullable().default(null),
    comment: column.nullable().default(null),
  })
  .strict();
export type LabelImportMapping = z.infer<typeof labelImportMapping>;

/** Who or what gave the answers of records that do not say so themselves. */
export const importSourceName = boundedText(MOST_SOURCE_NAME);

/** One line of a JSONL file of labels. It names its row in one of three ways. */
export const labelRecord = z
  .object({
    key: z.uuid().optional(),
    /** From 1. */
    row: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    identifiers: z
      .record(column, z.union([boundedText(10_000), z.number(), z.boolean()]))
      .refine((values) => Object.keys(values).length <= MOST_IDENTIFIERS, 'At most 10 identifiers.')
      .optional(),
    /** The document may leave out what it says nothing of. */
    annotation: annotation
      .omit({ type: true, version: true, verdict: true })
      .extend({
        type: z.literal('assay.annotation').default('assay.annotation'),
        version: z.literal(1).default(1),
        verdict: annotation.shape.verdict,
      })
      .strict(),
    source: importSourceName.optional(),
    confidence: z.number().min(0).max(1).optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .strict();
export type LabelRecord = z.infer<typeof labelRecord>;

/** Why a record is not taken, or not as it stands. */
export const importProblemCode = z.enum([
  /** The line cannot be read as what the file is. */
  'unreadable',
  /** It is taken, but something of it is not, or not as it stands. */
  'changed',
  /** It names no row, or one that the run does not have. */
  'no-row',
  /** Several rows have these identifiers. */
  'many-rows',
  /** It has no answer. */
  'no-answer',
  /** The label schema refuses an answer. */
  'refused',
  /** It does not say who or what gave the answer. */
  'no-source',
  /** A confidence or a time that is none. */
  'bad-value',
  /** Said before with the same answers: here, or in an import before. */
  'duplicate',
  /** Said before with other answers. */
  'conflict',
  /** More people answered the row than a sample can have. */
  'too-many',
]);
export type ImportProblemCode = z.infer<typeof importProblemCode>;

/** Why one record is not taken; the line is that of the file, from 1. */
export const importProblem = z.object({
  line: z.number().int(),
  code: importProblemCode,
  /** The column of a CSV file, or the path in a JSON record. */
  field: z.string().nullable(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof importProblem>;

/** Problems that the preview shows; all of them are in the file. */
export const MOST_SHOWN_PROBLEMS = 100;

/** What is known of a file of labels before any of it counts, `assay.label-import-check` version 1. */
export const labelImportCheck = z.object({
  type: z.literal('assay.label-import-check'),
  version: z.literal(1),
  format: z.enum(['csv', 'jsonl']),
  /** Of a CSV file, in their order; empty of JSONL. */
  columns: z.array(z.string()),
  /** The first cells of each column, to recognise it by. */
  samples: z.array(z.array(z.string()).max(3)),
  /** What the columns were read as; null of JSONL, and where it must be said first. */
  mapping: labelImportMapping.nullable(),
  records: z.number().int(),
  good: z.number().int(),
  /** Rows of the run that the good records are about. */
  rows: z.number().int(),
  problems: z.array(z.object({ code: importProblemCode, count: z.number().int() })),
  first: z.array(importProblem),
  /** Who or what gave the good answers, the most frequent first. */
  sources: z.array(z.object({ name: z.string(), count: z.number().int() })),
  /** The import that took this very file before, read alike. */
  sameAs: z.object({ id, number: z.number().int() }).nullable(),
});
export type LabelImportCheck = z.infer<typeof labelImportCheck>;

/** A record that is taken, as it is kept between reading and taking. */
export const takenRecord = z.object({
  row: z.number().int(),
  source: z.string(),
  confidence: z.number().nullable(),
  at: z.string().nullable(),
  payload: annotation,
});
export type TakenRecord = z.infer<typeof takenRecord>;

/** A proposal of a model or a rule for one sample, as whoever answers sees it. */
export const importedProposal = z.object({
  answers: annotation.shape.answers,
  source: z.string(),
  confidence: z.number().nullable(),
});
export type ImportedProposal = z.infer<typeof importedProposal>;

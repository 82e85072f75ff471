import { z } from 'zod';
import { id } from './ids.ts';
import { imageFormat, imageMark, imageOrigin } from './image.ts';
import { pictureFigure } from './picture-figure.ts';

export const runKind = z.enum(['pilot', 'full', 'imported', 'images']);
export type RunKind = z.infer<typeof runKind>;

/** States of a run; transitions are in domain. */
export const runStatus = z.enum([
  'QUEUED',
  'RUNNING',
  'GENERATED',
  'VALIDATING',
  'READY',
  'BLOCKED',
  'CANCELLED',
  'FAILED',
]);
export type RunStatus = z.infer<typeof runStatus>;

export const reportStatus = z.enum(['QUEUED', 'RUNNING', 'READY', 'CANCELLED', 'FAILED']);
export type ReportStatus = z.infer<typeof reportStatus>;

/** Rows of a pilot: enough for a first report, quick to make. */
export const PILOT_ROWS = 500;
export const MOST_ROWS = 100_000_000;

/** A policy by reference: one that everybody has, or one of the project. */
export const policyRef = z.union([z.enum(['balanced', 'strict', 'loose']), id]);
export type PolicyRef = z.infer<typeof policyRef>;

/** Said of imported rows: one value for the file, or a column of it that says so row by row. */
export const provenanceValue = z.union([
  z.object({ value: z.string().max(10_000) }).strict(),
  z.object({ column: z.string().min(1).max(256) }).strict(),
]);

/** Who or what made imported rows, and how. */
export const provenance = z
  .object({
    generator: provenanceValue,
    version: provenanceValue.nullable().default(null),
    seed: provenanceValue.nullable().default(null),
    prompt: provenanceValue.nullable().default(null),
    parameters: provenanceValue.nullable().default(null),
  })
  .strict();
export type Provenance = z.infer<typeof provenance>;

/** Which column of an imported file is which column of the source; null leaves it out. */
export const columnMapping = z
  .array(z.object({ from: z.string().min(1).max(256), to: z.string().min(1).max(256).nullable() }).strict())
  .max(20_000);
export type ColumnMapping = z.infer<typeof columnMapping>;

/** Why an imported file does not fit its source as it is, with what would mend it. */
export const mappingOffer = z.object({
  missing: z.array(z.string()),
  surplus: z.array(z.string()),
  /** Columns whose values do not read as the source's type. */
  misfits: z.array(
    z.object({
      column: z.string(),
      expected: z.string(),
      found: z.string(),
      cells: z.number().int(),
      example: z.string().nullable(),
    }),
  ),
  offered: columnMapping,
});
export type MappingOffer = z.infer<typeof mappingOffer>;

/** What an imported run was made from. */
export const importedRun = z.object({
  type: z.literal('assay.imported-run'),
  version: z.literal(1),
  uploadId: id,
  fileName: z.string(),
  provenance,
  mapping: columnMapping.nullable(),
  offer: mappingOffer.nullable(),
});
export type ImportedRun = z.infer<typeof importedRun>;

/**
 * What is one sample of a run of pictures: each of them alone, all of them as the frames of one sequence, or those of each
 * folder as one.
 */
export const imageSequences = z.enum(['none', 'one', 'folders']);
export type ImageSequences = z.infer<typeof imageSequences>;

/** Which pictures of a project a run holds: of one origin, as a list of them said when it was made. */
export const imageSet = z.object({
  type: z.literal('assay.image-set'),
  version: z.literal(1),
  origin: imageOrigin,
  sequences: imageSequences.default('none'),
  filter: z.object({
    importId: id.optional(),
    search: z.string().max(200).optional(),
    mark: imageMark.optional(),
    format: imageFormat.optional(),
    alike: id.optional(),
  }),
});
export type ImageSet = z.infer<typeof imageSet>;

/** A failure as it is stored and shown. */
export const failureText = z.object({
  code: z.string(),
  message: z.string(),
  kept: z.string().nullable(),
  next: z.string().nullable(),
});
export type FailureText = z.infer<typeof failureText>;

/** What making the rows took and gave. */
export const runStats = z.object({
  rows: z.number().int(),
  rowsPerSecond: z.number().nullable(),
  fitMs: z.number().nullable(),
  sampleMs: z.number().nullable(),
  peakMemoryBytes: z.number().nullable(),
  /** Of rows that were drawn and judged by rejection, how many were kept; null where none was judged. */
  acceptance: z.object({ kept: z.number().int(), drawn: z.number().int() }).nullable(),
  /** Of a run of pictures: what stands out in them, what looks alike, and by what right they are used. */
  pictures: z.array(pictureFigure).optional(),
});
export type RunStats = z.infer<typeof runStats>;

/** A table to compare. The test rows of a source are read by releases alone. */
export const datasetRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), runId: id }).strict(),
  z
    .object({
      kind: z.literal('sourceVersion'),
      versionId: id,
      split: z.enum(['fit', 'tune', 'fit-and-tune']),
    })
    .strict(),
]);
export type DatasetRef = z.infer<typeof datasetRef>;

/** What a report compares. */
export const reportSubjects = z
  .object({ real: datasetRef, synthetic: datasetRef, unseen: datasetRef.nullable() })
  .strict();
export type ReportSubjects = z.infer<typeof reportSubjects>;

/** Rows of a source version under the split that its runs were made by, whichever is active by now. */
const splitRef = z
  .object({
    kind: z.literal('split'),
    versionId: id,
    splitId: id,
    part: z.enum(['fit', 'tune', 'test']),
  })
  .strict();

/** What the final validation of a release compares: samples of a version with what their runs never saw. */
export const releaseSubjects = z
  .object({
    real: splitRef.extend({ part: z.literal('fit') }),
    synthetic: z
      .object({ kind: z.literal('version'), versionId: id, runs: z.array(z.number().int()).min(1) })
      .strict(),
    unseen: splitRef.extend({ part: z.literal('test') }).nullable(),
  })
  .strict();
export type ReleaseSubjects = z.infer<typeof releaseSubjects>;

/** What the report that decides on a run compares: it with the rows of the split that it was made by. */
export const runSubjects = z
  .object({
    real: splitRef.extend({ part: z.literal('fit') }),
    synthetic: z.object({ kind: z.literal('run'), runId: id }).strict(),
    unseen: splitRef.extend({ part: z.literal('tune') }).nullable(),
  })
  .strict();
export type RunSubjects = z.infer<typeof runSubjects>;

export const anySubjects = z.union([reportSubjects, runSubjects, releaseSubjects]);
export type AnySubjects = z.infer<typeof anySubjects>;
/** Whatever a report can read. */
export type AnyDatasetRef =
  | AnySubjects['real']
  | AnySubjects['synthetic']
  | NonNullable<AnySubjects['unseen']>;

import { z } from 'zod';
import { annotationAnswer } from './annotation.ts';
import { boundedText } from './bounded-text.ts';
import { id } from './ids.ts';
import { exportedRelease } from './release.ts';
import { chunkRef, columnSpec, rowsFormat } from './table.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Which samples of the chosen runs a version takes. */
export const versionScope = z.enum(['all', 'labelled', 'accepted']);
export type VersionScope = z.infer<typeof versionScope>;

/** How a final label was decided. An expert's decision stands before every other. */
export const labelMethod = z.enum(['single', 'majority', 'dawid-skene', 'expert']);
export type LabelMethod = z.infer<typeof labelMethod>;

/** How final labels are made of several people's answers where no expert decided. */
export const answersMethod = labelMethod.exclude(['expert']);
export type AnswersMethod = z.infer<typeof answersMethod>;

export const MOST_VERSION_RUNS = 50;

/** What a version is made of, `assay.version-selection` version 1. */
export const versionSelection = z
  .object({
    type: z.literal('assay.version-selection'),
    version: z.literal(1),
    runIds: z
      .array(id)
      .min(1)
      .max(MOST_VERSION_RUNS)
      .refine((ids) => new Set(ids).size === ids.length, 'Each run once.'),
    scope: versionScope,
    method: answersMethod,
  })
  .strict();
export type VersionSelection = z.infer<typeof versionSelection>;

/** States of a version while it is made; a READY one never changes. Transitions are in domain. */
export const versionStatus = z.enum(['QUEUED', 'RUNNING', 'READY', 'CANCELLED', 'FAILED']);
export type VersionStatus = z.infer<typeof versionStatus>;

/**
 * Why a row of a chosen run is no sample of a version: nobody labelled it; its answers do not make a label by the
 * chosen method; people found it implausible, or a fault of the generator; an expert or a pattern rejected it; it
 * still waits for an expert.
 */
export const exclusionReason = z.enum([
  'not-labelled',
  'undecided',
  'implausible',
  'artefact',
  'rejected',
  'in-review',
]);
export type ExclusionReason = z.infer<typeof exclusionReason>;

/** Where a sample comes from. */
export const sampleOrigin = z.enum(['synthetic', 'imported-synthetic', 'real', 'augmented']);
export type SampleOrigin = z.infer<typeof sampleOrigin>;

/** What a version counts, before it is made and after. */
export const versionCounts = z.object({
  /** Rows of the chosen runs. */
  rows: z.number().int(),
  samples: z.number().int(),
  exclusions: z.array(z.object({ reason: exclusionReason, count: z.number().int() })),
  /** Samples that have a final label. */
  labelled: z.number().int(),
  /** Final labels: one of each sample and label schema. */
  labels: z.number().int(),
  methods: z.array(z.object({ method: labelMethod, count: z.number().int() })),
  annotations: z.number().int(),
  /** People who answered. */
  people: z.number().int(),
  /** Answers that never go into a version: given while a run that was blocked was looked into. */
  investigation: z.number().int(),
});
export type VersionCounts = z.infer<typeof versionCounts>;

/** A final label, `assay.final-label` version 1: one of each sample and label schema. */
export const finalLabel = z
  .object({
    type: z.literal('assay.final-label'),
    version: z.literal(1),
    labelSchemaId: id,
    /** The newest version under which the sample was answered. */
    labelSchemaVersionId: id,
    method: labelMethod,
    answers: z.record(id, annotationAnswer),
    /** Pseudonyms of those who gave the answers, or of the expert. */
    by: z.array(z.string()),
    /** The annotations that it was decided upon. */
    from: z.array(id),
    /** The expert's decision; null where people's answers alone decided. */
    decisionId: id.nullable(),
    /**
     * Of the least certain question, how many of the answers agree with the label, or the probability that
     * Dawid-Skene gives it; null of an expert's.
     */
    support: z.number().nullable(),
  })
  .strict();
export type FinalLabel = z.infer<typeof finalLabel>;

/** Rows of a version beside the samples' contents: chunks, and changes of them in the order in which they apply. */
export const versionTable = z.object({
  rows: z.number().int(),
  base: z.array(chunkRef),
  /** Each change with how many rows it has. */
  deltas: z.array(z.array(chunkRef)),
});
export type VersionTable = z.infer<typeof versionTable>;

/** The parts of a version's content, each with a root of its own. */
export const versionSubroots = z.object({ samples: hash, labels: hash, annotations: hash, documents: hash });
export type VersionSubroots = z.infer<typeof versionSubroots>;
export type VersionPart = keyof VersionSubroots;

/** A run in a version, with what it was made from. */
export const versionRun = z.object({
  runId: id,
  number: z.number().int(),
  name: z.string(),
  origin: sampleOrigin,
  seed: z.string(),
  rows: z.number().int(),
  samples: z.number().int(),
  columns: z.array(columnSpec),
  chunks: z.array(chunkRef),
  recipe: z.object({ id, name: z.string(), versionId: id, number: z.number().int() }).nullable(),
  source: z
    .object({
      id,
      name: z.string(),
      versionId: id,
      number: z.number().int(),
      licence: z.string().nullable(),
      /** Rows of the split that fitted it. */
      split: z
        .object({ id, fit: z.number().int(), tune: z.number().int(), test: z.number().int() })
        .nullable(),
    })
    .nullable(),
  model: z.object({ id, method: z.string(), engineVersion: z.string() }).nullable(),
  /** Who or what made an imported run, as its importer said. */
  generator: z.string().nullable(),
  report: z.object({ id, verdict: z.string().nullable() }).nullable(),
});
export type VersionRun = z.infer<typeof versionRun>;

/** How often each answer to a question is the final one. */
export const labelDistribution = z.object({
  labelSchemaId: id,
  labelSchema: z.string(),
  number: z.number().int(),
  labelled: z.number().int(),
  questions: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.string(),
      answered: z.number().int(),
      /** Most frequent first; a label that several name counts for each. */
      values: z.array(z.object({ value: z.string(), count: z.number().int() })),
    }),
  ),
});
export type LabelDistribution = z.infer<typeof labelDistribution>;

/** A guideline or a label schema in a version. */
export const versionDocument = z.object({
  kind: z.enum(['guideline', 'label-schema']),
  id,
  versionId: id,
  name: z.string(),
  number: z.number().int(),
});
export type VersionDocument = z.infer<typeof versionDocument>;

/** Everything that a version is, `assay.version-manifest` version 1. */
export const versionManifest = z.object({
  type: z.literal('assay.version-manifest'),
  version: z.literal(1),
  /** Of the project, when it was committed; null in versions that were made before it was kept. */
  project: z.string().nullable().default(null),
  selection: versionSelection,
  counts: versionCounts,
  root: hash,
  subroots: versionSubroots,
  runs: z.array(versionRun),
  /** Null where each row of each run is a sample. */
  members: versionTable.nullable(),
  labels: versionTable,
  annotations: versionTable,
  /** The guidelines and label schemas as a file of JSON. */
  documents: z.object({
    key: z.string(),
    sha256: hash,
    bytes: z.number().int(),
    list: z.array(versionDocument),
  }),
  distribution: z.array(labelDistribution),
  people: z.array(
    z.object({ pseudonym: z.string(), annotations: z.number().int(), decisions: z.number().int() }),
  ),
});
export type VersionManifest = z.infer<typeof versionManifest>;

export const refKind = z.enum(['branch', 'tag']);
export type RefKind = z.infer<typeof refKind>;

/** A name of a branch or tag. */
export const refName = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/,
    'Small letters, digits, dots, dashes and underscores; at most 63, a letter or digit at both ends.',
  );
export const FIRST_BRANCH = 'main';

export const versionMessage = boundedText(2000);

/** Formats of other tools in which labels of pictures leave; `yolo` is the boxes. */
export const pictureLabelFile = z.enum([
  'coco',
  'yolo',
  'yolo-segment',
  'yolo-pose',
  'yolo-obb',
  'voc',
  'cvat',
  'label-studio',
  'datumaro',
]);
export type PictureLabelFile = z.infer<typeof pictureLabelFile>;

/** What writing labels of pictures in a format did to them: what the format cannot say is told, by reason. */
export const pictureLabelReport = z.object({
  images: z.number().int(),
  regions: z.number().int(),
  converted: z.array(z.object({ thing: z.string(), to: z.string(), count: z.number().int() })),
  dropped: z.array(z.object({ thing: z.string(), why: z.string(), count: z.number().int() })),
});
export type PictureLabelReport = z.infer<typeof pictureLabelReport>;

/** Files of an export. */
export const exportFileKind = z.enum([
  'data',
  'annotations',
  'documents',
  'manifest',
  'card',
  'croissant',
  ...pictureLabelFile.options,
]);
export type ExportFileKind = z.infer<typeof exportFileKind>;

export const exportStatus = z.enum(['QUEUED', 'RUNNING', 'READY', 'CANCELLED', 'FAILED']);
export type ExportStatus = z.infer<typeof exportStatus>;

/** What an export was asked to be. */
export const exportOptions = z
  .object({
    format: rowsFormat,
    /** Leaves out rows whose chunk is lost, and says so, instead of failing. */
    leaveOutLost: z.boolean().default(false),
    /** Of a version of pictures: in which formats their labels are written beside the data. */
    pictureLabels: z
      .array(pictureLabelFile)
      .max(pictureLabelFile.options.length)
      .refine((files) => new Set(files).size === files.length, 'Each format once.')
      .default(['coco', 'yolo']),
  })
  .strict();
export type ExportOptions = z.infer<typeof exportOptions>;
export type AskedExport = z.input<typeof exportOptions>;

/** A column of a data file: what it is of, and how its text is read back. */
export const exportColumn = z.object({
  /** Its name in the file. */
  name: z.string(),
  /** `value` is a column of the sample; `label` repeats an answer for reading and is not covered by a root. */
  of: z.enum(['key', 'origin', 'run', 'row', 'value', 'labels', 'label']),
  /** The column of the sample. */
  column: z.string().nullable(),
  /** Numbers of the runs that have it; null of what all have. */
  runs: z.array(z.number().int()).nullable(),
  physical: z.enum(['BIGINT', 'DOUBLE', 'BOOLEAN', 'VARCHAR', 'DATE', 'TIMESTAMP', 'TIMESTAMPTZ']),
  /** In CSV: an apostrophe stands before texts that a spreadsheet would run. */
  escaped: z.boolean(),
});
export type ExportColumn = z.infer<typeof exportColumn>;

/** What stands beside an export, `assay.export-manifest` version 1. */
export const exportManifest = z.object({
  type: z.literal('assay.export-manifest'),
  version: z.literal(1),
  project: z.string(),
  versionId: id,
  number: z.number().int(),
  message: z.string(),
  committedAt: z.string(),
  committedBy: z.string(),
  parents: z.array(z.object({ number: z.number().int(), root: hash })),
  root: hash,
  subroots: versionSubroots,
  /** How roots are made, in words that a programmer can follow. */
  rootRule: z.string(),
  /** Versions that are no release carry this mark wherever they go. */
  released: z.boolean(),
  /** The release that this is an export of; what became of it since is told by its hash. */
  release: exportedRelease.nullable().default(null),
  format: rowsFormat,
  encoding: z.string(),
  columns: z.array(exportColumn),
  escape: z.object({ rule: z.string(), columns: z.array(z.string()) }).nullable(),
  records: z.number().int(),
  /** Rows that could not be written because their chunk is lost. */
  lost: z.array(z.object({ run: z.number().int(), from: z.number().int(), to: z.number().int() })),
  counts: versionCounts,
  selection: versionSelection,
  distribution: z.array(labelDistribution),
  documents: z.array(versionDocument),
  lineage: z.array(versionRun.omit({ columns: true, chunks: true })),
  /** Runs, by number, whose samples are pictures, and how many those are; null where all are rows. */
  pictures: z
    .object({ runs: z.array(z.number().int()), samples: z.number().int() })
    .nullable()
    .default(null),
  /** What writing labels of pictures in each format did to them. */
  pictureLabels: z.array(z.object({ kind: pictureLabelFile, report: pictureLabelReport })).default([]),
  people: z.array(
    z.object({ pseudonym: z.string(), annotations: z.number().int(), decisions: z.number().int() }),
  ),
  files: z.array(z.object({ kind: exportFileKind, name: z.string(), sha256: hash, bytes: z.number().int() })),
});
export type ExportManifest = z.infer<typeof exportManifest>;

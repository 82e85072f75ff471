import {
  failureText,
  id,
  labelDistribution,
  labelMethod,
  refKind,
  versionCounts,
  versionDocument,
  versionRun,
  versionSelection,
  versionStatus,
  versionSubroots,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue } from './common.ts';
import { releaseMark } from './release-mark.ts';

const namedRef = z.object({ kind: refKind, name: z.string() });
/** A person of a version: the name is null for who is not known here any more. */
const pseudonymous = z.object({ pseudonym: z.string(), name: z.string().nullable() });

/** A version as lists show it. What it counts is null until it stands. */
export const versionListItem = z.object({
  id,
  projectId: id,
  number: z.number(),
  message: z.string(),
  status: versionStatus,
  selection: versionSelection,
  branch: z.string(),
  /** Does its branch point at it since it was made? False where somebody moved the branch meanwhile. */
  branchTook: z.boolean().nullable(),
  root: z.string().nullable(),
  samples: z.number().nullable(),
  labels: z.number().nullable(),
  /** Of all files that it stands on, and of those that were stored for it. */
  bytes: z.number().nullable(),
  newBytes: z.number().nullable(),
  failure: failureText.nullable(),
  parents: z.array(id),
  createdBy: id,
  /** Null of who has left. */
  createdByName: z.string().nullable(),
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  revision: z.number(),
  refs: z.array(namedRef),
  /** Its releases, oldest first. */
  releases: z.array(releaseMark),
});

const versionFile = z.object({
  part: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  runId: id.nullable(),
  fromRow: z.number().nullable(),
  toRow: z.number().nullable(),
  isNew: z.boolean(),
});

export const versionView = versionListItem.extend({
  parentVersions: z.array(z.object({ id, number: z.number() })),
  jobId: id.nullable(),
  content: z
    .object({
      counts: versionCounts,
      /** Are samples of it pictures? */
      hasPictures: z.boolean(),
      subroots: versionSubroots,
      runs: z.array(
        versionRun.omit({ columns: true, chunks: true }).extend({
          columns: z.array(z.object({ name: z.string(), type: z.string() })),
          files: z.number(),
        }),
      ),
      documents: z.array(versionDocument),
      distribution: z.array(labelDistribution),
      people: z.array(pseudonymous.extend({ annotations: z.number(), decisions: z.number() })),
      files: z.array(versionFile),
    })
    .nullable(),
});

export const versionRef = namedRef.extend({
  versionId: id,
  number: z.number(),
  movedBy: id,
  movedAt: isoDate,
});

export const sampleOfVersion = z.object({
  key: id,
  run: z.number(),
  row: z.number(),
  values: z.array(z.object({ name: z.string(), value: jsonValue })).nullable(),
  labels: z.array(
    z.object({
      labelSchema: z.string(),
      method: labelMethod,
      support: z.number().nullable(),
      by: z.array(pseudonymous),
      answers: z.array(z.object({ question: z.string(), text: z.string() })),
    }),
  ),
});

const side = z.object({ id, number: z.number(), root: z.string(), counts: versionCounts });

export const versionComparison = z.object({
  before: side,
  after: side,
  /** Parts whose roots are equal. */
  sameParts: z.array(z.enum(['samples', 'labels', 'annotations', 'documents'])),
  samples: z.object({ added: z.number(), removed: z.number(), kept: z.number() }),
  /** `redecided` labels say the same and were decided otherwise. */
  labels: z.object({
    added: z.number(),
    removed: z.number(),
    changed: z.number(),
    redecided: z.number(),
  }),
  transitions: z.array(
    z.object({
      labelSchemaId: id,
      labelSchema: z.string(),
      questionId: id,
      question: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      count: z.number(),
      by: z.array(pseudonymous.extend({ count: z.number() })),
    }),
  ),
  transitionsLeftOut: z.number(),
});

const decided = z.object({ method: labelMethod, by: z.array(pseudonymous) });

export const versionDifference = z.object({
  runId: id,
  run: z.number(),
  row: z.number(),
  change: z.enum(['added', 'removed', 'changed', 'redecided']).nullable(),
  labelSchema: z.string().nullable(),
  questions: z.array(
    z.object({ question: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  before: decided.nullable(),
  after: decided.nullable(),
});

export const lostFile = z.object({
  part: z.string(),
  sha256: z.string(),
  why: z.enum(['missing', 'altered']),
  run: z.number().nullable(),
  fromRow: z.number().nullable(),
  toRow: z.number().nullable(),
});

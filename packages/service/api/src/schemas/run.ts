import {
  columnSpec,
  failureText,
  id,
  imageSet,
  importedRun,
  jobStatus,
  policyRef,
  reportStatus,
  runKind,
  runStats,
  runStatus,
  verdict,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue, personRef } from './common.ts';
import { reportSummary } from './report.ts';

export const runOrdered = z.object({ runId: id, jobId: id });

/** How many jobs make the rows; chosen by their number where it is not given. */
export const shards = z.number().int().min(1).max(64).optional();

const progress = z.object({
  phase: z.enum(['queued', 'import', 'fit', 'generate', 'validate']).nullable(),
  stage: z.string().nullable(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.string().nullable(),
  rate: z.number().nullable(),
  timeLeftMs: z.number().nullable(),
  jobs: z.object({ open: z.number().int(), failed: z.number().int() }),
  /** Of rows that had to be judged, how many were kept so far; null where none had to be. */
  acceptance: z.object({ kept: z.number(), drawn: z.number() }).nullable(),
});

export const runListItem = z.object({
  id,
  number: z.number().int(),
  kind: runKind,
  name: z.string(),
  status: runStatus,
  rows: z.number().nullable(),
  recipe: z.object({ id, name: z.string(), versionId: id, number: z.number().int() }).nullable(),
  sourceId: id.nullable(),
  seed: z.string(),
  /** Of its newest report. */
  verdict: verdict.nullable(),
  reportId: id.nullable(),
  summary: reportSummary.nullable(),
  progress,
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  createdBy: personRef,
});

export const runView = runListItem.extend({
  projectId: id,
  sourceVersionId: id.nullable(),
  source: z.object({ id, name: z.string(), versionNumber: z.number().int() }).nullable(),
  model: z
    .object({
      id,
      method: z.string(),
      engineVersion: z.string(),
      fitRows: z.number(),
      fitMs: z.number(),
      bytes: z.number(),
      sha256: z.string(),
      /** What the generator says of it: settings, and how each column is drawn. */
      description: jsonValue,
      destroyedAt: isoDate.nullable(),
    })
    .nullable(),
  pilotId: id.nullable(),
  policyRef,
  shards: z.number().int(),
  imported: importedRun.nullable(),
  /** Of a run of pictures: which they are. */
  imageSet: imageSet.nullable(),
  stats: runStats.nullable(),
  failure: failureText.nullable(),
  columns: z.array(columnSpec),
  jobs: z.array(z.object({ id, kind: z.string(), status: jobStatus })),
  reports: z.array(z.object({ id, status: reportStatus, verdict: verdict.nullable(), createdAt: isoDate })),
  startedAt: isoDate.nullable(),
  revision: z.number().int(),
});

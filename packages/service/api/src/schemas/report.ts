import {
  anySubjects,
  failureText,
  gateResult,
  id,
  metricId,
  policyRef,
  report,
  reportStatus,
  verdict,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

export const reportOrdered = z.object({ reportId: id, jobId: id });

export const reportSummary = z.object({
  shapeError: z.number().nullable(),
  trendError: z.number().nullable(),
  detectionAuc: z.number().nullable(),
  utility: z.number().nullable(),
  dcrShare: z.number().nullable(),
  exactCopies: z.number().nullable(),
  red: z.number().int(),
  amber: z.number().int(),
  notAssessed: z.number().int(),
});

export const reportListItem = z.object({
  id,
  runId: id.nullable(),
  /** The release whose final validation it is; null of every other. */
  releaseId: id.nullable(),
  name: z.string(),
  status: reportStatus,
  verdict: verdict.nullable(),
  policyRef,
  policyName: z.string().nullable(),
  summary: reportSummary.nullable(),
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
});

export const reportView = reportListItem.extend({
  projectId: id,
  subjects: anySubjects,
  failure: failureText.nullable(),
  job: z
    .object({
      id,
      status: z.string(),
      stage: z.string().nullable(),
      done: z.number(),
      total: z.number().nullable(),
    })
    .nullable(),
  /** As it is judged now; null until it is finished. */
  document: report.nullable(),
  judgements: z.array(
    z.object({
      id,
      policyRef: z.string(),
      policyName: z.string(),
      verdict,
      createdAt: isoDate,
      createdBy: personRef.nullable(),
    }),
  ),
  revision: z.number().int(),
});

const side = z.object({ value: z.number().nullable(), reason: z.string().nullable() }).nullable();

export const reportComparison = z.object({
  projectId: id,
  before: z.object({ id, name: z.string() }),
  after: z.object({ id, name: z.string() }),
  verdict: z.object({ before: verdict, after: verdict }),
  figures: z.array(
    z.object({
      metric: metricId,
      slice: z.record(z.string(), z.string()),
      before: side,
      after: side,
      difference: z.number().nullable(),
    }),
  ),
  gates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      before: gateResult.nullable(),
      after: gateResult.nullable(),
      changed: z.boolean(),
    }),
  ),
});

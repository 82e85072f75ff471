import { id, jobStatus } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue } from './common.ts';

const failure = z.object({
  code: z.string(),
  message: z.string(),
  kept: z.string().nullable(),
  next: z.string().nullable(),
});

/** A job as people see it. `rate` is units per second. */
export const jobView = z.object({
  id,
  kind: z.string(),
  status: jobStatus,
  projectId: id.nullable(),
  subject: z.object({ type: z.string(), id: z.string() }),
  stage: z.string().nullable(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.string().nullable(),
  rate: z.number().nullable(),
  timeLeftMs: z.number().nullable(),
  attempt: z.number().int(),
  failure: failure.nullable(),
  result: jsonValue,
  orderedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: isoDate,
  startedAt: isoDate.nullable(),
  finishedAt: isoDate.nullable(),
  cancelRequested: z.boolean(),
  revision: z.number().int(),
});

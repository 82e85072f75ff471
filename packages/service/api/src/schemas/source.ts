import {
  columnSpec,
  detection,
  id,
  importNotice,
  predicate,
  privacyUnit,
  readinessCode,
  sourceTerms,
  sourceVersionStatus,
  splitPlan,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate } from './common.ts';

/** What keeps a source from being synthesised. */
export const readiness = z.object({
  ready: z.boolean(),
  missing: z
    .array(
      z.object({
        code: readinessCode,
        severity: z.enum(['blocker', 'advice']),
        overridden: z.boolean(),
        sentence: z.string(),
        field: z.string(),
      }),
    )
    .readonly(),
});

const versionSummary = z.object({
  id,
  sourceId: id,
  number: z.number().int(),
  fileName: z.string(),
  fileBytes: z.number(),
  status: sourceVersionStatus,
  rows: z.number().nullable(),
  rejected: z.number().nullable(),
  hasDrift: z.boolean(),
  createdBy: z.string(),
  createdAt: isoDate,
  committedAt: isoDate.nullable(),
  revision: z.number().int(),
});

export const sourceListItem = z.object({
  id,
  name: z.string(),
  description: z.string(),
  isDemo: z.boolean(),
  createdAt: isoDate,
  erasedAt: isoDate.nullable(),
  latest: versionSummary.nullable(),
  ready: z.boolean(),
  blockers: z.number().int(),
});

export const sourceView = z.object({
  id,
  projectId: id,
  name: z.string(),
  description: z.string(),
  isDemo: z.boolean(),
  terms: sourceTerms,
  overrideByName: z.string().nullable(),
  privacyUnit: privacyUnit.nullable(),
  currentVersionId: id.nullable(),
  createdAt: isoDate,
  createdByName: z.string().nullable(),
  erasedAt: isoDate.nullable(),
  retentionOn: isoDate.nullable(),
  revision: z.number().int(),
  versions: z.array(versionSummary.extend({ createdByName: z.string().nullable() })),
  readiness,
});

export const sourceVersionView = versionSummary.extend({
  projectId: id,
  sourceName: z.string(),
  isCurrent: z.boolean(),
  isFirst: z.boolean(),
  detected: detection.nullable(),
  notices: z.array(importNotice),
  jobId: id.nullable(),
});

export const columnView = columnSpec.extend({
  revision: z.number().int(),
  roleConfirmed: z.boolean(),
  findings: z.array(z.object({ id, kind: z.string(), status: z.string() })),
});

export const dependents = z.object({
  versions: z.array(
    z.object({
      id,
      number: z.number().int(),
      status: z.string(),
      rows: z.number().nullable(),
      createdAt: isoDate,
      isCurrent: z.boolean(),
      stale: z.boolean(),
    }),
  ),
  splits: z.array(z.object({ id, versionId: id, active: z.boolean(), createdAt: isoDate })),
  others: z.array(z.object({ type: z.string(), id, fromId: id, at: isoDate, stale: z.boolean() })),
});

export const splitView = z.object({
  id,
  plan: splitPlan,
  counts: z.object({
    fit: z.number().int(),
    tune: z.number().int(),
    test: z.number().int(),
    withoutKey: z.number().int(),
  }),
  sha256: z.string(),
  active: z.boolean(),
  testReads: z.number().int(),
  createdBy: z.string(),
  createdAt: isoDate,
});

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const pageKey = z.object({ values: z.array(cell).max(20), row: z.number().int() });

export const rowsInput = z.object({
  predicate: predicate.default({ op: 'true' }),
  sort: z
    .array(z.object({ column: z.string().min(1).max(256), direction: z.enum(['asc', 'desc']) }))
    .max(5)
    .default([]),
  columns: z.array(z.string().min(1).max(256)).max(20_000).nullable().default(null),
  after: pageKey.nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
  unmask: z.object({ reason: z.string().trim().min(10).max(2000) }),
});

export const rowsPage = z.object({
  columns: z.array(z.string()),
  maskedColumns: z.array(z.string()),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(cell) })),
  total: z.number().int(),
  next: pageKey.nullable(),
});

export const populationView = z.object({
  id,
  name: z.string(),
  citation: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ group: z.array(z.string()), size: z.number() })),
  createdAt: isoDate,
});

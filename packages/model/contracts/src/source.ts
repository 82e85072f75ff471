import { z } from 'zod';
import { columnFacts } from './column-facts.ts';
import { personalDataKind } from './finding.ts';
import { id } from './ids.ts';
import { columnRole, columnSpec, columnType, dialect, importNotice, rejectedRow } from './table.ts';

/** States of a source version; transitions are in domain. */
export const sourceVersionStatus = z.enum([
  'STAGING',
  'REVIEW',
  'COMMITTING',
  'READY',
  'FAILED',
  'DISCARDED',
  'ERASED',
]);
export type SourceVersionStatus = z.infer<typeof sourceVersionStatus>;

/** Limits of an upload. */
export const UPLOAD_MAX_BYTES = 2 * 1024 ** 3;
export const UPLOAD_PART_BYTES = 8 * 1024 ** 2;

/** What staging found, for the person to check before commit. Holds no cell beyond the preview, which is masked. */
export const detection = z.object({
  type: z.literal('assay.detection'),
  version: z.literal(1),
  dialect,
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ dialect, confidence: z.number() })).max(10),
  columns: z.array(columnSpec),
  facts: z.array(columnFacts),
  rows: z.number().int().min(0),
  rejected: z.object({ count: z.number().int().min(0), first: z.array(rejectedRow).max(100) }),
  notices: z.array(importNotice),
  /** First rows as text; cells of columns that may hold personal data are masked. */
  preview: z.array(z.array(z.string().nullable())).max(20),
  maskedColumns: z.array(z.number().int().min(0)),
});
export type Detection = z.infer<typeof detection>;

/** What one person's data is in this source: a row, or all rows with the same value of a column. */
export const privacyUnit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('row') }),
  z.object({ kind: z.literal('entity'), column: z.string().min(1).max(256) }),
]);
export type PrivacyUnit = z.infer<typeof privacyUnit>;

/** A person's corrections to one column before commit, or to its dictionary entry afterwards. */
export const columnEdit = z.object({
  index: z.number().int().min(0),
  name: z.string().trim().min(1).max(256).optional(),
  type: columnType.optional(),
  role: columnRole.optional(),
  label: z.string().trim().max(256).optional(),
  unit: z.string().trim().max(64).nullable().optional(),
  meaning: z.string().trim().max(2000).nullable().optional(),
  allowedValues: z.array(z.string().max(512)).max(1000).nullable().optional(),
  favourable: z.array(z.string().max(512)).max(50).optional(),
});
export type ColumnEdit = z.infer<typeof columnEdit>;

export const findingStatus = z.enum(['OPEN', 'CONFIRMED', 'DISMISSED']);
export type FindingStatus = z.infer<typeof findingStatus>;

/** Personal data found in a column of a version. */
export const findingView = z.object({
  id,
  versionId: id,
  columnIndex: z.number().int(),
  column: z.string(),
  columnLabel: z.string(),
  kind: personalDataKind,
  confidence: z.number(),
  evidence: z.enum(['name', 'value', 'both']),
  matched: z.number(),
  scanned: z.number(),
  reason: z.string(),
  example: z.string().nullable(),
  status: findingStatus,
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  revision: z.number().int(),
});
export type FindingView = z.infer<typeof findingView>;

import {
  exportedRelease,
  failureText,
  id,
  labelDistribution,
  releaseBlocker,
  releaseChecks,
  rowsFormat,
  sampleOrigin,
  versionCounts,
  waiverStatus,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate } from './common.ts';
import { exportFile } from './export.ts';
import { releaseMark } from './release-mark.ts';

/** The name is null of who has left. */
const person = z.object({ userId: id, name: z.string().nullable() }).nullable();

export const releaseListItem = releaseMark.extend({
  projectId: id,
  notes: z.string(),
  version: z.object({
    id,
    number: z.number(),
    root: z.string().nullable(),
    samples: z.number().nullable(),
    message: z.string(),
  }),
  policyRef: z.string(),
  policyName: z.string(),
  openBlockers: z.number(),
  requestedBy: person,
  committedBy: person,
  createdAt: isoDate,
  validatedAt: isoDate.nullable(),
  decidedBy: person,
  decidedAt: isoDate.nullable(),
  reason: z.string().nullable(),
  withdrawnBy: person,
  withdrawnAt: isoDate.nullable(),
  failure: failureText.nullable(),
  revision: z.number(),
});

/** How often the test rows of a source version were read: `readsHere` by this release. */
const testReads = z.object({
  source: z.object({ id, versionId: id, name: z.string(), number: z.number() }),
  runs: z.array(z.number()),
  testRows: z.number(),
  reads: z.number(),
  readsHere: z.number(),
  releases: z.number(),
  lastReadAt: isoDate.nullable(),
});
/** The pictures that a version holds. */
const pictures = z.object({ runs: z.array(z.number()), samples: z.number(), alone: z.boolean() }).nullable();
const brokenTerms = z.object({ sourceId: id, name: z.string(), why: z.string() });

export const releaseView = releaseListItem.extend({
  checks: releaseChecks.nullable(),
  blockers: z.array(releaseBlocker.extend({ open: z.boolean() })),
  waivers: z.array(
    z.object({
      id,
      key: z.string(),
      status: waiverStatus,
      /** Is it in force today? */
      holds: z.boolean(),
      reason: z.string(),
      endsOn: z.string(),
      proposedBy: person,
      createdAt: isoDate,
      decidedBy: person,
      decidedAt: isoDate.nullable(),
      decisionReason: z.string().nullable(),
    }),
  ),
  reports: z.array(z.object({ id, name: z.string(), status: z.string() })),
  tests: z.array(testReads),
  unreferenced: z.array(z.number()),
  pictures,
  terms: z.array(brokenTerms),
  /** The day by which waivers are judged, in UTC. */
  today: z.string(),
  job: z
    .object({
      id,
      status: z.string(),
      stage: z.string().nullable(),
      done: z.number(),
      total: z.number().nullable(),
    })
    .nullable(),
});

export const releasePreview = z.object({
  version: z.object({ id, number: z.number(), root: z.string().nullable(), projectId: id }),
  policyRef: z.string(),
  tests: z.array(testReads),
  unreferenced: z.array(z.number()),
  pictures,
  terms: z.array(brokenTerms),
  goals: z.array(z.object({ id, name: z.string(), blocking: z.boolean() })),
  undecided: z.object({ id, number: z.number() }).nullable(),
});

export const guestLinkView = z.object({
  id,
  label: z.string(),
  state: z.enum(['open', 'expired', 'revoked']),
  expiresAt: isoDate,
  createdAt: isoDate,
  createdBy: person,
  visits: z.number(),
  lastUsedAt: isoDate.nullable(),
});

/** One release as a guest sees it. */
export const guestView = releaseMark.extend({
  organisation: z.string(),
  project: z.string(),
  expiresAt: isoDate,
  notes: z.string(),
  withdrawnAt: isoDate.nullable(),
  version: z.object({ number: z.number(), root: z.string().nullable() }),
  approval: exportedRelease.nullable(),
  /** What is waived today. */
  waivers: exportedRelease.shape.waivers,
  counts: versionCounts,
  distribution: z.array(labelDistribution),
  runs: z.array(
    z.object({
      number: z.number(),
      origin: sampleOrigin,
      samples: z.number(),
      source: z.object({ name: z.string(), number: z.number(), licence: z.string().nullable() }).nullable(),
    }),
  ),
  exports: z.array(
    z.object({ id, format: rowsFormat, records: z.number().nullable(), files: z.array(exportFile) }),
  ),
});

import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { goalComparator, goalState } from './goal.ts';
import { id } from './ids.ts';
import { imageImportAbout } from './image.ts';
import { pictureFigure } from './picture-figure.ts';
import { gateResult, verdict } from './report.ts';
import { calendarDay } from './source-terms.ts';

/** States of a release; transitions are in domain. */
export const releaseStatus = z.enum([
  'REQUESTED',
  'VALIDATING',
  'READY',
  'BLOCKED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
  'FAILED',
]);
export type ReleaseStatus = z.infer<typeof releaseStatus>;

export const releaseTitle = z.string().trim().min(1).max(120);
export const releaseNotes = boundedText(5000);
/** Why somebody decided, waived or withdrew: never empty. */
export const releaseReason = z.string().trim().min(1).max(2000);

/** Where pictures of a release are from, and by what right they are used. */
const pictureRights = imageImportAbout
  .pick({ origin: true, generator: true, licence: true, attribution: true })
  .extend({ model: z.string().default(''), pictures: z.number().int() });

/** What the final validation found of the pictures of a version. */
const pictureChecks = z.object({
  /** Runs of pictures, by number. */
  runs: z.array(z.number().int()),
  pictures: z.number().int(),
  /** The policy has no gate about pictures: those of the balanced one were asked. */
  byStandardGates: z.boolean(),
  figures: z.array(pictureFigure),
  gates: z.array(gateResult),
  verdict,
  /** Pictures of which a manifest says how they were made. */
  described: z.number().int().default(0),
  /** By import, and in it by what manifests say. */
  rights: z.array(pictureRights.extend({ importId: id, number: z.number().int(), name: z.string() })),
});
export type PictureChecks = z.infer<typeof pictureChecks>;

/** What the final validation found of a version, `assay.release-checks` version 1. */
export const releaseChecks = z
  .object({
    type: z.literal('assay.release-checks'),
    version: z.literal(1),
    policy: z.object({ ref: z.string(), name: z.string() }),
    /** One report for each version of a source that rows of the version were made from. */
    reports: z.array(
      z.object({
        reportId: id,
        source: z.object({ id, versionId: id, name: z.string(), number: z.number().int() }),
        /** Real rows that nothing was made from and no report had read. */
        testRows: z.number().int(),
        verdict,
        gates: z.array(gateResult),
      }),
    ),
    /** Goals of the project as they stood, by the figures of these reports. */
    goals: z.array(
      z.object({
        goalId: id,
        name: z.string(),
        metric: z.string(),
        slice: z.record(z.string(), z.string()),
        comparator: goalComparator,
        target: z.number(),
        blocking: z.boolean(),
        value: z.number().nullable(),
        /** The report of the figure that decides: the worst where there are several. */
        reportId: id.nullable(),
        state: goalState,
      }),
    ),
    /** Numbers of the runs that no real data is known of. */
    unreferenced: z.array(z.number().int()),
    /** Of a version that holds pictures; null of one of rows alone. */
    pictures: pictureChecks.nullable().default(null),
  })
  .strict();
export type ReleaseChecks = z.infer<typeof releaseChecks>;

/** What stands in the way of a release unless it is waived. */
export const releaseBlocker = z.object({
  /** `gate:<report>:<gate>`, `gate:pictures:<gate>`, `goal:<goal>` or `reference`. */
  key: z.string(),
  kind: z.enum(['gate', 'goal', 'reference']),
  name: z.string(),
  because: z.string(),
  reportId: id.nullable(),
});
export type ReleaseBlocker = z.infer<typeof releaseBlocker>;

/** A waiver that was granted holds until its last day is over. */
export const waiverStatus = z.enum(['PROPOSED', 'GRANTED', 'REFUSED']);
export type WaiverStatus = z.infer<typeof waiverStatus>;

/** How a release stands today. `lapsed`: approved, and a waiver that it needs has ended. */
export const releaseStanding = z.enum(['undecided', 'in-force', 'lapsed', 'withdrawn', 'rejected']);
export type ReleaseStanding = z.infer<typeof releaseStanding>;

/** What an export says of the release that it is of. */
export const exportedRelease = z.object({
  id,
  number: z.number().int(),
  title: z.string(),
  approvedAt: z.string(),
  /** Pseudonyms. */
  requestedBy: z.string(),
  approvedBy: z.string(),
  policy: z.string(),
  reports: z.array(z.object({ reportId: id, testRows: z.number().int(), verdict })),
  goals: z.array(
    z.object({
      name: z.string(),
      metric: z.string(),
      comparator: goalComparator,
      target: z.number(),
      /** Of a column, a class or a group, and not of all rows. */
      ofPart: z.boolean(),
      state: goalState,
      blocking: z.boolean(),
    }),
  ),
  /** What was waived when it was approved, until which day, and why. */
  waivers: z.array(z.object({ name: z.string(), reason: z.string(), endsOn: calendarDay })),
  /** Of pictures: how many, how their gates stood, and by what right they are used. */
  pictures: z
    .object({
      pictures: z.number().int(),
      described: z.number().int().default(0),
      verdict,
      gates: z.array(gateResult.pick({ name: true, metric: true, status: true, blocking: true })),
      rights: z.array(pictureRights),
    })
    .nullable()
    .default(null),
});
export type ExportedRelease = z.infer<typeof exportedRelease>;

export const MOST_GUEST_DAYS = 366;
export const guestLabel = z.string().trim().min(1).max(120);

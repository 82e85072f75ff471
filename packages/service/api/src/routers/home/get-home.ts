import { id, orgRole, projectRole, releaseStatus, runStatus, verdict } from '@assay/contracts';
import { homeSummary } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

const count = z.number().int();
const project = z.object({
  id,
  name: z.string(),
  roles: z.array(projectRole),
  sources: count,
  members: count,
  link: z.string(),
});
const run = z.object({
  runId: id,
  number: count,
  name: z.string(),
  projectName: z.string(),
  status: runStatus,
  verdict: verdict.nullable(),
  redGates: count,
  at: isoDate,
  link: z.string(),
});
const batch = z.object({
  batchId: id,
  number: count,
  name: z.string(),
  projectName: z.string(),
  dueAt: isoDate.nullable(),
  /** Turns that wait, counted up to a thousand. */
  tasks: count,
  link: z.string(),
});
const waits = z.object({
  versionsToReview: z.array(z.object({ versionId: id, sourceId: id, name: z.string(), link: z.string() })),
  findings: z.array(z.object({ versionId: id, sourceId: id, name: z.string(), count, link: z.string() })),
  terms: z.array(z.object({ sourceId: id, name: z.string(), link: z.string() })),
  failedJobs: z.array(z.object({ jobId: id, kind: z.string(), projectId: id.nullable(), link: z.string() })),
  failedRuns: z.array(run),
  blockedRuns: z.array(run),
  overdueGoals: z.array(z.object({ goalId: id, name: z.string(), due: z.string(), link: z.string() })),
  guidelines: z.array(
    z.object({ guidelineId: id, name: z.string(), number: count, again: z.boolean(), link: z.string() }),
  ),
  guidelineQuestions: z.array(z.object({ guidelineId: id, name: z.string(), count, link: z.string() })),
  /** Batches that wait for one's answers, and those that are late where one leads. */
  batches: z.array(batch),
  overdueBatches: z.array(batch),
  /** Samples that wait for one's decision as an expert, counted up to a thousand. */
  reviews: z.array(z.object({ projectId: id, name: z.string(), samples: count, link: z.string() })),
  /** Releases that wait for one's decision. */
  releases: z.array(
    z.object({
      releaseId: id,
      number: count,
      title: z.string(),
      status: releaseStatus,
      projectName: z.string(),
      link: z.string(),
    }),
  ),
  openInvitations: count,
  unread: count,
});
const change = z.object({
  action: z.string(),
  count,
  projectId: id.nullable(),
  projectName: z.string().nullable(),
  lastAt: isoDate,
  last: z.object({ type: z.string(), id: z.string() }),
  people: z.array(z.object({ userId: z.string(), name: z.string().nullable(), isMe: z.boolean() })),
});

export const getHomeRoute = orgProcedure('org.read')
  .output(
    z.object({
      roles: z.array(orgRole),
      mine: z.array(project),
      others: z.array(project),
      waits,
      /** Runs that ended since then, newest first. */
      results: z.array(run),
      changed: z.array(change),
      since: isoDate,
      next: z.array(
        z.object({
          code: z.string(),
          params: z.record(z.string(), z.number()),
          link: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(({ ctx }) => homeSummary(ctx.deps, ctx.actor));

import { goalComparator, runStatus } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import {
  type Actor,
  can,
  goalStateOf,
  type HomeCounts,
  isGoalOverdue,
  nextSteps,
  type ProjectMembership,
  projectsWith,
} from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { guidelinesWaiting } from '../guidelines/guidelines-waiting.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { releasesWaiting } from '../releases/releases-waiting.ts';
import { verdictOf } from '../reports/read-reports.ts';
import { reportSummary } from '../reports/report-summary.ts';
import { reviewsWaiting } from '../review/reviews-waiting.ts';
import { batchesWaiting } from '../work/batches-waiting.ts';
import { termsAllowSynthesis } from './terms-allow-synthesis.ts';

const DAY_MS = 86_400_000;
const FAILED_DAYS = 14;
const MOST_RESULTS = 8;
const MOST_PROJECTS = 50;
const MOST_CHANGES = 30;

/** One person's home: what is theirs, what waits for them, what changed since yesterday, and what to do next. */
export async function homeSummary(deps: Deps, actor: Actor) {
  const userId = requirePerson(actor);
  const now = deps.clock.now();
  const since = new Date(now.getTime() - DAY_MS);
  return query(deps, actor, async (t) => {
    const roles = await myProjectRoles(t, actor);
    const visible = projectsWith(actor, 'project.read', roles);
    const who = visible === null ? { all: true as const } : { all: false as const, userId };
    const listed = await t.projects.list(who, { search: '', limit: MOST_PROJECTS, before: null });
    const rolesOf = new Map(roles.map((each) => [each.projectId, each.roles]));
    const projects = listed.slice(0, MOST_PROJECTS).map((row) => ({
      id: row.id,
      name: row.name,
      roles: [...(rolesOf.get(row.id) ?? [])],
      sources: row._count.sources,
      members: row._count.members,
      link: `/projects/${row.id}`,
    }));
    const waiting = await whatWaits(t, actor, roles, now);
    const guidelines = await guidelinesWaiting(t, actor, userId, roles);
    const batches = await batchesWaiting(t, actor, userId, roles, now);
    const reviews = await reviewsWaiting(t, userId, roles);
    const releases = await releasesWaiting(deps, t, actor, userId, roles);
    const org = await t.organisations.counts(visible, now);
    const unread = await t.notifications.unread(userId);
    const first = projects.find((project) => project.roles.length > 0) ?? projects[0];
    const firstWhereToAdd = projects.find((project) =>
      can(actor, 'source.create', rolesOf.get(project.id) ?? null),
    );
    const withRecipes = projects.find(
      (project) => project.sources > 0 && can(actor, 'recipe.write', rolesOf.get(project.id) ?? null),
    );
    const counts: HomeCounts = {
      projects: org.projects,
      sources: org.sources,
      members: org.members,
      openInvitations: can(actor, 'member.invite') ? org.openInvitations : 0,
      unread,
      versionsToReview: waiting.versions.length,
      findingsOpen: waiting.findings.reduce((sum, each) => sum + each.count, 0),
      termsMissing: waiting.terms.length,
      failedJobs: waiting.failed.length,
      failedRuns: waiting.failedRuns.length,
      blockedRuns: waiting.blockedRuns.length,
      goalsOverdue: waiting.goals.length,
      guidelinesToAcknowledge: guidelines.toAcknowledge.length,
      guidelineQuestions: guidelines.toAnswer.reduce((sum, each) => sum + each.count, 0),
      batchesToLabel: batches.toLabel.length,
      samplesToDecide: reviews.reduce((sum, each) => sum + each.samples, 0),
      batchesOverdue: batches.overdue.length,
      releasesToDecide: releases.length,
      recipes: org.recipes,
      runs: org.runs,
    };
    return {
      roles: [...actor.orgRoles],
      mine: projects.filter((project) => project.roles.length > 0),
      others: projects.filter((project) => project.roles.length === 0),
      waits: {
        versionsToReview: waiting.versions,
        findings: waiting.findings,
        terms: waiting.terms,
        failedJobs: waiting.failed,
        failedRuns: waiting.failedRuns,
        blockedRuns: waiting.blockedRuns,
        overdueGoals: waiting.goals,
        guidelines: guidelines.toAcknowledge,
        guidelineQuestions: guidelines.toAnswer,
        batches: batches.toLabel,
        reviews,
        overdueBatches: batches.overdue,
        releases,
        openInvitations: counts.openInvitations,
        unread,
      },
      results: await resultsSince(t, projectsWith(actor, 'run.read', roles), since),
      changed: await whatChanged(t, actor, visible, since),
      since: since.toISOString(),
      next: nextSteps({
        counts,
        may: {
          createProject: can(actor, 'project.create'),
          createSource: firstWhereToAdd !== undefined,
          createRecipe: withRecipes !== undefined,
          startRun: withRecipes !== undefined,
          invite: can(actor, 'member.invite'),
          readLog: can(actor, 'log.read'),
        },
        first: {
          project: (firstWhereToAdd ?? first)?.link ?? null,
          version: waiting.versions[0]?.link ?? null,
          finding: waiting.findings[0]?.link ?? null,
          terms: waiting.terms[0]?.link ?? null,
          failedRun: waiting.failedRuns[0]?.link ?? null,
          blockedRun: waiting.blockedRuns[0]?.link ?? null,
          overdueGoal: waiting.goals[0]?.link ?? null,
          guideline: guidelines.toAcknowledge[0]?.link ?? null,
          guidelineQuestion: guidelines.toAnswer[0]?.link ?? null,
          batch: batches.toLabel[0]?.link ?? null,
          inbox: reviews[0]?.link ?? null,
          overdueBatch: batches.overdue[0]?.link ?? null,
          release: releases[0]?.link ?? null,
          recipes: withRecipes === undefined ? null : `${withRecipes.link}/recipes`,
        },
      }),
    };
  });
}

/** Work that this person may do, each with where it is; nothing that waits for somebody else. */
async function whatWaits(t: Repositories, actor: Actor, roles: readonly ProjectMembership[], now: Date) {
  const where = {
    review: projectsWith(actor, 'source.update', roles),
    findings: projectsWith(actor, 'finding.decide', roles),
    terms: projectsWith(actor, 'source.terms', roles),
    jobs: projectsWith(actor, 'job.control', roles),
    runs: projectsWith(actor, 'run.control', roles),
    judged: projectsWith(actor, 'report.judge', roles),
    goals: projectsWith(actor, 'goal.write', roles),
  };
  const source = (sourceId: string) => `/sources/${sourceId}`;
  const versions = await t.home.versionsToReview(where.review);
  const findings = await t.home.openFindings(where.findings);
  const terms = await t.home.terms(where.terms);
  const before = new Date(now.getTime() - FAILED_DAYS * DAY_MS);
  const failedRuns = await t.home.failedRuns(where.runs, before);
  const blockedRuns = await t.home.blockedRuns(eitherOf(where.runs, where.judged), before);
  const goals = await overdueGoals(t, where.goals, now);
  const failed = await t.home.failedJobs(where.jobs, before);
  return {
    versions: versions.map((row) => ({
      versionId: row.id,
      sourceId: row.sourceId,
      name: row.source.name,
      link: `${source(row.sourceId)}/import/${row.id}`,
    })),
    findings: findings.map((row) => ({
      versionId: row.versionId,
      sourceId: row.sourceId,
      name: row.name,
      count: row.count,
      link: `${source(row.sourceId)}/findings`,
    })),
    terms: terms
      .filter((row) => !termsAllowSynthesis(row.terms, row.createdAt, now))
      .map((row) => ({ sourceId: row.id, name: row.name, link: `${source(row.id)}/terms` })),
    failedRuns: failedRuns.map(runOfHome),
    blockedRuns: blockedRuns.map(runOfHome),
    goals,
    failed: failed.map((row) => ({
      jobId: row.id,
      kind: row.kind,
      projectId: row.projectId,
      link: `/jobs/${row.id}`,
    })),
  };
}

/** Where either of two rights is held; null is everywhere. */
function eitherOf(a: readonly string[] | null, b: readonly string[] | null): string[] | null {
  return a === null || b === null ? null : [...new Set([...a, ...b])];
}

type HomeRun = Awaited<ReturnType<Repositories['home']['endedRuns']>>[number];

function runOfHome(row: HomeRun) {
  const summary = reportSummary.nullable().parse(row.summary ?? null);
  return {
    runId: row.id,
    number: row.number,
    name: row.name,
    projectName: row.projectName,
    status: runStatus.parse(row.status),
    verdict: verdictOf(row),
    redGates: summary?.red ?? 0,
    at: row.finishedAt.toISOString(),
    link: row.reportId === null || row.status === 'FAILED' ? `/runs/${row.id}` : `/reports/${row.reportId}`,
  };
}

/** Goals that the newest figure does not meet on a day after theirs. */
async function overdueGoals(t: Repositories, projects: readonly string[] | null, now: Date) {
  const today = now.toISOString().slice(0, 10);
  const overdue = [];
  for (const row of await t.goals.dueBefore(projects, today)) {
    const [newest] = await t.goals.figures(row.projectId, row.metric, row.sliceKey, 1, null);
    const comparator = goalComparator.parse(row.comparator);
    const state = goalStateOf({ comparator, target: row.target }, newest?.value ?? null);
    if (!isGoalOverdue(row.due, state, today)) continue;
    overdue.push({
      goalId: row.id,
      name: row.name,
      due: row.due ?? '',
      link: `/projects/${row.projectId}/goals`,
    });
  }
  return overdue;
}

/** Runs that ended, each with what its report says. */
async function resultsSince(t: Repositories, projects: readonly string[] | null, since: Date) {
  if (projects?.length === 0) return [];
  return (await t.home.endedRuns(projects, since, MOST_RESULTS)).map(runOfHome);
}

/** Events of the last day by action and project: of all for who may read the log, else of the projects seen. */
async function whatChanged(t: Repositories, actor: Actor, visible: string[] | null, since: Date) {
  const readsLog = can(actor, 'log.read');
  if (!readsLog && visible?.length === 0) return [];
  const rows = await t.home.activity(readsLog ? null : visible, since, MOST_CHANGES);
  const people = await t.members.names(rows.flatMap((row) => row.actorIds));
  const projectNames = await t.projects.names(rows.flatMap((row) => row.projectId ?? []));
  return rows.map((row) => ({
    action: row.action,
    count: row.count,
    projectId: row.projectId,
    projectName: row.projectId && (projectNames.get(row.projectId) ?? null),
    lastAt: row.lastAt.toISOString(),
    last: { type: row.lastObjectType, id: row.lastObjectId },
    people: row.actorIds.map((userId) => ({
      userId,
      name: people.get(userId) ?? null,
      isMe: userId === actor.userId,
    })),
  }));
}

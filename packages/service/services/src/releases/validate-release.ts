import {
  AssayError,
  goalComparator,
  type PictureFigure,
  type ReleaseChecks,
  type Report,
  releaseChecks,
  releaseSubjects,
  reportQuestion,
  type VersionManifest,
  verdict,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { decideRelease, goalStateOf, releaseBlockers } from '@assay/domain';
import { canonicalJson } from '@assay/ledger';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { notify } from '../notifications/notify.ts';
import { loadTables } from '../reports/load-tables.ts';
import { makeReport, REPORT_STEPS, settleReport } from '../reports/make-report.ts';
import { type ReportRow, requireDocument } from '../reports/report-record.ts';
import { countScenarios } from '../scenarios/count-scenarios.ts';
import { asJson } from '../sources/source-record.ts';
import { requireManifest, requireVersion, runsOfPictures } from '../versions/version-record.ts';
import { type CheckedPictures, checkPictures } from './check-pictures.ts';
import { type ReleaseGroup, releaseGroups } from './release-groups.ts';
import { managersOf, releaseNotice } from './release-notice.ts';
import {
  lockRelease,
  policyOfRelease,
  type ReleaseRow,
  releaseRefused,
  releaseStateOf,
} from './release-record.ts';
import { originsOf, requireTerms } from './release-terms.ts';

type Job = JobRun<'release.validate'>;
type Given = {
  release: ReleaseRow;
  reports: ReportRow[];
  groups: ReleaseGroup[];
  unreferenced: number[];
  origins: ReturnType<typeof originsOf>;
  manifest: VersionManifest;
};

/**
 * The final validation of a release: the samples of its version beside rows that nothing was made from and no report
 * had read. Each reading of them is on record before it happens. Then goals and gates say what stands in the way.
 */
export async function validateRelease(deps: Deps, job: Job) {
  const given = await begin(deps, job);
  // Finished by an attempt that was lost before it could say so.
  if ('status' in given) return given;
  const { release, reports } = given;
  const hasPictures = runsOfPictures(given.manifest).length > 0;
  const total = reports.length * REPORT_STEPS + (hasPictures ? 1 : 0);
  for (const [at, row] of reports.entries()) {
    if (row.status === 'READY') continue;
    const made = await makeReport(deps, job, row.id, {
      load: () => loadWithTestRows(deps, job, release, row),
      policy: async () => policyOfRelease(release),
      scenarios: () =>
        countScenarios(
          deps,
          job.actor,
          { projectId: release.projectId, of: releaseSubjects.parse(row.subjects).synthetic },
          job.signal,
        ),
      permitted: () => query(deps, job.actor, (t) => requireTerms(t, given.origins, deps.clock.now())),
      progress: (stage, done) => job.progress({ stage, done: at * REPORT_STEPS + done, total }),
      prefix: `${row.id} `,
    });
    await command(deps, job.actor, async ({ t, record }) => {
      const details = await settleReport(deps, t, job.job.id, row, made);
      await job.requireMine(t);
      await record({
        action: 'report.finished',
        object: { type: 'report', id: row.id },
        projectId: row.projectId,
        details,
        alsoTouched: [
          { type: 'job', id: job.job.id },
          { type: 'release', id: release.id },
        ],
      });
    });
  }
  if (hasPictures) await job.progress({ stage: 'pictures', done: total - 1, total });
  const pictures = await checkPictures(deps, job, release, given.manifest);
  return finish(deps, job, given, pictures);
}

/** Takes a release up, and its reports with it. */
function begin(deps: Deps, job: Job): Promise<Given | { status: string; blockers: number }> {
  const { releaseId } = job.job.payload;
  return command(deps, job.actor, async ({ t, record }) => {
    const release = await lockRelease(t, releaseId);
    await job.requireMine(t);
    const state = releaseStateOf(release);
    const next = decideRelease(state, { kind: 'begin' });
    if (next === 'decided' && release.checks !== null) {
      await record({
        action: 'release.begun',
        object: { type: 'release', id: releaseId },
        projectId: release.projectId,
        details: { attempt: job.job.attempt, finished: true },
      });
      return { status: state.status, blockers: state.blockers.length };
    }
    if (typeof next === 'string') throw releaseRefused(next);
    await t.releases.move(releaseId, [release.status], { status: next.status });
    await t.releases.clearFailure(releaseId);
    const reports = await t.releases.reports(releaseId);
    for (const report of reports) {
      await t.reports.move(report.id, ['QUEUED', 'FAILED', 'CANCELLED'], { status: 'RUNNING' });
    }
    const manifest = requireManifest(await requireVersion(t, release.versionId));
    const { groups, unreferenced } = await releaseGroups(t, manifest);
    await record({
      action: 'release.begun',
      object: { type: 'release', id: releaseId },
      projectId: release.projectId,
      details: { attempt: job.job.attempt },
      alsoTouched: [{ type: 'job', id: job.job.id }],
    });
    return { release, reports, groups, unreferenced, origins: originsOf(manifest), manifest };
  });
}

/** Reads what a report compares; that test rows are read is on record first. */
async function loadWithTestRows(deps: Deps, job: Job, release: ReleaseRow, row: ReportRow) {
  const subjects = releaseSubjects.parse(row.subjects);
  const { unseen } = subjects;
  if (unseen !== null) {
    await command(deps, job.actor, async ({ t, record }) => {
      const source = await t.sources.version(unseen.versionId);
      const id = deps.ids.next();
      await t.releases.addTestRead({
        id,
        projectId: release.projectId,
        sourceVersionId: unseen.versionId,
        splitId: unseen.splitId,
        releaseId: release.id,
        reportId: row.id,
        attempt: job.job.attempt,
      });
      await record({
        action: 'source.test-rows-read',
        object: { type: 'sourceVersion', id: unseen.versionId },
        projectId: release.projectId,
        details: { release: release.id, report: row.id, attempt: job.job.attempt },
        alsoTouched: [
          { type: 'release', id: release.id },
          { type: 'report', id: row.id },
          ...(source === null ? [] : [{ type: 'source', id: source.sourceId }]),
        ],
      });
    });
  }
  return loadTables(deps, job, subjects, reportQuestion.parse(row.question));
}

/**
 * Goals of the project by the figures of these reports, and by those of its pictures: of several, the one that is
 * furthest from the goal.
 */
async function goalsOf(
  t: Repositories,
  projectId: string,
  reportIds: readonly string[],
  ofPictures: readonly PictureFigure[],
): Promise<ReleaseChecks['goals']> {
  const goals: ReleaseChecks['goals'] = [];
  for (const row of await t.goals.list(projectId)) {
    const comparator = goalComparator.parse(row.comparator);
    const figures: { reportId: string | null; value: number | null }[] = ofPictures
      .filter(({ metric, slice }) => metric === row.metric && canonicalJson(slice) === row.sliceKey)
      .map(({ value }) => ({ reportId: null, value }));
    for (const reportId of reportIds) {
      const [figure] = await t.goals.figures(projectId, row.metric, row.sliceKey, 1, reportId);
      if (figure !== undefined) figures.push({ reportId, value: figure.value });
    }
    const beyond = ({ value }: { value: number | null }): number => {
      // What is undefined somewhere is known nowhere.
      if (value === null) return Number.POSITIVE_INFINITY;
      if (comparator === '=') return Math.abs(value - row.target);
      return comparator.startsWith('<') ? value - row.target : row.target - value;
    };
    const worst = figures.reduce<(typeof figures)[number] | null>(
      (found, each) => (found === null || beyond(each) > beyond(found) ? each : found),
      null,
    );
    const value = worst?.value ?? null;
    goals.push({
      goalId: row.id,
      name: row.name,
      metric: row.metric,
      slice: row.slice as Record<string, string>,
      comparator,
      target: row.target,
      blocking: row.blocking,
      value,
      reportId: worst?.reportId ?? null,
      state: goalStateOf({ comparator, target: row.target }, value),
    });
  }
  return goals;
}

async function finish(
  deps: Deps,
  job: Job,
  { release, groups, unreferenced }: Given,
  pictures: CheckedPictures | null,
) {
  const { reports, goals } = await query(deps, job.actor, async (t) => {
    const reports = await t.releases.reports(release.id);
    const ids = reports.map((report) => report.id);
    return { reports, goals: await goalsOf(t, release.projectId, ids, pictures?.checks.figures ?? []) };
  });
  const judged = new Map<string, Report>();
  for (const report of reports) judged.set(report.id, await requireDocument(deps, report));
  const checks = releaseChecks.parse({
    type: 'assay.release-checks',
    version: 1,
    policy: { ref: release.policyRef, name: policyOfRelease(release).name },
    reports: reports.map((report) => {
      const { real } = releaseSubjects.parse(report.subjects);
      const group = groups.find(
        (each) => each.sourceVersionId === real.versionId && each.splitId === real.splitId,
      );
      if (group === undefined) throw new AssayError('internal', 'A report of a release has no source.');
      return {
        reportId: report.id,
        source: {
          id: group.sourceId,
          versionId: group.sourceVersionId,
          name: group.sourceName,
          number: group.number,
        },
        testRows: judged.get(report.id)?.inputs.unseen?.rows ?? 0,
        verdict: verdict.parse(report.verdict),
        gates: judged.get(report.id)?.gates ?? [],
      };
    }),
    goals,
    unreferenced,
    pictures: pictures?.checks ?? null,
  } satisfies ReleaseChecks);
  const blockers = releaseBlockers(checks);
  return command(deps, job.actor, async ({ t, record }) => {
    const row = await lockRelease(t, release.id);
    await job.requireMine(t);
    const next = decideRelease(releaseStateOf(row), {
      kind: 'finish',
      blockers: blockers.map((blocker) => blocker.key),
    });
    if (typeof next === 'string') throw releaseRefused(next);
    if (pictures !== null) await t.measurements.addMany(pictures.measurements);
    await t.releases.move(row.id, [row.status], {
      status: next.status,
      checks: asJson(checks),
      validatedAt: deps.clock.now(),
    });
    await record({
      action: 'release.validated',
      object: { type: 'release', id: row.id },
      projectId: row.projectId,
      details: {
        status: next.status,
        verdicts: checks.reports.map((report) => report.verdict),
        ...(checks.pictures === null
          ? {}
          : { pictures: checks.pictures.verdict, measurements: checks.pictures.figures.length }),
        blockers: blockers.map((blocker) => blocker.key),
      },
      alsoTouched: [
        { type: 'job', id: job.job.id },
        { type: 'version', id: row.versionId },
      ],
    });
    const kind = next.status === 'READY' ? 'release.ready' : 'release.blocked';
    const concerned = [...(await managersOf(t, row.projectId)), row.requestedBy];
    await notify(deps, t, releaseNotice(row, kind, concerned, null));
    return { status: next.status, blockers: blockers.length };
  });
}

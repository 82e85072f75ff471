import {
  imageSet,
  importedRun,
  jobStatus,
  policyRef,
  type RunStatus,
  reportStatus,
  runKind,
  runStats,
  tableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, timeLeftMs } from '@assay/domain';
import { type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { acceptanceOf } from '../generation/shard-stats.ts';
import { verdictOf } from '../reports/read-reports.ts';
import { reportSummary } from '../reports/report-summary.ts';
import { failureOfRow, type RunRow, requireRun, statusOf } from './run-record.ts';

type JobRow = Awaited<ReturnType<Repositories['runs']['jobs']>>[number];

export type RunProgress = {
  phase: 'queued' | 'import' | 'fit' | 'generate' | 'validate' | null;
  stage: string | null;
  done: number;
  total: number | null;
  unit: string | null;
  /** Units per second. */
  rate: number | null;
  timeLeftMs: number | null;
  jobs: { open: number; failed: number };
  /** Of rows that had to be judged, how many were kept so far; null where none had to be. */
  acceptance: { kept: number; drawn: number } | null;
};

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** How far a run is, over all its jobs. */
export function progressOf(status: RunStatus, rows: number | null, jobs: readonly JobRow[]): RunProgress {
  const counts = {
    open: jobs.filter((job) => job.status === 'QUEUED' || job.status === 'RUNNING').length,
    failed: jobs.filter((job) => job.status === 'FAILED').length,
  };
  const none: RunProgress = {
    phase: null,
    stage: null,
    done: 0,
    total: null,
    unit: null,
    rate: null,
    timeLeftMs: null,
    jobs: counts,
    acceptance: null,
  };
  if (status === 'QUEUED') return { ...none, phase: 'queued' };
  const one = (job: JobRow | undefined, phase: RunProgress['phase']): RunProgress => {
    if (job === undefined) return { ...none, phase };
    const [done, total] = [Number(job.done), job.total === null ? null : Number(job.total)];
    const { stage, unit, rate } = job;
    return { ...none, phase, stage, done, total, unit, rate, timeLeftMs: timeLeftMs({ done, total, rate }) };
  };
  if (status === 'GENERATED' || status === 'VALIDATING')
    return one(
      jobs.findLast((job) => job.kind === 'validation.run'),
      'validate',
    );
  if (status !== 'RUNNING') return none;
  const shards = jobs.filter((job) => job.kind === 'generation.shard');
  if (shards.length === 0) {
    const importing = jobs.find((job) => job.kind === 'run.import' || job.kind === 'run.collect');
    return importing === undefined
      ? one(
          jobs.find((job) => job.kind === 'generation.run'),
          'fit',
        )
      : one(importing, 'import');
  }
  const running = shards.filter((job) => job.status === 'RUNNING');
  const done = sum(
    shards.map((job) => Number(job.status === 'SUCCEEDED' ? (job.total ?? job.done) : job.done)),
  );
  const rates = running.flatMap((job) => job.rate ?? []);
  const rate = rates.length === 0 ? rateOfFinished(shards) : sum(rates);
  return {
    ...none,
    phase: 'generate',
    stage: 'sample',
    done,
    total: rows,
    unit: 'rows',
    rate,
    timeLeftMs: timeLeftMs({ done, total: rows, rate }),
  };
}

/** Rows per second of the shards that are done: where each is too short for a rate of its own, theirs is the run's. */
function rateOfFinished(shards: readonly JobRow[]): number | null {
  const finished = shards.flatMap((job) =>
    job.status === 'SUCCEEDED' && job.startedAt !== null && job.finishedAt !== null
      ? [{ rows: Number(job.total ?? job.done), from: +job.startedAt, to: +job.finishedAt }]
      : [],
  );
  const ms = Math.max(...finished.map(({ to }) => to)) - Math.min(...finished.map(({ from }) => from));
  return finished.length === 0 || ms <= 0 ? null : (1000 * sum(finished.map(({ rows }) => rows))) / ms;
}

type Context = {
  names: ReadonlyMap<string, string>;
  recipes: Awaited<ReturnType<Repositories['recipes']['versionNames']>>;
  reports: Awaited<ReturnType<Repositories['reports']['ofRuns']>>;
};

async function contextOf(t: Repositories, rows: readonly RunRow[]): Promise<Context> {
  return {
    names: await t.members.names(rows.map((row) => row.createdBy)),
    recipes: await t.recipes.versionNames(rows.flatMap((row) => row.recipeVersionId ?? [])),
    reports: await t.reports.ofRuns(rows.map((row) => row.id)),
  };
}

async function listItem(t: Repositories, row: RunRow, { names, recipes, reports }: Context) {
  const status = statusOf(row);
  const rows = row.rows === null ? null : Number(row.rows);
  const recipe = row.recipeVersionId === null ? undefined : recipes.get(row.recipeVersionId);
  const report = reports.find((each) => each.runId === row.id);
  const isOpen = row.finishedAt === null && ['RUNNING', 'GENERATED', 'VALIDATING'].includes(status);
  return {
    id: row.id,
    number: row.number,
    kind: runKind.parse(row.kind),
    name: row.name,
    status,
    rows,
    recipe:
      recipe === undefined || row.recipeVersionId === null
        ? null
        : { id: recipe.id, name: recipe.name, versionId: row.recipeVersionId, number: recipe.number },
    sourceId: row.sourceId,
    seed: row.seed,
    verdict: report === undefined ? null : verdictOf(report),
    reportId: report?.id ?? null,
    summary: reportSummary.nullable().parse(report?.summary ?? null),
    progress: progressOf(status, rows, isOpen ? await t.runs.jobs(row.id) : []),
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    createdBy: { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
  };
}

/** Runs of a project, newest first. */
export function listRuns(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    recipeId?: string | undefined;
    sourceId?: string | undefined;
    status?: RunStatus | undefined;
    limit: number;
    before: string | null;
  },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.runs.list(input.projectId, input, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const context = await contextOf(t, page);
    const runs = [];
    for (const row of page) runs.push(await listItem(t, row, context));
    return { runs, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** One run: what it was made by and from, how far it is, what came of it. */
export function getRun(deps: Deps, actor: Actor, input: { runId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireRun(t, input.runId);
    const item = await listItem(t, row, await contextOf(t, [row]));
    const jobs = await t.runs.jobs(row.id);
    const acceptance = item.status === 'RUNNING' ? acceptanceOf(await t.runs.shards(row.id)) : null;
    const [model, source, version, reports] = await Promise.all([
      row.modelId === null ? null : t.models.get(row.modelId),
      row.sourceId === null ? null : t.sources.getAny(row.sourceId),
      row.sourceVersionId === null ? null : t.sources.version(row.sourceVersionId),
      t.reports.ofRuns([row.id]),
    ]);
    const manifest = tableManifest.nullable().parse(row.manifest ?? null);
    return {
      ...item,
      progress: { ...item.progress, acceptance },
      projectId: row.projectId,
      sourceVersionId: row.sourceVersionId,
      source:
        source === null || version === null
          ? null
          : { id: source.id, name: source.name, versionNumber: version.number },
      model:
        model === null
          ? null
          : {
              id: model.id,
              method: model.method,
              engineVersion: model.engineVersion,
              fitRows: Number(model.fitRows),
              fitMs: Number(model.fitMs),
              bytes: Number(model.bytes),
              sha256: model.sha256,
              description: model.summary as JsonValue,
              destroyedAt: model.destroyedAt,
            },
      pilotId: row.pilotId,
      policyRef: policyRef.parse(row.policyRef),
      shards: row.shards,
      imported: importedRun.nullable().parse(row.imported ?? null),
      imageSet: imageSet.nullable().parse(row.imageSet ?? null),
      stats: runStats.nullable().parse(row.stats ?? null),
      failure: failureOfRow(row),
      columns: manifest?.columns ?? [],
      jobs: jobs.map((job) => ({ id: job.id, kind: job.kind, status: jobStatus.parse(job.status) })),
      reports: reports.map((report) => ({
        id: report.id,
        status: reportStatus.parse(report.status),
        verdict: verdictOf(report),
        createdAt: report.createdAt,
      })),
      startedAt: row.startedAt,
      revision: row.revision,
    };
  });
}

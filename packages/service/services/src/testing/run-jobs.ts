import type { JobKind } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { runAgreement } from '../agreement/read-agreement.ts';
import { buildExport } from '../exports/build-export.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { generateRun } from '../generation/generate-run.ts';
import { generateShard } from '../generation/generate-shard.ts';
import { compareImages } from '../images/compare-images.ts';
import { readImageImport } from '../images/read-image-import.ts';
import type { JobHandler } from '../jobs/job-run.ts';
import { runJob } from '../jobs/run-job.ts';
import { checkLabelImport } from '../label-imports/check-import.ts';
import { takeLabelImport } from '../label-imports/commit-import.ts';
import { validateRelease } from '../releases/validate-release.ts';
import { validateRun } from '../reports/validate-run.ts';
import { applyPattern } from '../review/apply-pattern.ts';
import { sweepBatch } from '../review/sweep-batch.ts';
import { collectImageRows } from '../runs/collect-images.ts';
import { importRunRows } from '../runs/import-run.ts';
import { commitSourceVersion } from '../sources/commit-source-version.ts';
import { eraseSource } from '../sources/erase-source.ts';
import { measureSourceVersion } from '../sources/measure-source-version.ts';
import { splitSourceVersion } from '../sources/split-version.ts';
import { stageSourceVersion } from '../sources/stage-source-version.ts';
import { buildVersion } from '../versions/build-version.ts';
import { deliverWebhook } from '../webhooks/deliver-webhook.ts';
import { buildBatch } from '../work/build-batch.ts';
import { reopenTasks } from '../work/reopen-tasks.ts';

function handlerOf(deps: Deps, kind: JobKind): JobHandler<never> {
  const handlers: Partial<Record<JobKind, unknown>> = {
    'agreement.compute': (run: never) => runAgreement(deps, run),
    'batch.ask-again': (run: never) => reopenTasks(deps, run),
    'batch.build': (run: never) => buildBatch(deps, run),
    'export.build': (run: never) => buildExport(deps, run),
    'image.compare': (run: never) => compareImages(deps, run),
    'image.import': (run: never) => readImageImport(deps, run),
    'label-import.commit': (run: never) => takeLabelImport(deps, run),
    'label-import.read': (run: never) => checkLabelImport(deps, run),
    'version.build': (run: never) => buildVersion(deps, run),
    'release.validate': (run: never) => validateRelease(deps, run),
    'pattern.apply': (run: never) => applyPattern(deps, run),
    'review.sweep': (run: never) => sweepBatch(deps, run),
    'source.stage': (run: never) => stageSourceVersion(deps, run),
    'source.commit': (run: never) => commitSourceVersion(deps, run),
    'source.measure': (run: never) => measureSourceVersion(deps, run),
    'source.split': (run: never) => splitSourceVersion(deps, run),
    'source.erase': (run: never) => eraseSource(deps, run),
    'generation.run': (run: never) => generateRun(deps, run),
    'generation.shard': (run: never) => generateShard(deps, run),
    'run.collect': (run: never) => collectImageRows(deps, run),
    'run.import': (run: never) => importRunRows(deps, run),
    'validation.run': (run: never) => validateRun(deps, run),
    'webhook.deliver': (run: never) => deliverWebhook(deps, run),
  };
  return handlers[kind] as JobHandler<never>;
}

/** Runs one ordered job here, as a worker's only attempt at it, and returns its row. */
export async function runHere(deps: Deps, actor: Actor, jobId: string) {
  const job = await query(deps, actor, (t) => t.jobs.get(jobId));
  if (job === null) throw new Error(`There is no job ${jobId}.`);
  const kind = job.kind as never as JobKind;
  await runJob(deps, kind as never, handlerOf(deps, kind), {
    orgId: actor.orgId,
    jobId,
    lastAttempt: true,
    signal: new AbortController().signal,
  });
  const after = await query(deps, actor, (t) => t.jobs.get(jobId));
  if (after === null) throw new Error(`The job ${jobId} vanished.`);
  return after;
}

/** Runs what a run, or its report, has ordered, until nothing of `kinds` is left; returns what they ended as. */
export async function runRun(
  deps: Deps,
  actor: Actor,
  runId: string,
  kinds: readonly JobKind[] = [
    'generation.run',
    'generation.shard',
    'run.import',
    'run.collect',
    'validation.run',
  ],
) {
  const ended: { kind: string; status: string; error: unknown }[] = [];
  for (;;) {
    const jobs = await query(deps, actor, (t) => t.runs.jobs(runId));
    const next = jobs.find((job) => job.status === 'QUEUED' && kinds.some((kind) => kind === job.kind));
    if (next === undefined) return ended;
    const { kind, status, error } = await runHere(deps, actor, next.id);
    ended.push({ kind, status, error });
    if (status === 'QUEUED') return ended;
  }
}

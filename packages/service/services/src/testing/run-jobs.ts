import type { JobKind } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobHandler } from '../jobs/job-run.ts';
import { runJob } from '../jobs/run-job.ts';
import { commitSourceVersion } from '../sources/commit-source-version.ts';
import { eraseSource } from '../sources/erase-source.ts';
import { measureSourceVersion } from '../sources/measure-source-version.ts';
import { splitSourceVersion } from '../sources/split-version.ts';
import { stageSourceVersion } from '../sources/stage-source-version.ts';

function handlerOf(deps: Deps, kind: JobKind): JobHandler<never> {
  const handlers: Partial<Record<JobKind, unknown>> = {
    'source.stage': (run: never) => stageSourceVersion(deps, run),
    'source.commit': (run: never) => commitSourceVersion(deps, run),
    'source.measure': (run: never) => measureSourceVersion(deps, run),
    'source.split': (run: never) => splitSourceVersion(deps, run),
    'source.erase': (run: never) => eraseSource(deps, run),
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

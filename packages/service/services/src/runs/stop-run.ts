import { AssayError, type FailureText, jobKind } from '@assay/contracts';
import { type Actor, isRunOpen, runStatesBefore } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordJobEnd } from '../jobs/end-job.ts';
import { ALIVE_MS } from '../jobs/job-pulse.ts';
import { type RunRow, requireRun, statusOf } from './run-record.ts';

/** Asks all open jobs of a run to stop; those that nobody runs end at once. */
async function stopJobs(
  deps: Deps,
  context: CommandContext,
  runId: string,
  by: string | null,
): Promise<void> {
  const { t } = context;
  const at = deps.clock.now();
  for (const job of await t.runs.jobs(runId)) {
    if (job.status !== 'QUEUED' && job.status !== 'RUNNING') continue;
    await t.jobs.requestCancel(job.id, at);
    if (!(await t.jobs.endCancelled(job.id, at, ALIVE_MS))) continue;
    await recordJobEnd(
      deps,
      context,
      {
        ...job,
        kind: jobKind.parse(job.kind),
        subject: { type: job.subjectType, id: job.subjectId },
        createdBy: job.createdBy === by ? null : job.createdBy,
      },
      { status: 'CANCELLED' },
    );
  }
}

/** Stops a run with all its jobs. What its finished steps and shards left is kept for a retry. */
export function cancelRun(deps: Deps, actor: Actor, input: { runId: string }): Promise<void> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const row = await requireRun(t, input.runId);
    const finishedAt = deps.clock.now();
    const ended = statusOf(row) === 'GENERATED' && row.finishedAt !== null;
    if (
      ended ||
      !(await t.runs.move(row.id, runStatesBefore('CANCELLED'), { status: 'CANCELLED', finishedAt }))
    ) {
      throw new AssayError(
        'conflict',
        `This run is ${statusOf(row).toLowerCase()}: there is nothing to stop.`,
        {
          kept: 'It is unchanged.',
        },
      );
    }
    await record({
      action: 'run.cancelled',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { was: row.status },
    });
    await stopJobs(deps, context, row.id, actor.userId);
  });
}

/**
 * Opens the jobs of a stopped run again: it goes on after its finished steps and shards. Those that were asked to stop
 * and whose worker has not looked up yet are taken from it; else they would end, and the run with them, after the
 * retry.
 */
export async function reopenRun(deps: Deps, { t }: Pick<CommandContext, 't'>, row: RunRow): Promise<number> {
  // First the run, as those do who stop it or write its rows: of two that come at once, one sees what the other did.
  await t.runs.lock(row.id);
  const jobs = await t.runs.jobs(row.id);
  const stopped = jobs.filter((job) => job.status !== 'SUCCEEDED');
  const ofReport = stopped.filter((job) => job.subjectType === 'report');
  const generated = row.manifest !== null;
  // Of several reports on a run only the newest is taken up again.
  const wanted = generated ? ofReport.slice(-1) : stopped.filter((job) => job.subjectType === 'run');
  for (const job of wanted) {
    // One that waits and that nobody asked to stop comes by itself.
    if (job.status === 'RUNNING') await t.jobs.requestCancel(job.id, deps.clock.now());
    await t.jobs.reopen(job.id, deps.ids.next());
    if (job.subjectType === 'report') {
      await t.reports.move(job.subjectId, ['FAILED', 'CANCELLED'], { status: 'QUEUED', finishedAt: null });
      await t.reports.clearFailure(job.subjectId);
    }
  }
  await t.runs.clearFailure(row.id);
  const running = jobs.some((job) => job.kind === 'generation.run' && job.status === 'SUCCEEDED');
  await t.runs.move(row.id, ['FAILED', 'CANCELLED'], {
    status: generated ? 'GENERATED' : running ? 'RUNNING' : 'QUEUED',
    finishedAt: null,
  });
  return wanted.length;
}

/** Retries a failed or cancelled run. */
export function retryRun(deps: Deps, actor: Actor, input: { runId: string }): Promise<void> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const row = await requireRun(t, input.runId);
    if (!['FAILED', 'CANCELLED'].includes(statusOf(row))) {
      throw new AssayError('conflict', 'Only a run that failed or was cancelled can be retried.', {
        next: 'Look at it again: somebody may have retried it.',
      });
    }
    const jobs = await reopenRun(deps, context, row);
    await record({
      action: 'run.retried',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { was: row.status, jobs },
    });
  });
}

/**
 * Ends the runs that read a source which may not be read any more: at once, with the reason, whatever their jobs are
 * at. In the transaction that took the source away.
 */
export async function endRunsOfSource(
  deps: Deps,
  context: CommandContext,
  sourceId: string,
  message: string,
): Promise<string[]> {
  const { t, record } = context;
  const open = (await t.runs.openOfSource(sourceId)).filter((row) => needsSource(row));
  const failure: FailureText = {
    code: 'not-ready',
    message,
    kept: 'No rows of this run can be used.',
    next: 'Settle it with the source, then retry the run or start a new one.',
  };
  for (const row of open) {
    await t.runs.move(row.id, runStatesBefore('FAILED'), {
      status: 'FAILED',
      failure,
      finishedAt: deps.clock.now(),
    });
    for (const report of await t.reports.ofRuns([row.id])) {
      await t.reports.move(report.id, ['QUEUED', 'RUNNING'], {
        status: 'FAILED',
        failure,
        finishedAt: deps.clock.now(),
      });
    }
    await record({
      action: 'run.ended-with-source',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { reason: message },
      alsoTouched: [{ type: 'source', id: sourceId }],
    });
    await stopJobs(deps, context, row.id, null);
  }
  return open.map((row) => row.id);
}

/** Does any job of the run still read real rows? */
function needsSource(row: RunRow): boolean {
  return isRunOpen(statusOf(row));
}

/** Destroys the models that were fitted on versions of a source; returns the files that are free to go. */
export async function destroyModels(
  deps: Deps,
  { t, record }: CommandContext,
  versionIds: readonly string[],
): Promise<string[]> {
  const keys: string[] = [];
  for (const model of await t.models.ofSourceVersions(versionIds)) {
    const owner = { type: 'fitted-model', id: model.id };
    keys.push(...(await t.blobs.ofOwner(owner)).map((ref) => ref.blobKey));
    await t.blobs.release(owner);
    await t.models.destroy(model.id, deps.clock.now());
    await record({
      action: 'run.model-destroyed',
      object: { type: 'fittedModel', id: model.id },
      projectId: model.projectId,
      details: { method: model.method },
    });
  }
  return keys;
}

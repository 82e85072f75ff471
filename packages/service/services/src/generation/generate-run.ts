import { AssayError } from '@assay/contracts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireReadySource } from '../runs/require-ready-source.ts';
import { type RunRow, requireRun, statusOf } from '../runs/run-record.ts';
import { fitModel } from './fit-model.ts';
import { readModel } from './read-model.ts';
import { reserveRows } from './reserve-rows.ts';

type Run = JobRun<'generation.run'>;

/** Takes up a run: from the queue, or again after a stop. */
export async function beginRun(
  deps: Deps,
  run: Pick<JobRun<'generation.run' | 'run.import' | 'run.collect'>, 'actor' | 'job'>,
  runId: string,
): Promise<RunRow> {
  return command(deps, run.actor, async ({ t, record }) => {
    const row = await requireRun(t, runId);
    if (statusOf(row) === 'RUNNING') {
      // A worker was lost with it; this attempt goes on.
      await record({
        action: 'run.resumed',
        object: { type: 'run', id: runId },
        projectId: row.projectId,
        details: { attempt: run.job.attempt },
        alsoTouched: [{ type: 'job', id: run.job.id }],
      });
      return row;
    }
    if (
      !(await t.runs.move(runId, ['QUEUED'], {
        status: 'RUNNING',
        startedAt: row.startedAt ?? deps.clock.now(),
      }))
    ) {
      throw new AssayError(
        'not-ready',
        `This run is ${statusOf(row).toLowerCase()} and is not gone on with.`,
        {
          next: 'Retry it from its page.',
        },
      );
    }
    await record({
      action: 'run.begun',
      object: { type: 'run', id: runId },
      projectId: row.projectId,
      details: { attempt: run.job.attempt },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
    return { ...row, status: 'RUNNING' };
  });
}

/**
 * Checks once more that the source may be synthesised, fits (or takes the model of the pilot that was ramped up), and
 * hands the rows out to shards.
 */
export async function generateRun(deps: Deps, run: Run) {
  const { runId } = run.job.payload;
  const row = await beginRun(deps, run, runId);
  const { sourceId } = row;
  // Not a remembered step: consent may be withdrawn between two attempts.
  if (sourceId !== null) {
    await query(deps, run.actor, (t) =>
      requireReadySource(t, sourceId, row.sourceVersionId, deps.clock.now()),
    );
  }
  const given = row.modelId;
  const { modelId } =
    given === null
      ? await run.step('fit', () => fitModel(deps, run, row))
      : await takeModel(deps, run, row, given);
  const rows = Number(row.rows ?? 0n);
  if (given !== null) {
    const { document } = await readModel(deps, run.actor, given);
    reserveRows(document.recipe, document.probe, rows);
  }
  const shards = planShards(rows, row.shards);
  await query(deps, run.actor, (t) =>
    t.runs.planShards(
      runId,
      shards.map(({ from, to }, index) => ({ index, fromRow: BigInt(from), toRow: BigInt(to) })),
    ),
  );
  for (const index of shards.keys()) {
    await run.order(`shard-${index}`, {
      kind: 'generation.shard',
      payload: { runId, shard: index },
      subject: { type: 'run', id: runId },
      projectId: row.projectId,
    });
  }
  return { modelId, shards: shards.length, rows };
}

/** Equal parts, the first ones a row longer where it does not divide. */
export function planShards(rows: number, shards: number): { from: number; to: number }[] {
  return Array.from({ length: shards }, (_, index) => ({
    from: Math.floor((rows * index) / shards),
    to: Math.floor((rows * (index + 1)) / shards),
  }));
}

/** A model that is there already: that this run was made from it is on record. */
async function takeModel(deps: Deps, run: Run, row: RunRow, modelId: string): Promise<{ modelId: string }> {
  return run.step('take-model', async () => {
    await query(deps, run.actor, (t) =>
      t.sources.addDependencies([{ fromType: 'fittedModel', fromId: modelId, toType: 'run', toId: row.id }]),
    );
    return { modelId };
  });
}

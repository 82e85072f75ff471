import { type JobKind, recipe } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { generateRun } from '../generation/generate-run.ts';
import { generateShard } from '../generation/generate-shard.ts';
import type { JobHandler, JobRun } from '../jobs/job-run.ts';
import { runJob } from '../jobs/run-job.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { validateRun } from '../reports/validate-run.ts';
import { prepareSource } from '../testing/prepare-source.ts';
import { runRun } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { getRun } from './read-runs.ts';
import { startRun } from './start-run.ts';
import { cancelRun, retryRun } from './stop-run.ts';

const CSV = `sex,age,wage\n${Array.from({ length: 400 }, (_, row) => {
  const age = 20 + ((row * 7) % 50);
  return `${row % 3 === 0 ? 'F' : 'M'},${age},${900 + 3 * age + (row % 11)}`;
}).join('\n')}\n`;

let test: TestDeps;
let owner: UserActor;
let recipeVersionId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  const projectId = await test.project(owner);
  const { sourceId } = await prepareSource(test, owner, { projectId, csv: CSV });
  const document = recipe.parse({
    type: 'assay.recipe',
    version: 1,
    method: 'tree',
    sourceId,
    leaf: 20,
    seed: { kind: 'fixed', seed: 'one' },
  });
  const made = await createRecipe(test.deps, owner, { projectId, name: 'Wages', description: '', document });
  recipeVersionId = made.versionId;
});
afterAll(() => test.close());

const jobsOf = (runId: string) => query(test.deps, owner, (t) => t.runs.jobs(runId));

/** A worker that is at the first waiting job of this kind and stands at a point of its work until it is let go. */
async function workerHeldAt<K extends JobKind>(
  runId: string,
  kind: K,
  work: (run: JobRun<K>) => ReturnType<JobHandler<K>>,
  point: 'step' | 'progress',
) {
  const job = (await jobsOf(runId)).find((each) => each.kind === kind && each.status === 'QUEUED');
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let arrive: () => void = () => undefined;
  const there = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const hold = async () => {
    arrive();
    await held;
  };
  const ended = runJob(
    test.deps,
    kind,
    (run) =>
      work({
        ...run,
        ...(point === 'step'
          ? {
              step: async (name, inner) => {
                await hold();
                return run.step(name, inner);
              },
            }
          : {
              progress: async (report) => {
                await hold();
                return run.progress(report);
              },
            }),
      }),
    { orgId: owner.orgId, jobId: job?.id ?? '', lastAttempt: true, signal: new AbortController().signal },
  );
  await there;
  return { ended, letGo };
}

async function cancelAndRetryAtOnce(runId: string): Promise<void> {
  await cancelRun(test.deps, owner, { runId });
  await retryRun(test.deps, owner, { runId });
}

it('goes on at the first retry while a worker is still at its cancelled fit', async () => {
  const { runId } = await startRun(test.deps, owner, { recipeVersionId, kind: 'pilot', rows: 100 });
  const old = await workerHeldAt(runId, 'generation.run', (run) => generateRun(test.deps, run), 'step');
  await cancelAndRetryAtOnce(runId);
  old.letGo();
  expect(await old.ended).toBe('skipped');
  expect(await getRun(test.deps, owner, { runId })).toMatchObject({ status: 'QUEUED', model: null });
  const ended = await runRun(test.deps, owner, runId);
  expect(ended.map((each) => each.status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
});

it('goes on at the first retry while a worker is still at one of its cancelled parts', async () => {
  const { runId } = await startRun(test.deps, owner, { recipeVersionId, kind: 'full', rows: 90, shards: 3 });
  await runRun(test.deps, owner, runId, ['generation.run']);
  const old = await workerHeldAt(
    runId,
    'generation.shard',
    (run) => generateShard(test.deps, run),
    'progress',
  );
  await cancelAndRetryAtOnce(runId);
  old.letGo();
  expect(await old.ended).toBe('skipped');
  const ended = await runRun(test.deps, owner, runId, ['generation.shard']);
  expect(ended.map((each) => each.status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  expect(await getRun(test.deps, owner, { runId })).toMatchObject({ status: 'GENERATED', rows: 90 });
});

it('takes up its report at the first retry while a worker is still at it', async () => {
  const { runId } = await startRun(test.deps, owner, { recipeVersionId, kind: 'pilot', rows: 100 });
  await runRun(test.deps, owner, runId, ['generation.run', 'generation.shard']);
  const old = await workerHeldAt(runId, 'validation.run', (run) => validateRun(test.deps, run), 'step');
  await cancelAndRetryAtOnce(runId);
  old.letGo();
  expect(await old.ended).toBe('skipped');
  await runRun(test.deps, owner, runId);
  const run = await getRun(test.deps, owner, { runId });
  expect(run.status).toMatch(/^(READY|BLOCKED)$/);
  expect(run.reports).toHaveLength(1);
  expect(run.jobs.map((job) => job.status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
});

it('does not make a part anew whose rows are there', async () => {
  const { runId } = await startRun(test.deps, owner, { recipeVersionId, kind: 'full', rows: 40, shards: 2 });
  await runRun(test.deps, owner, runId, ['generation.run']);
  const shards = (await jobsOf(runId)).filter((job) => job.kind === 'generation.shard');
  // The worker is lost after the last part was written, before the job said so.
  const lost = (run: JobRun<'generation.shard'>) =>
    generateShard(test.deps, run).then(() => {
      throw new Error('lost');
    });
  const deliver = (jobId: string, work: JobHandler<'generation.shard'>, lastAttempt: boolean) =>
    runJob(test.deps, 'generation.shard', work, {
      orgId: owner.orgId,
      jobId,
      lastAttempt,
      signal: new AbortController().signal,
    });
  for (const { id } of shards) expect(await deliver(id, lost, false)).toBe('retry');
  expect(await getRun(test.deps, owner, { runId })).toMatchObject({ status: 'GENERATED' });
  for (const { id } of shards) {
    expect(await deliver(id, (run) => generateShard(test.deps, run), true)).toBe('succeeded');
  }
  expect(await getRun(test.deps, owner, { runId })).toMatchObject({ status: 'GENERATED' });
});

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recipe } from '@assay/contracts';
import { createQueue } from '@assay/queue';
import { createStorage } from '@assay/storage';
import { eventually, startRedis, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../frame/command.ts';
import { dispatchOutbox } from '../jobs/dispatch-outbox.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { getRun } from '../runs/read-runs.ts';
import { startRun } from '../runs/start-run.ts';
import { prepareSource } from '../testing/prepare-source.ts';
import { runRun } from '../testing/run-jobs.ts';
import { startWorker } from '../testing/start-worker.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { REPORT_STEPS } from './make-report.ts';
import { validateRunAgain } from './order-report.ts';
import { getReportDocument } from './read-reports.ts';

const PROGRAM = fileURLToPath(new URL('./killed-worker.testchild.ts', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const CSV = `sex,age,wage\n${Array.from({ length: 240 }, (_, row) => {
  const age = 20 + ((row * 7) % 50);
  return `${row % 3 ? 'M' : 'F'},${age},${900 + 10 * age + ((row * 13) % 90)}`;
}).join('\n')}\n`;

let env: TestDeps;
const folder = tempDirectory();
beforeAll(async () => {
  env = await createTestDeps();
});
afterAll(async () => {
  await env.close();
  folder.remove();
});

test.each(['postgres', 'redis'] as const)(
  'a report goes on behind its finished stages after its worker was killed, with the figures of one that was not (%s)',
  async (kind) => {
    const home = join(folder.path, kind);
    const notes = join(folder.path, `${kind}.notes`);
    const storage = createStorage({
      driver: 'folder',
      root: join(home, 'files'),
      signingSecret: 'a secret of the test',
      now: () => Date.now(),
    });
    const deps = { ...env.deps, region: kind, storage };
    const { owner } = await env.organisation();
    const projectId = await env.project(owner);
    const { sourceId } = await prepareSource({ ...env, deps }, owner, { projectId, csv: CSV });
    const { versionId: recipeVersionId } = await createRecipe(deps, owner, {
      projectId,
      name: 'Trees',
      description: '',
      document: recipe.parse({
        type: 'assay.recipe',
        version: 1,
        method: 'tree',
        sourceId,
        target: 'sex',
        seed: { kind: 'fixed', seed: 'one' },
      }),
    });
    const { runId } = await startRun(deps, owner, { recipeVersionId, kind: 'pilot', rows: 120 });
    await runRun(deps, owner, runId);
    const undisturbed = (await getRun(deps, owner, { runId })).reportId ?? '';

    const redis = kind === 'redis' ? await startRedis() : null;
    const redisUrl = redis?.url ?? null;
    const queue = await createQueue({
      region: kind,
      log: silent,
      databaseUrl: env.queueUrl,
      ...(redisUrl === null ? {} : { redisUrl }),
    });
    const worker = (mode: 'hold' | 'finish') =>
      startWorker(env, PROGRAM, [notes, mode], { home, region: kind, redisUrl });
    const noted = (): string[] =>
      existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : [];
    const reportOf = (id: string) => query(deps, owner, (t) => t.reports.get(id));

    const { reportId, jobId } = await validateRunAgain(deps, owner, { runId });
    const jobOf = () => query(deps, owner, (t) => t.jobs.get(jobId));
    const killed = worker('hold');
    await eventually(
      async () => {
        await dispatchOutbox(deps, async () => queue);
        expect(noted()).toContain('holds');
      },
      { timeout: 120_000 },
    );
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(await reportOf(reportId)).toMatchObject({ status: 'RUNNING', documentKey: null });

    const next = worker('finish');
    await eventually(
      async () => {
        await dispatchOutbox(deps, async () => queue);
        expect(await jobOf()).toMatchObject({ status: 'SUCCEEDED' });
      },
      { timeout: 150_000 },
    );
    next.kill('SIGKILL');
    await once(next, 'exit');
    await queue.close({ graceMs: 0 });
    await redis?.stop();
    // Two stages were remembered: the second worker made the other ones alone, and counted the scenarios.
    expect(noted().filter((line) => line === 'hold stored a stage')).toHaveLength(2);
    expect(noted().filter((line) => line === 'finish stored a stage')).toHaveLength(REPORT_STEPS - 2);
    expect(await getReportDocument(deps, owner, { reportId })).toEqual(
      await getReportDocument(deps, owner, { reportId: undisturbed }),
    );
    expect((await jobOf())?.attempt).toBeGreaterThan(1);
  },
  360_000,
);

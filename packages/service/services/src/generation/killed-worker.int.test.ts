import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recipe, tableManifest } from '@assay/contracts';
import { createQueue } from '@assay/queue';
import { createStorage } from '@assay/storage';
import { eventually, startRedis, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../frame/command.ts';
import { dispatchOutbox } from '../jobs/dispatch-outbox.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { startRun } from '../runs/start-run.ts';
import { withTable } from '../sources/version-table.ts';
import { prepareSource } from '../testing/prepare-source.ts';
import { runRun } from '../testing/run-jobs.ts';
import { startWorker } from '../testing/start-worker.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';

const PROGRAM = fileURLToPath(new URL('./killed-worker.testchild.ts', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const CSV = `sex,age\n${Array.from({ length: 200 }, (_, row) => `${row % 3 ? 'M' : 'F'},${20 + ((row * 7) % 50)}`).join('\n')}\n`;

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
  '1, 2 and 7 shards and a killed worker give the same rows on %s',
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
    const here: TestDeps = { ...env, deps };
    const { owner } = await env.organisation();
    const projectId = await env.project(owner);
    const { sourceId } = await prepareSource(here, owner, { projectId, csv: CSV });
    const { versionId: recipeVersionId } = await createRecipe(deps, owner, {
      projectId,
      name: 'Trees',
      description: '',
      document: recipe.parse({
        type: 'assay.recipe',
        version: 1,
        method: 'tree',
        sourceId,
        seed: { kind: 'fixed', seed: 'one' },
        // Met partly by construction and partly by drawing again: neither may depend on who draws.
        conditions: [
          {
            where: {
              op: 'and',
              args: [
                { op: 'compare', column: 'sex', comparator: '=', value: 'F' },
                { op: 'compare', column: 'age', comparator: '!=', value: 27 },
              ],
            },
            atLeast: 3000,
          },
        ],
        constraints: [
          { kind: 'range', column: 'age', low: 22, high: 66 },
          { kind: 'rule', where: { op: 'compare', column: 'age', comparator: '!=', value: 41 } },
        ],
      }),
    });
    const start = (shards: number) =>
      startRun(deps, owner, { recipeVersionId, kind: 'full', rows: 5000, shards });
    const rowOf = (runId: string) => query(deps, owner, (t) => t.runs.get(runId));
    const rowsOf = async (runId: string) => {
      const manifest = tableManifest.parse((await rowOf(runId))?.manifest);
      return withTable(deps, manifest, async (reader) => {
        const pages = [];
        for (let offset = 0; offset < 5000; offset += 1000) {
          const page = await reader.page({ predicate: { op: 'true' }, sort: [], offset, limit: 1000 });
          pages.push(...page.rows);
        }
        return pages;
      });
    };
    const whole = await start(1);
    await runRun(deps, owner, whole.runId, ['generation.run', 'generation.shard']);

    const redis = kind === 'redis' ? await startRedis() : null;
    const redisUrl = redis === null ? {} : { redisUrl: redis.url };
    const queue = await createQueue({ region: kind, log: silent, databaseUrl: env.queueUrl, ...redisUrl });
    const worker = (mode: 'hold' | 'finish') =>
      startWorker(env, PROGRAM, [notes, mode], { home, region: kind, redisUrl: redis?.url ?? null });
    const noted = (): string => (existsSync(notes) ? readFileSync(notes, 'utf8') : '');

    const { runId } = await start(7);
    const killed = worker('hold');
    await eventually(
      async () => {
        await dispatchOutbox(deps, async () => queue);
        expect(noted()).toContain('holds at');
      },
      { timeout: 60_000 },
    );
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(await rowOf(runId)).toMatchObject({ status: 'RUNNING' });

    const next = worker('finish');
    const others = [];
    for (const shards of [1, 2, 7]) others.push((await start(shards)).runId);
    const all = [runId, ...others];
    await eventually(
      async () => {
        await dispatchOutbox(deps, async () => queue);
        expect(await Promise.all(all.map(async (id) => (await rowOf(id))?.status))).toEqual(
          all.map(() => 'GENERATED'),
        );
      },
      { timeout: 150_000 },
    );
    next.kill('SIGKILL');
    await once(next, 'exit');
    await queue.close({ graceMs: 0 });
    await redis?.stop();
    const expected = await rowsOf(whole.runId);
    expect(expected).toHaveLength(5000);
    expect(await rowsOf(runId)).toEqual(expected);
    for (const other of others) expect(await rowsOf(other)).toEqual(expected);
  },
  300_000,
);

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guideline } from '@assay/contracts';
import { createDb } from '@assay/db';
import { eventually, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { acknowledgeGuideline } from '../guidelines/acknowledge-guideline.ts';
import { createGuideline, saveGuidelineVersion } from '../guidelines/save-guideline.ts';
import { getJob } from '../jobs/get-job.ts';
import { listEvents } from '../ledger/list-events.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { runHere } from '../testing/run-jobs.ts';
import { startWorker } from '../testing/start-worker.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { askAgain } from './ask-again.ts';
import { getBatch } from './read-batches.ts';

const PROGRAM = fileURLToPath(new URL('./reopen-tasks.testchild.ts', import.meta.url));
/** Two whole parts of a hundred turns and some of a third; Ann's are the first. */
const OF_ANN = 120;
const OF_BEN = 110;
/** What Ann answers anew between two workers. */
const ANEW = 7;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
const folder = tempDirectory();
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  [ann, ben] = await Promise.all([
    test.member(organisation.orgId, ['member']),
    test.member(organisation.orgId, ['member']),
  ]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
}, 120_000);
afterAll(async () => {
  await test.close();
  folder.remove();
});

const document = (body: string) =>
  guideline.parse({
    type: 'assay.guideline',
    version: 1,
    sections: [{ id: test.deps.ids.next(), heading: 'How', roles: [], body }],
  });

const answersOf = (batchId: string) =>
  query(test.deps, manager, (t) => t.tasks.annotations(batchId, null, 1000));
const eventsOf = async (action: string) =>
  (await listEvents(test.deps, manager, { action, limit: 50, before: null })).events;

/** Has a worker of its own begin the job, and kills it in the nth transaction that writes. */
async function killWorkerAt(jobId: string, nth: number, side: 'before' | 'after'): Promise<void> {
  const notes = join(folder.path, `${nth} ${side}`);
  const worker = startWorker(test, PROGRAM, [notes, manager.orgId, jobId, String(nth), side], {
    home: join(folder.path, 'home'),
    region: 'local',
    redisUrl: null,
  });
  await eventually(() => expect(existsSync(notes) && readFileSync(notes, 'utf8')).toContain(side), {
    timeout: 60_000,
  });
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  expect(await getJob(test.deps, manager, jobId)).toMatchObject({ status: 'RUNNING' });
  // As if the time had passed in which it could have given a sign of life.
  const db = createDb({ appUrl: test.ownerUrl, systemUrl: test.ownerUrl, poolSize: 1 });
  await db.identity.$executeRaw`
    UPDATE job SET heartbeat_at = now() - interval '1 minute' WHERE id = ${jobId}::uuid`;
  await db.close();
}

it('takes each answer back once and tells each person once, wherever its workers are killed', async () => {
  const { deps } = test;
  const made = await createGuideline(deps, manager, {
    projectId,
    name: 'How to',
    description: '',
    document: document('Look once.'),
  });
  const read = (person: UserActor, guidelineVersionId: string) =>
    acknowledgeGuideline(deps, person, { guidelineVersionId });
  for (const person of [ann, ben]) await read(person, made.versionId);
  const csv = `id\n${Array.from({ length: OF_ANN + OF_BEN }, (_, row) => row).join('\n')}\n`;
  const batchId = await addBatch(test, manager, {
    projectId,
    runId: await addRowsRun(test, manager, { projectId, csv }),
    guidelineId: made.id,
  });
  const at = { projectId, batchId };
  await answerBatch(test, ann, at, () => answerOf(true), OF_ANN);
  await answerBatch(test, ben, at, () => answerOf(true), OF_BEN);
  const before = (await answersOf(batchId)).map(({ id }) => id);
  const { versionId: guidelineVersionId } = await saveGuidelineVersion(deps, manager, {
    guidelineId: made.id,
    revision: 1,
    document: document('Look twice.'),
    note: '',
    resolves: [],
  });
  const { jobId } = await askAgain(deps, manager, {
    batchId,
    filter: { guidelineVersionId, labelId: null, where: null },
  });

  // The second part is lost with its transaction, the first one stays.
  await killWorkerAt(jobId, 2, 'before');
  expect(await answersOf(batchId)).toHaveLength(before.length - 100);
  expect(await eventsOf('batch.asked-again')).toEqual([]);
  // Whoever has read the new version may go on at once.
  await read(ann, guidelineVersionId);
  expect(await answerBatch(test, ann, at, () => answerOf(false), ANEW)).toBe(ANEW);
  const anew = (await answersOf(batchId)).map(({ id }) => id).filter((id) => !before.includes(id));

  // The second and the third part are done, people are told, and the end of the job is lost.
  await killWorkerAt(jobId, 3, 'after');
  expect(await eventsOf('batch.asked-again')).toHaveLength(1);

  const job = await runHere(deps, manager, jobId);
  const answers = OF_ANN + OF_BEN;
  expect(job).toMatchObject({ status: 'SUCCEEDED', attempt: 3, result: { answers, people: 2 } });
  expect((await answersOf(batchId)).map(({ id }) => id).sort()).toEqual(anew.sort());
  for (const id of before) {
    const known = await query(deps, manager, (t) => t.tasks.annotation(id));
    expect(known?.retraction).toMatchObject({ by: manager.userId, guidelineVersionId });
  }
  expect(await getBatch(deps, manager, { batchId })).toMatchObject({
    status: 'OPEN',
    tasks: { open: answers - ANEW },
  });
  const takenBack = (await eventsOf('batch.answers-taken-back')).map(({ details }) => details);
  expect(takenBack).toEqual([{ answers: 30 }, { answers: 100 }, { answers: 100 }]);
  expect((await eventsOf('batch.asked-again')).map(({ details }) => details)).toEqual([
    { guidelineVersion: 2, answers, people: 2 },
  ]);
  for (const [person, count] of [
    [ann, OF_ANN],
    [ben, OF_BEN],
  ] as const) {
    const told = await listNotifications(deps, person, { limit: 10, cursor: null });
    const heard = told.notifications.filter(({ kind }) => kind === 'batch.asked-again');
    expect(heard.map(({ subject }) => subject)).toMatchObject([{ count }]);
  }
}, 180_000);

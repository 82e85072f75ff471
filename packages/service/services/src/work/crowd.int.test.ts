import { createStream, drawInteger } from '@assay/random';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask } from './answer-task.ts';
import { claimTasks } from './claim-tasks.ts';
import { getBatch, listTasks } from './read-batches.ts';

const SOAK = process.env.ASSAY_SOAK === '1';
const PEOPLE = SOAK ? 50 : 12;
const SAMPLES = SOAK ? 2000 : 60;
const OVERLAP = 3;

let test: TestDeps;
let manager: UserActor;
let people: UserActor[];
let projectId: string;
let runId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  people = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    const person = await test.member(organisation.orgId, ['member']);
    await test.inProject(projectId, person, ['annotator']);
    people.push(person);
  }
  const csv = `id\n${Array.from({ length: SAMPLES }, (_, i) => i).join('\n')}\n`;
  runId = await addRowsRun(test, manager, { projectId, csv });
}, 600_000);
afterAll(() => test.close());

it('gives each sample to exactly so many people, whoever drops out and whatever runs out', async () => {
  const { deps } = test;
  const batchId = await addBatch(test, manager, { projectId, runId, overlap: OVERLAP });
  const work = async (person: UserActor, at: number) => {
    const stream = createStream('crowd', `person ${at}`);
    for (let turn = 0; ; turn += 1) {
      const luck = drawInteger(stream, turn, 10);
      const tasks = await claimTasks(deps, person, { projectId, batchId, want: 1 + (luck % 4) });
      const task = tasks[0];
      if (task === undefined || task.leaseId === null) {
        // Others still hold what this person could take if it came back.
        if ((await getBatch(deps, manager, { batchId })).tasks.leased === 0) return;
        await deps.db.system.expireLeases(1000);
        continue;
      }
      if (luck === 0) {
        // The person goes away in the middle of everything, and all their leases run out.
        const leases = tasks.flatMap((each) => (each.leaseId === null ? [] : [each.leaseId]));
        await query(deps, person, (t) => t.tasks.renew(person.userId, leases, -1));
        await deps.db.system.expireLeases(1000);
        if (turn % 3 === 0) continue;
      }
      const answer = {
        taskId: task.id,
        leaseId: task.leaseId,
        annotationId: deps.ids.next(),
        payload: answerOf(at % 2 === 0),
        activeMs: 1,
        toolVersion: 'test',
      };
      const sent =
        luck === 1
          ? [submitTask(deps, person, answer), submitTask(deps, person, answer)]
          : [submitTask(deps, person, answer)];
      for (const each of await Promise.allSettled(sent)) {
        // A lease that ran out may have gone to somebody else: that is said, and nothing else may fail.
        if (each.status === 'rejected')
          expect(each.reason).toMatchObject({ code: expect.stringMatching(/stale|conflict/) });
      }
    }
  };
  await Promise.all(people.map(work));

  expect(await getBatch(deps, manager, { batchId })).toMatchObject({
    status: 'DONE',
    tasks: { open: 0, leased: 0, submitted: SAMPLES * OVERLAP, skipped: 0, cancelled: 0 },
  });
  const { tasks } = await listTasks(deps, manager, { batchId, after: null, limit: SAMPLES * OVERLAP });
  const answeredBy = new Map<number, Set<string>>();
  for (const { item, personId } of tasks) {
    const by = answeredBy.get(item) ?? new Set();
    answeredBy.set(item, by.add(personId ?? 'nobody'));
  }
  expect(answeredBy.size).toBe(SAMPLES);
  expect([...answeredBy.values()].filter((by) => by.size !== OVERLAP)).toEqual([]);
  const annotations = await query(deps, manager, (t) =>
    t.tasks.annotations(batchId, null, SAMPLES * OVERLAP + 1),
  );
  expect(annotations).toHaveLength(SAMPLES * OVERLAP);
  expect(new Set(annotations.map((each) => `${each.item} ${each.authorId}`)).size).toBe(SAMPLES * OVERLAP);
}, 1_800_000);

import {
  acknowledgeDraft,
  type DraftClient,
  draftFields,
  editDraft,
  openDraft,
  sendDraft,
} from '@assay/domain';
import { createStream, drawInteger } from '@assay/random';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask } from './answer-task.ts';
import { claimTasks } from './claim-tasks.ts';
import { draftOf, saveDraft } from './save-draft.ts';

const SOAK = process.env.ASSAY_SOAK === '1';
const INTERLEAVINGS = SOAK ? 30_000 : 300;
/** At work at the same time, each a person of their own. */
const LANES = 6;
const FIELDS = ['label', 'realism', 'comment'];

let test: TestDeps;
let manager: UserActor;
/** Each person's own batch, so that a turn that ran out waits for them. */
let lanes: { person: UserActor; batchId: string }[];
let projectId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  const each = INTERLEAVINGS / LANES;
  const csv = `id\n${Array.from({ length: each }, (_, i) => i).join('\n')}\n`;
  const runId = await addRowsRun(test, manager, { projectId, csv });
  lanes = [];
  for (let at = 0; at < LANES; at += 1) {
    const person = await test.member(organisation.orgId, ['member']);
    await test.inProject(projectId, person, ['annotator']);
    const people = [person.userId];
    const batchId = await addBatch(test, manager, { projectId, runId, assignment: 'named', people });
    lanes.push({ person, batchId });
  }
}, 600_000);
afterAll(() => test.close());

type Task = { batchId: string; taskId: string; leaseId: string; item: number };

/** One sample in the hands of one person with several windows, of which things happen to all. */
async function interleave(person: UserActor, task: Task, seed: number): Promise<void> {
  const { deps } = test;
  const { batchId, taskId, leaseId } = task;
  const stream = createStream('interleavings', `sample ${seed}`);
  let drawn = 0;
  const draw = (below: number) => {
    drawn += 1;
    return drawInteger(stream, drawn, below);
  };
  const server = () =>
    query(deps, person, (t) => draftOf(t, { batchId, item: task.item, personId: person.userId }));
  const open = async () => openDraft(deps.ids.next(), await server());
  const clients = [await open(), await open(), ...(draw(2) === 0 ? [await open()] : [])];
  /** What windows that were closed left in the browser's store. */
  let left: DraftClient[] = [];
  let edits = 0;
  const lastOf = new Map<string, number | null>();
  const steps = new Set<string>();

  /** One change on its way: it may be lost, and so may its answer. */
  const send = async (client: DraftClient, luck: number): Promise<DraftClient> => {
    const sent = sendDraft(client);
    if (sent === null) return client;
    steps.add(`${sent.change.clientId} ${sent.change.step}`);
    if (luck === 0) return sent.client;
    const answer = await saveDraft(deps, person, { taskId, leaseId, change: sent.change });
    return luck === 1 ? sent.client : acknowledgeDraft(sent.client, sent.change.step, answer);
  };
  const sendAll = async (client: DraftClient): Promise<DraftClient> => {
    let now = client;
    while (now.waiting.length > 0) now = await send(now, 2);
    return now;
  };
  const at = (n: number) => clients[n] as DraftClient;

  for (let turn = 6 + draw(8); turn > 0; turn -= 1) {
    const n = draw(clients.length);
    const what = draw(10);
    if (what < 4) {
      const field = FIELDS[draw(FIELDS.length)] as string;
      edits += 1;
      const value = draw(6) === 0 ? null : edits;
      clients[n] = editDraft(at(n), { [field]: value });
      lastOf.set(`${field} ${at(n).clientId}`, value);
    } else if (what < 8) {
      // Two windows at the same moment.
      const other = (n + 1) % clients.length;
      const [luck, otherLuck] = [draw(4), draw(4)];
      [clients[n], clients[other]] = await Promise.all([send(at(n), luck), send(at(other), otherLuck)]);
    } else if (what === 8) {
      // Closed or killed: what it kept is taken up by the window that is opened next.
      left.push(JSON.parse(JSON.stringify(at(n))) as DraftClient);
      if (draw(2) === 0) {
        for (const client of left) await sendAll(client);
        left = [];
      }
      clients[n] = await open();
    } else {
      await query(deps, person, (t) => t.tasks.renew(person.userId, [leaseId], -1));
      await deps.db.system.expireLeases(1000);
    }
  }
  for (const client of left) await sendAll(client);
  for (const [n, client] of clients.entries()) clients[n] = await sendAll(client);

  const draft = await server();
  // Each change was taken once, whatever was lost or sent again.
  expect(draft.revision).toBe(steps.size);
  for (const client of clients) {
    expect(draftFields(acknowledgeDraft(client, 0, draft))).toEqual(draft.fields);
  }
  for (const field of FIELDS) {
    const lasts = [...lastOf].filter(([key]) => key.startsWith(`${field} `)).map(([, value]) => value);
    if (lasts.length === 0) expect(draft.fields[field]).toBeUndefined();
    else expect(lasts).toContain(draft.fields[field] ?? null);
  }

  const annotationId = deps.ids.next();
  const payload = answerOf(seed % 2 === 0);
  const answer = { taskId, leaseId, annotationId, payload, activeMs: 1, toolVersion: 'test' };
  // Two windows, or one whose first answer was lost.
  const taken = await Promise.all(
    (draw(2) === 0 ? [answer] : [answer, answer]).map((each) => submitTask(deps, person, each)),
  );
  expect(taken.every((each) => each.annotationId === annotationId)).toBe(true);
  const late = sendDraft(editDraft(at(0), { comment: 'too late' }));
  await expect(
    saveDraft(deps, person, { taskId, leaseId, change: late?.change ?? expect.fail('nothing to send') }),
  ).rejects.toMatchObject({ code: 'conflict' });
}

it('loses and doubles nothing, and windows end equal, whatever is lost, closed or runs out', async () => {
  const { deps } = test;
  const work = async ({ person, batchId }: (typeof lanes)[number], lane: number) => {
    for (let at = 0; ; at += 1) {
      const [task] = await claimTasks(deps, person, { projectId, batchId, want: 1 });
      if (task === undefined || task.leaseId === null) break;
      const { id: taskId, leaseId, item } = task;
      await interleave(person, { batchId, taskId, leaseId, item }, at * LANES + lane);
    }
    const each = INTERLEAVINGS / LANES;
    const annotations = await query(deps, manager, (t) => t.tasks.annotations(batchId, null, each + 1));
    expect(annotations).toHaveLength(each);
    expect(new Set(annotations.map(({ item }) => item)).size).toBe(each);
  };
  await Promise.all(lanes.map(work));
}, 7_200_000);

import type { Annotation, RegionValue } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listReview } from '../review/read-inbox.ts';
import { getReview } from '../review/read-item.ts';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { takeBack } from '../work/answer-task.ts';
import { listThreads } from './read-comments.ts';
import { replyInThread, settleThread, startThread } from './write-comment.ts';

let test: TestDeps;
let owner: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
}, 120_000);
afterAll(() => test.close());

/** Boxes of cars from left to right. */
function boxesAt(xs: readonly number[]): Annotation {
  const regions = xs.map(
    (x, order): RegionValue => ({
      type: 'region',
      id: test.deps.ids.next(),
      geometry: { kind: 'box', version: 1, x, y: 4, width: 10, height: 10 },
      label: { labelId: DRAWN.car, attributes: {} },
      order,
      groupId: null,
    }),
  );
  return drawnAnswer(regions);
}

const regionsOf = ({ answers }: Annotation) => {
  const answer = answers[DRAWN.question];
  return answer?.kind === 'regions' ? answer.regions : [];
};

it('keeps what is said of a region by the region, and when that is gone', async () => {
  const { deps } = test;
  const projectId = await test.project(owner);
  await addImages(test, owner, projectId, 1);
  const runId = await addImageRun(test, owner, projectId);
  const person = async (role: 'annotator' | 'expert') => {
    const made = await test.member(owner.orgId, ['member']);
    await test.inProject(projectId, made, [role]);
    return made;
  };
  const [ann, ben, expert] = [await person('annotator'), await person('annotator'), await person('expert')];
  const people = [ann.userId, ben.userId];
  const batchId = await addImageBatch(test, owner, { projectId, runId, people, overlap: 2 });
  const drawn = boxesAt([0, 30]);
  let taskId = '';
  await answerBatch(test, ann, { projectId, batchId }, (task) => {
    taskId = task.id;
    return drawn;
  });
  await answerBatch(test, ben, { projectId, batchId }, () => boxesAt([0]));
  const { items } = await listReview(deps, expert, {
    projectId,
    status: 'OPEN',
    batchId,
    after: null,
    limit: 9,
  });
  const reviewItemId = items[0]?.id ?? '';
  const about = { subjectType: 'reviewItem' as const, subjectId: reviewItemId };
  const [left, right] = regionsOf(drawn).map(({ id }) => id);
  if (left === undefined || right === undefined) throw new Error('Nothing was drawn.');

  const { threadId } = await startThread(deps, expert, { ...about, regionId: right, text: 'A shadow?' });
  await startThread(deps, expert, { ...about, text: 'Both took long.' });
  await replyInThread(deps, owner, { threadId, text: 'It is one.' });
  const settled = await startThread(deps, owner, { ...about, regionId: left, text: 'Too wide.' });
  await settleThread(deps, owner, { threadId: settled.threadId, revision: 1, resolved: true });
  const page = { ...about, state: null, limit: 9, cursor: null };
  const all = await listThreads(deps, owner, page);
  expect(all.threads.map((each) => each.regionId)).toEqual([left, null, right]);
  expect(all.regions).toEqual([{ regionId: right, open: 1 }]);
  const ofRight = await listThreads(deps, owner, { ...page, regionId: right });
  expect(ofRight.counts).toEqual({ open: 1, resolved: 0 });
  expect(ofRight.threads.map((each) => [each.id, each.count])).toEqual([[threadId, 2]]);

  // What is on no picture of this sample can have nothing said of it, and neither can what has no picture.
  const nowhere = { regionId: deps.ids.next(), text: 'What?' };
  const refused = { code: 'bad-input', field: 'regionId' };
  await expect(startThread(deps, expert, { ...about, ...nowhere })).rejects.toMatchObject(refused);
  const batch = { subjectType: 'batch' as const, subjectId: batchId, regionId: right, text: 'Here?' };
  await expect(startThread(deps, owner, batch)).rejects.toMatchObject(refused);

  // The author takes the answer back and draws one thing less: what was said of it stays to be read and answered.
  const item = await getReview(deps, expert, { reviewItemId });
  expect(item.answers.flatMap(({ payload }) => regionsOf(payload)).map(({ id }) => id)).toContain(right);
  await takeBack(deps, ann, { taskId });
  const less = { ...drawn, answers: withoutRegion(drawn, right) };
  await answerBatch(test, ann, { projectId, batchId }, () => less);
  expect((await listThreads(deps, owner, { ...page, regionId: right })).threads).toHaveLength(1);
  await replyInThread(deps, owner, { threadId, text: 'Gone now.' });
  const again = { ...about, regionId: right, text: 'Again?' };
  await expect(startThread(deps, expert, again)).rejects.toMatchObject(refused);
}, 120_000);

const withoutRegion = (drawn: Annotation, id: string): Annotation['answers'] => ({
  [DRAWN.question]: {
    kind: 'regions',
    regions: regionsOf(drawn).filter((each) => each.id !== id),
    relations: [],
  },
});

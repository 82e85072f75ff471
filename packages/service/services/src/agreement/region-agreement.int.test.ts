import type { Annotation, RegionValue } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { getAgreement } from './read-agreement.ts';

let test: TestDeps;
let owner: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
}, 120_000);
afterAll(() => test.close());

it('tells how far two people find the same things, call them the same and see them in one place', async () => {
  const projectId = await test.project(owner);
  await addImages(test, owner, projectId, 2);
  const runId = await addImageRun(test, owner, projectId);
  const people: UserActor[] = [];
  for (let at = 0; at < 2; at += 1) {
    const person = await test.member(owner.orgId, ['member']);
    await test.inProject(projectId, person, ['annotator']);
    people.push(person);
  }
  const ids = people.map(({ userId }) => userId);
  const batchId = await addImageBatch(test, owner, { projectId, runId, people: ids, overlap: 2 });
  const answerOf = (boxes: readonly (readonly [number, string])[]): Annotation => {
    const regions = boxes.map(
      ([x, labelId], at): RegionValue => ({
        type: 'region',
        id: test.deps.ids.next(),
        geometry: { kind: 'box', version: 1, x, y: 4, width: 10, height: 10 },
        label: { labelId, attributes: {} },
        order: at,
        groupId: null,
      }),
    );
    return drawnAnswer(regions);
  };
  const [one, other] = people;
  if (one === undefined || other === undefined) throw new Error('Nobody is there.');
  const batch = { projectId, batchId };
  await answerBatch(test, one, batch, () =>
    answerOf([
      [0, DRAWN.car],
      [30, DRAWN.person],
    ]),
  );
  // The first is moved by 2 of 10, the second called otherwise, and a third one is added.
  await answerBatch(test, other, batch, () =>
    answerOf([
      [2, DRAWN.car],
      [30, DRAWN.car],
      [50, DRAWN.car],
    ]),
  );
  const { agreement } = await getAgreement(test.deps, owner, { batchId });
  const regions = agreement?.questions.find(({ questionId }) => questionId === DRAWN.question)?.regions;
  expect(regions).toMatchObject({
    comparisons: 2,
    regions: 10,
    detection: 8 / 10,
    naming: 1 / 2,
    placing: (8 / 12 + 1) / 2,
    pairs: [{ samples: 2 }],
  });

  // Who may not see people sees no ids of theirs either.
  const viewer = await test.member(owner.orgId, ['member']);
  await test.inProject(projectId, viewer, ['viewer']);
  const blind = JSON.stringify(await getAgreement(test.deps, viewer, { batchId }));
  for (const id of ids) expect(blind).not.toContain(id);
});

import { type Annotation, labelSchema, type RegionValue } from '@assay/contracts';
import { emptyDraft } from '@assay/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDesk } from './desk.ts';
import type { DeskOptions } from './desk-core.ts';
import type { DeskStore } from './desk-store.ts';
import type { WorkBatch, WorkTask } from './desk-types.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [QUESTION, CAR] = [id(1), id(2)];

// The unit tests run without a browser: pages without TLS have no locks either.
beforeEach(() => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

const schema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'image',
  questions: [{ kind: 'regions', id: QUESTION, name: 'Parts', labels: [{ id: CAR, name: 'Car' }] }],
});

const region = (n: number, labelId: string | null): RegionValue => ({
  type: 'region',
  id: id(n),
  geometry: { kind: 'box', version: 1, x: n, y: 0, width: 9, height: 9 },
  label: labelId === null ? null : { labelId, attributes: {} },
  order: n,
  groupId: null,
});
const drawn = (...regions: RegionValue[]) => ({
  [QUESTION]: { kind: 'regions' as const, regions, relations: [] },
});

/** What the server makes of an answer that was drawn: with a region of another tab. */
const merged = (payload: Annotation): Annotation => {
  const answer = payload.answers[QUESTION];
  const regions = answer?.kind === 'regions' ? answer.regions : [];
  return { ...payload, answers: { ...payload.answers, ...drawn(...regions, region(9, CAR)) } };
};

/** A desk with one picture at hand, on a server that takes what is handed in and gives it back. */
async function deskWithPicture(returned: { returnId?: string } = {}) {
  const task = {
    id: id(10),
    batchId: id(11),
    leaseId: id(12),

    item: 0,
    row: 0,
    cells: [],
    likelihood: null,
    proposal: null,
    draft: emptyDraft,
    picture: { id: id(13), path: 'a.png', width: 99, height: 99, frames: null, pyramid: null },
  } satisfies WorkTask;
  const batch = { id: id(11), kind: 'label', schema, columns: [], prelabels: false } as unknown as WorkBatch;
  const taken: unknown[] = [];
  const api = {
    task: {
      claim: { mutate: async () => ({ tasks: taken.length === 0 ? [task] : [], batches: [batch] }) },
      whyNone: { query: async () => [] },
      submit: { mutate: async (sent: unknown) => taken.push(sent) },
      skip: { mutate: async (sent: unknown) => taken.push(sent) },
      takeBack: {
        mutate: async () => {
          const last = taken.at(-1) as { payload?: Annotation } | undefined;
          return { leaseId: id(14), payload: last?.payload === undefined ? null : merged(last.payload) };
        },
      },
    },
    review: {
      openReturn: { mutate: async () => ({ task: { ...task, leaseId: returned.returnId }, batch }) },
      answerReturn: { mutate: async (sent: unknown) => taken.push(sent) },
    },
  } as unknown as DeskOptions['api'];
  const nothing = async () => undefined;
  const store: DeskStore = {
    drafts: async () => [],
    putDraft: nothing,
    dropDraft: nothing,
    drawings: async () => [],
    putDrawing: nothing,
    dropDrawing: nothing,
    dropSample: nothing,
    sending: async () => [],
    putSending: nothing,
    dropSending: nothing,
  };
  const desk = createDesk({
    api,
    store,
    personId: id(20),
    projectId: id(21),
    batchId: task.batchId,
    place: 'row',
    ...returned,
  });
  desk.look();
  await vi.waitFor(() => expect(desk.state().held).toHaveLength(1));
  const first = () => desk.state().held[0] ?? expect.fail('Nothing is at hand.');
  return { desk, taskId: task.id, first, taken };
}

test('what could not be handed in is not what one goes on from', async () => {
  const { desk, taskId, first, taken } = await deskWithPicture();
  expect(desk.submit(taskId, drawn(region(1, CAR), region(2, null)))).toMatchObject([
    { code: 'missing-label' },
  ]);
  expect(first().drawn).toEqual({});
  expect(desk.submit(taskId, drawn(region(1, CAR), region(2, CAR)))).toEqual([]);
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]).toMatchObject({ payload: { answers: drawn(region(1, CAR), region(2, CAR)) } });
});

test('what was handed in is gone on from when it is taken back, until the drawing has begun', async () => {
  const { desk, taskId, first, taken } = await deskWithPicture();
  desk.submit(taskId, drawn(region(1, CAR)));
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  await desk.takeBack();
  // With what another tab drew, which was handed in with it.
  expect(first().drawn).toEqual(drawn(region(1, CAR), region(9, CAR)));
  desk.drawingBegun(taskId);
  expect(first().drawn).toEqual({});
});

test('what was drawn before a skip, sent or not, is there when it is taken back', async () => {
  const { desk, taskId, first, taken } = await deskWithPicture();
  desk.skip(taskId, 'unclear', null, drawn(region(1, null)));
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  expect(JSON.stringify(taken[0])).not.toContain(QUESTION);
  await desk.takeBack();
  expect(first().drawn).toEqual(drawn(region(1, null)));
});

test('that a picture ahead cannot be fetched does not say that what was drawn is saved', async () => {
  const { desk } = await deskWithPicture();
  desk.drawing(true, null);
  expect(desk.state().saving).toBe('saving');
  desk.drawing(null, false);
  expect(desk.state()).toMatchObject({ drawing: 'waiting', saving: 'offline' });
  desk.drawing(false, true);
  expect(desk.state()).toMatchObject({ drawing: 'saved', saving: 'saved' });
  desk.stop();
});

test('what came back is handed in as a reply with its words, once, and nothing else is fetched', async () => {
  const returnId = id(30);
  const { desk, taskId, first, taken } = await deskWithPicture({ returnId });
  expect(first().task.leaseId).toBe(returnId);
  desk.edit(taskId, { reply: 'As far as the wall.' });
  expect(desk.submit(taskId, drawn(region(1, null)))).toMatchObject([{ code: 'missing-label' }]);
  expect(desk.submit(taskId, drawn(region(1, CAR)))).toEqual([]);
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]).toMatchObject({
    returnId,
    reply: 'As far as the wall.',
    revision: { payload: { answers: drawn(region(1, CAR)), comment: '' } },
  });
  await vi.waitFor(() => expect(desk.state()).toMatchObject({ phase: 'empty', held: [], sending: 0 }));
});

test('what one stands by is let go of', async () => {
  const { desk, first } = await deskWithPicture({ returnId: id(30) });
  desk.letGo(first());
  expect(desk.state().held).toEqual([]);
});

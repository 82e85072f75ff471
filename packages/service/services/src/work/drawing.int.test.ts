import { annotation, type DrawnRecord, type RegionValue } from '@assay/contracts';
import {
  acknowledgeDrawn,
  type DrawnClient,
  type DrawnEdit,
  editDrawn,
  layDrawn,
  openDrawn,
  sendDrawn,
} from '@assay/domain';
import { createStream, drawInteger } from '@assay/random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { withdrawImageImport } from '../images/create-image-import.ts';
import { readTaskPicture } from '../images/image-bytes.ts';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask, takeBack } from './answer-task.ts';
import { claimWork, type Work } from './claim-work.ts';
import { readDrawing, saveDrawing } from './drawing.ts';

const SOAK = process.env.ASSAY_SOAK === '1';
const INTERLEAVINGS = SOAK ? 30_000 : 300;
/** At work at the same time, each a person of their own. */
const LANES = 6;

let test: TestDeps;
let manager: UserActor;
let projectId: string;
let runId: string;
let importId: string;
beforeAll(async () => {
  test = await createTestDeps();
  manager = (await test.organisation()).owner;
  projectId = await test.project(manager);
  importId = await addImages(test, manager, projectId, 2);
  runId = await addImageRun(test, manager, projectId);
}, 120_000);
afterAll(() => test.close());

async function annotator(): Promise<UserActor> {
  const person = await test.member(manager.orgId, ['member']);
  await test.inProject(projectId, person, ['annotator']);
  return person;
}

async function desk(): Promise<{ person: UserActor; batchId: string; task: Work['tasks'][number] }> {
  const person = await annotator();
  const batchId = await addImageBatch(test, manager, { projectId, runId, people: [person.userId] });
  const { tasks } = await claimWork(test.deps, person, { projectId, batchId, want: 1 });
  const [task] = tasks;
  if (task === undefined) throw new Error('Nothing is served.');
  return { person, batchId, task };
}

const region = (id: string, x: number, labelId = DRAWN.car): RegionValue => ({
  type: 'region',
  id,
  geometry: { kind: 'box', version: 1, x, y: 5, width: 10, height: 8 },
  label: { labelId, attributes: {} },
  order: 0,
  groupId: null,
});

const edit = (part: Partial<DrawnEdit>): DrawnEdit => ({ added: [], updated: [], removed: [], ...part });

describe('a task of pictures', () => {
  it('brings its picture to whose turn it is, and to nobody else', async () => {
    const { person, task } = await desk();
    expect(task.picture).toMatchObject({ path: expect.stringContaining('scene-'), width: 64, height: 48 });
    const shown = await readTaskPicture(test.deps, person, { taskId: task.id, part: 'preview' });
    expect(shown.bytes).toBeGreaterThan(0);
    const other = await annotator();
    await expect(
      readTaskPicture(test.deps, other, { taskId: task.id, part: 'preview' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps what is drawn until it is handed in, and refuses what was not asked for', async () => {
    const { person, task } = await desk();
    const { deps } = test;
    const { id: taskId, leaseId } = task;
    const [one, two] = [deps.ids.next(), deps.ids.next()];
    const client = editDrawn(
      openDrawn(deps.ids.next(), 0),
      edit({ added: [region(one, 1), region(two, 30)] }),
    );
    const sent = sendDrawn(client);
    const change = sent?.change ?? expect.fail('nothing to send');
    expect(await saveDrawing(deps, person, { taskId, leaseId, change })).toEqual({
      revision: 1,
      changed: [],
      replaced: [],
    });
    // A second sending changes nothing, and says how it stands.
    expect((await saveDrawing(deps, person, { taskId, leaseId, change })).revision).toBe(1);
    const drawing = await readDrawing(deps, person, { taskId, leaseId });
    expect(drawing.records.map(({ id }) => id).sort()).toEqual([one, two].sort());

    const broken = {
      ...change,
      step: 2,
      added: [],
      updated: [{ id: one, values: { geometry: { kind: 'box' } } }],
    };
    await expect(saveDrawing(deps, person, { taskId, leaseId, change: broken })).rejects.toMatchObject({
      code: 'bad-input',
      field: expect.stringContaining(one),
    });
    await expect(
      saveDrawing(deps, person, { taskId, leaseId, change: { ...change, step: 3 } }),
    ).rejects.toMatchObject({ code: 'conflict' });

    const submit = (regions: RegionValue[]) =>
      submitTask(deps, person, {
        taskId,
        leaseId,
        annotationId: deps.ids.next(),
        payload: drawnAnswer(regions),
        activeMs: 1,
        toolVersion: 'test',
      });
    const ellipse = { kind: 'ellipse', version: 1, cx: 9, cy: 9, rx: 4, ry: 3, rotation: 0 } as const;
    await expect(submit([{ ...region(one, 1), geometry: ellipse }])).rejects.toMatchObject({
      code: 'bad-input',
    });
    // An empty mask of a picture of 10 x 10 pixels.
    const mask = { kind: 'mask', version: 1, width: 10, height: 10, counts: 'T3' } as const;
    await expect(submit([{ ...region(one, 1, DRAWN.person), geometry: mask }])).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('another size'),
    });
    await expect(submit([{ ...region(one, 1), label: null }])).rejects.toMatchObject({ code: 'bad-input' });
    await submit([region(one, 1), region(two, 30)]);
    const back = await takeBack(deps, person, { taskId });
    expect(back.payload?.answers[DRAWN.question]).toMatchObject({ kind: 'regions' });
    // What was handed in is the answer now, no drawing any more.
    const again = await readDrawing(deps, person, { taskId, leaseId: back.leaseId });
    expect(again).toEqual({ revision: 0, records: [] });
  });

  it('is handed in with what another tab drew meanwhile, and without what this one removed', async () => {
    const { person, task } = await desk();
    const { deps } = test;
    const { id: taskId, leaseId } = task;
    const [mine, theirs, gone] = [deps.ids.next(), deps.ids.next(), deps.ids.next()];
    const save = (ids: string[], x: number) => {
      const added = ids.map((id, at) => region(id, x + 20 * at));
      const sent = sendDrawn(editDrawn(openDrawn(deps.ids.next(), 0), edit({ added })));
      const change = sent?.change ?? expect.fail('nothing to send');
      return saveDrawing(deps, person, { taskId, leaseId, change });
    };
    await save([theirs, gone], 30);
    const annotationId = deps.ids.next();
    await submitTask(deps, person, {
      taskId,
      leaseId,
      annotationId,
      payload: drawnAnswer([region(mine, 1)]),
      activeMs: 1,
      toolVersion: 'test',
      drawing: { revision: 0, waiting: [mine], removed: [gone] },
    });
    const kept = await query(deps, person, (t) => t.tasks.annotation(annotationId));
    const { answers } = annotation.parse(kept?.payload);
    const answer = answers[DRAWN.question];
    expect(answer?.kind === 'regions' ? answer.regions.map(({ id }) => id).sort() : null).toEqual(
      [mine, theirs].sort(),
    );
  });

  it('holds its pictures: their import cannot be withdrawn', async () => {
    await expect(
      withdrawImageImport(test.deps, manager, { importId, reason: 'No right to them' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

type Window = { client: DrawnClient; records: Map<string, DrawnRecord> };

/** One image before one person with several windows, of which things happen to all. */
async function interleave(
  person: UserActor,
  task: { taskId: string; leaseId: string },
  seed: number,
): Promise<RegionValue[]> {
  const { deps } = test;
  const stream = createStream('drawing-interleavings', `image ${seed}`);
  let drawn = 0;
  const draw = (below: number) => {
    drawn += 1;
    return drawInteger(stream, drawn, below);
  };
  const open = async (): Promise<Window> => {
    const { revision, records } = await readDrawing(deps, person, task);
    const known = new Map(records.map((record) => [record.id, record]));
    return { client: openDrawn(deps.ids.next(), revision), records: known };
  };
  const windows = [await open(), await open(), ...(draw(2) === 0 ? [await open()] : [])];
  /** What windows that were closed left in the browser's store. */
  let left: DrawnClient[] = [];
  const steps = new Set<string>();
  const added = new Set<string>();
  const removed = new Set<string>();
  /** Last value that each window gave to a property. */
  const lastOf = new Map<string, unknown>();
  let edits = 0;

  const take = (window: Window, what: DrawnEdit): void => {
    window.client = editDrawn(window.client, what);
    for (const record of what.added) window.records.set(record.id, record);
    for (const { id } of what.updated) {
      const now = layDrawn(window.client, id, window.records.get(id) ?? null);
      if (now !== null) window.records.set(id, now);
    }
    for (const id of what.removed) window.records.delete(id);
  };
  /** One change on its way: it may be lost (0), and so may its answer (1). */
  const send = async (window: Window, luck: number): Promise<void> => {
    const sent = sendDrawn(window.client);
    if (sent === null) return;
    steps.add(`${sent.change.clientId} ${sent.change.step}`);
    window.client = sent.client;
    if (luck === 0) return;
    const answer = await saveDrawing(deps, person, { ...task, change: sent.change });
    if (luck === 1) return;
    window.client = acknowledgeDrawn(window.client, sent.change.step, answer.revision);
    for (const { id, record } of answer.changed) {
      const now = layDrawn(window.client, id, record);
      if (now === null) window.records.delete(id);
      else window.records.set(id, now);
    }
  };
  const sendAll = async (window: Window): Promise<void> => {
    while (window.client.waiting.length > 0) await send(window, 2);
  };
  const change = (window: Window): void => {
    const ids = [...window.records.keys()];
    const id = ids[draw(Math.max(1, ids.length))];
    const what = draw(8);
    edits += 1;
    if (id === undefined || what < 3) {
      const record = region(deps.ids.next(), edits);
      added.add(record.id);
      take(window, edit({ added: [record] }));
    } else if (what < 5) {
      const { geometry } = region(id, edits);
      lastOf.set(`${id} geometry ${window.client.clientId}`, geometry);
      take(window, edit({ updated: [{ id, values: { geometry: geometry as never } }] }));
    } else if (what < 7) {
      lastOf.set(`${id} order ${window.client.clientId}`, edits);
      take(window, edit({ updated: [{ id, values: { order: edits } }] }));
    } else {
      removed.add(id);
      take(window, edit({ removed: [id] }));
    }
  };
  const at = (n: number) => windows[n] as Window;

  for (let turn = 6 + draw(8); turn > 0; turn -= 1) {
    const n = draw(windows.length);
    const what = draw(10);
    if (what < 5) change(at(n));
    else if (what < 8) {
      // Two windows at the same moment.
      const other = (n + 1) % windows.length;
      await Promise.all([send(at(n), draw(4)), send(at(other), draw(4))]);
    } else if (what === 8) {
      // Closed or killed: what it kept is taken up by the window that is opened next.
      left.push(JSON.parse(JSON.stringify(at(n).client)) as DrawnClient);
      if (draw(2) === 0) {
        for (const client of left) await sendAll({ client, records: new Map() });
        left = [];
      }
      windows[n] = await open();
    } else {
      await query(deps, person, (t) => t.tasks.renew(person.userId, [task.leaseId], -1));
      await deps.db.system.expireLeases(1000);
    }
  }
  for (const client of left) await sendAll({ client, records: new Map() });
  for (const window of windows) await sendAll(window);
  // One more change of each, so that it hears of all others.
  for (const window of windows) {
    const record = region(deps.ids.next(), 0);
    added.add(record.id);
    take(window, edit({ added: [record] }));
    await sendAll(window);
  }
  for (const window of windows) {
    const [id] = added;
    const record = window.records.get(id ?? '');
    const same = record?.type === 'region' ? [{ id: record.id, values: { order: record.order } }] : [];
    take(window, edit({ updated: same }));
    await sendAll(window);
  }

  const { revision, records } = await readDrawing(deps, person, task);
  // Each change was taken once, whatever was lost or sent again.
  expect(revision).toBe(steps.size);
  const ids = records.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.sort()).toEqual([...added].filter((id) => !removed.has(id)).sort());
  const regions = records.flatMap((record) => (record.type === 'region' ? [record] : []));
  for (const record of regions) {
    for (const property of ['geometry', 'order'] as const) {
      const lasts = [...lastOf].filter(([key]) => key.startsWith(`${record.id} ${property} `));
      if (lasts.length > 0) expect(lasts.map(([, value]) => value)).toContainEqual(record[property]);
    }
  }
  return regions;
}

it('loses and doubles nothing that is drawn, whatever is lost, closed or runs out', async () => {
  const { deps } = test;
  const work = async (lane: number) => {
    const { person, task } = await desk();
    const taskId = task.id;
    let { leaseId } = task;
    for (let at = 0; at < INTERLEAVINGS / LANES; at += 1) {
      const regions = await interleave(person, { taskId, leaseId }, at * LANES + lane);
      const annotationId = deps.ids.next();
      const payload = drawnAnswer(regions);
      await submitTask(deps, person, {
        taskId,
        leaseId,
        annotationId,
        payload,
        activeMs: 1,
        toolVersion: 'test',
      });
      const kept = await query(deps, person, (t) => t.tasks.annotation(annotationId));
      expect(kept?.payload).toMatchObject({ answers: payload.answers });
      ({ leaseId } = await takeBack(deps, person, { taskId }));
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane)));
}, 7_200_000);

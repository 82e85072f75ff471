import { type DraftChange, type LabelSchema, labelSchema } from '@assay/contracts';
import { mapFields, planMigration } from '@assay/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../versioned/new-id.ts';
import { createDesk } from './desk.ts';
import type { DeskOptions } from './desk-core.ts';
import type { DeskStore } from './desk-store.ts';
import type { WorkBatch, WorkTask } from './desk-types.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [QUESTION, GOOSE, SWAN] = [id(1), id(2), id(3)];
const FIELD = `answer:${QUESTION}`;
const saying = (labelId: string) => ({ kind: 'single' as const, label: { labelId, attributes: {} } });

beforeEach(() => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

const BIRDS = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: QUESTION,
      name: 'Species',
      labels: [
        { id: GOOSE, name: 'Goose' },
        { id: SWAN, name: 'Swan' },
      ],
    },
  ],
});
const MERGED = planMigration(BIRDS, [{ kind: 'merge', from: [GOOSE], into: SWAN }], newId);

/** A desk with rows at hand, on a server whose label schema can be migrated, and that reads drafts as it then has them. */
async function deskOfRows(place: 'row' | 'grid', picture: WorkTask['picture'] = null) {
  const drafts = new Map<string, { revision: number; fields: DraftChange['set'] }>();
  const server = { version: id(100), schema: BIRDS as LabelSchema };
  const submitted: { taskId: string; labelSchemaVersionId: string | null }[] = [];
  const readNow = (fields: DraftChange['set']) =>
    server.version === id(100) ? fields : mapFields(fields, MERGED.migration.steps);
  const taskOf = (n: number) => {
    const { revision, fields } = drafts.get(id(n)) ?? { revision: 0, fields: {} };
    return {
      id: id(n),
      batchId: id(11),
      leaseId: id(n + 1000),
      leaseUntil: '1970-01-01T00:00:00.000Z',
      item: n,
      row: n,
      cells: [],
      likelihood: null,
      proposal: null,
      draft: { revision, fields: readNow(fields), replaced: [] },
      picture,
    } as WorkTask;
  };
  const claim = async () => {
    const { version: labelSchemaVersionId, schema } = server;
    const about = { id: id(11), name: 'Birds', kind: 'label', columns: [], prelabels: false };
    const gone = new Set(submitted.map(({ taskId }) => taskId));
    return {
      tasks: [21, 22].filter((n) => !gone.has(id(n))).map(taskOf),
      batches: [{ ...about, labelSchemaVersionId, schema } as unknown as WorkBatch],
    };
  };
  type Saved = { taskId: string; change: DraftChange; labelSchemaVersionId: string };
  const saveDraft = async ({ taskId, change, labelSchemaVersionId }: Saved) => {
    const before = drafts.get(taskId) ?? { revision: 0, fields: {} };
    const set = labelSchemaVersionId === server.version ? change.set : readNow(change.set);
    const saved = { revision: before.revision + 1, fields: { ...readNow(before.fields), ...set } };
    drafts.set(taskId, saved);
    return { ...saved, replaced: [], labelSchemaVersionId: server.version };
  };
  const api = {
    task: {
      claim: { mutate: claim },
      whyNone: { query: async () => [] },
      saveDraft: { mutate: saveDraft },
      submit: { mutate: async (sent: (typeof submitted)[number]) => submitted.push(sent) },
    },
  } as unknown as DeskOptions['api'];
  const nothing = async () => undefined;
  const none = async () => [];
  const store: DeskStore = {
    drafts: none,
    putDraft: nothing,
    dropDraft: nothing,
    drawings: none,
    putDrawing: nothing,
    dropDrawing: nothing,
    dropSample: nothing,
    sending: none,
    putSending: nothing,
    dropSending: nothing,
  };
  const desk = createDesk({ api, store, personId: id(20), projectId: id(5), batchId: id(11), place });
  desk.look();
  await vi.waitFor(() => expect(desk.state().held).toHaveLength(2));
  const migrate = () => {
    server.version = id(200);
    server.schema = MERGED.schema;
  };
  const shown = () =>
    desk.state().held.map(({ batch, draft }) => ({
      version: batch.labelSchemaVersionId,
      answer:
        [...draft.waiting].reverse().find(({ set }) => FIELD in set)?.set[FIELD] ?? draft.seen.fields[FIELD],
    }));
  return { desk, migrate, shown, submitted };
}

test('what is before a person stays as it is until they say so; what comes next is of the new labels', async () => {
  const { desk, migrate, shown } = await deskOfRows('row');
  desk.edit(id(21), { [FIELD]: saying(GOOSE) });
  await vi.waitFor(() => expect(desk.state().saving).toBe('saved'));
  migrate();
  desk.lookForMigrations();
  await vi.waitFor(() => expect(desk.state().migrated?.now.labelSchemaVersionId).toBe(id(200)));
  expect(shown()).toEqual([
    { version: id(100), answer: saying(GOOSE) },
    { version: id(200), answer: undefined },
  ]);
  await desk.follow();
  expect(shown()[0]).toEqual({ version: id(200), answer: saying(SWAN) });
  desk.dismissMigrated();
  expect(desk.state()).toMatchObject({ migrated: null, following: false });
  desk.stop();
});

test('a shape that is half drawn is finished before the new labels are shown', async () => {
  const picture = { width: 40, height: 30 } as WorkTask['picture'];
  const { desk, migrate, shown } = await deskOfRows('row', picture);
  migrate();
  desk.lookForMigrations();
  await vi.waitFor(() => expect(desk.state().migrated).not.toBeNull());
  desk.gesture(true);
  const followed = desk.follow();
  await vi.waitFor(() => expect(desk.state().following).toBe(true));
  // Turns enough for all that a server that answers at once needs.
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  expect(shown()[0]?.version).toBe(id(100));
  desk.gesture(false);
  await followed;
  expect(shown()[0]?.version).toBe(id(200));
  desk.stop();
});

test('a tab that was not told finds out as it saves, and goes on with what it shows', async () => {
  const { desk, migrate, shown, submitted } = await deskOfRows('row');
  migrate();
  desk.edit(id(21), { [FIELD]: saying(GOOSE) });
  await vi.waitFor(() => expect(desk.state().migrated).not.toBeNull());
  expect(shown()[0]).toEqual({ version: id(100), answer: saying(GOOSE) });
  expect(desk.submit(id(21))).toEqual([]);
  await vi.waitFor(() => expect(submitted).toHaveLength(1));
  // The server reads it as it was asked.
  expect(submitted[0]).toMatchObject({ taskId: id(21), labelSchemaVersionId: id(100) });
  desk.stop();
});

test('a grid is brought to the new labels as a whole', async () => {
  const { desk, migrate, shown } = await deskOfRows('grid');
  desk.edit(id(22), { [FIELD]: saying(GOOSE) });
  await vi.waitFor(() => expect(desk.state().saving).toBe('saved'));
  migrate();
  desk.lookForMigrations();
  await vi.waitFor(() =>
    expect(shown()).toEqual([
      { version: id(200), answer: undefined },
      { version: id(200), answer: saying(SWAN) },
    ]),
  );
  desk.stop();
});

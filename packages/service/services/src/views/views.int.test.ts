import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchEverything } from '../search/search-everything.ts';
import { addSource } from '../testing/add-source.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { renameView, shareView } from './change-view.ts';
import { deleteView } from './delete-view.ts';
import { listViews } from './list-views.ts';
import { saveView } from './save-view.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const state = { type: 'assay.grid-view', version: 1, columns: ['a'] };

describe('a saved view', () => {
  it('is its owner’s until it is shared, and only theirs to change', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner);
    const sourceId = await addSource(test, { projectId, actor: owner, name: 'table' });
    const viewer = await test.member(orgId, ['member']);
    const annotator = await test.member(orgId, ['member']);
    await test.inProject(projectId, viewer, ['viewer']);
    await test.inProject(projectId, annotator, ['annotator']);
    const table = { type: 'source-rows', id: sourceId } as const;
    const { id } = await saveView(deps, owner, { table, name: 'Costly', shared: false, state });
    expect(await saveView(deps, owner, { table, name: 'Costly', shared: false, state })).toEqual({ id });
    expect(await listViews(deps, viewer, { table })).toEqual({ maySave: false, views: [] });
    await expect(renameView(deps, viewer, { viewId: id, name: 'Mine' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await shareView(deps, owner, { viewId: id, shared: true });
    expect((await listViews(deps, viewer, { table })).views).toMatchObject([
      { id, name: 'Costly', mine: false, shared: true, state },
    ]);
    await expect(deleteView(deps, viewer, { viewId: id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(saveView(deps, viewer, { table, name: 'x', shared: false, state })).rejects.toMatchObject({
      code: 'forbidden',
      next: expect.any(String),
    });
    await expect(listViews(deps, annotator, { table })).rejects.toMatchObject({ code: 'not-found' });
    const found = async (actor: typeof owner) =>
      (await searchEverything(deps, actor, { text: 'costly', limit: 5 })).groups.flatMap((g) => g.hits);
    expect(await found(viewer)).toMatchObject([
      { kind: 'view', link: `/sources/${sourceId}/rows?view=${id}` },
    ]);
    expect(await found(annotator)).toEqual([]);

    const other = await saveView(deps, owner, { table, name: 'Other', shared: false, state });
    await expect(renameView(deps, owner, { viewId: other.id, name: 'Costly' })).rejects.toMatchObject({
      code: 'conflict',
      field: 'name',
    });
    await renameView(deps, owner, { viewId: other.id, name: 'Cheap' });
    await deleteView(deps, owner, { viewId: id });
    expect((await listViews(deps, owner, { table })).views.map((view) => view.name)).toEqual(['Cheap']);
  });

  it('of a list of the organisation is for whoever may read the list', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const member = await test.member(orgId, ['member']);
    const log = { type: 'log', id: orgId } as const;
    const members = { type: 'members', id: orgId } as const;
    await saveView(deps, owner, { table: log, name: 'Refusals', shared: true, state });
    await expect(listViews(deps, member, { table: log })).rejects.toMatchObject({ code: 'not-found' });
    await saveView(deps, member, { table: members, name: 'New ones', shared: false, state });
    expect((await listViews(deps, member, { table: members })).views).toHaveLength(1);
    expect((await listViews(deps, owner, { table: members })).views).toEqual([]);
    await expect(
      saveView(deps, member, {
        table: members,
        name: 'Too large',
        shared: false,
        state: { ...state, filter: 'x'.repeat(70_000) },
      }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });
});

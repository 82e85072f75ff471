import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNotifications } from '../notifications/list-notifications.ts';
import { markNotificationsRead } from '../notifications/mark-notifications-read.ts';
import { searchEverything } from '../search/search-everything.ts';
import { addSource } from '../testing/add-source.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { listTrash } from '../trash/list-trash.ts';
import { purgeTrash } from '../trash/purge-trash.ts';
import { restoreSource } from '../trash/restore-source.ts';
import { getProject } from './get-project.ts';
import { listProjectMembers } from './list-project-members.ts';
import { listProjects } from './list-projects.ts';
import { removeProjectMember } from './remove-project-member.ts';
import { restoreProject } from './restore-project.ts';
import { setProjectMemberRoles } from './set-project-member-roles.ts';
import { trashProject } from './trash-project.ts';
import { updateProject } from './update-project.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const all = { search: '', limit: 100, cursor: null };

describe('projects', () => {
  it('are seen by their members and by who reads the whole organisation', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const member = await test.member(orgId, ['member']);
    const auditor = await test.member(orgId, ['auditor']);
    const one = await test.project(owner, 'One');
    const two = await test.project(owner, 'Two');
    await test.inProject(one, member, ['annotator']);
    const ids = async (actor: typeof owner) =>
      (await listProjects(deps, actor, all)).projects.map((p) => p.id);
    expect(await ids(member)).toEqual([one]);
    expect(await ids(auditor)).toEqual([two, one]);
    const page = await listProjects(deps, owner, { ...all, limit: 1 });
    expect(page.projects.map((p) => p.id)).toEqual([two]);
    expect((await listProjects(deps, owner, { ...all, limit: 1, cursor: page.cursor })).projects[0]?.id).toBe(
      one,
    );
    const seen = await getProject(deps, member, { projectId: one });
    expect(seen.roles).toEqual(['annotator']);
    expect(seen.permissions).toContain('project.read');
    expect(seen.permissions).not.toContain('source.read');
    expect(seen.counts).toEqual({ sources: 0, members: 2, openJobs: 0 });
  });

  it('are changed by whoever saw the latest state, and only where something changes', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const projectId = await test.project(owner, 'Before');
    const change = { projectId, revision: 1, name: '  After  all ', stakes: 'high' as const };
    expect(await updateProject(deps, owner, change)).toEqual({ revision: 2 });
    await expect(updateProject(deps, owner, { ...change, name: 'Later' })).rejects.toMatchObject({
      code: 'stale',
      kept: expect.any(String),
      next: expect.any(String),
    });
    await expect(updateProject(deps, owner, { ...change, revision: 2 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await getProject(deps, owner, { projectId })).toMatchObject({ name: 'After all', stakes: 'high' });
  });

  it('take members of the organisation and tell them', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner);
    const member = await test.member(orgId, ['member']);
    const stranger = await test.person();
    await expect(
      setProjectMemberRoles(deps, owner, { projectId, userId: stranger.userId, roles: ['viewer'] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await setProjectMemberRoles(deps, owner, {
      projectId,
      userId: member.userId,
      roles: ['viewer', 'expert', 'viewer'],
    });
    const listed = await listProjectMembers(deps, owner, { projectId });
    expect(listed.find((each) => each.userId === member.userId)?.roles).toEqual(['expert', 'viewer']);
    const inbox = await listNotifications(deps, member, { limit: 10, cursor: null });
    expect(inbox).toMatchObject({
      unread: 1,
      notifications: [{ kind: 'project.member-added', readAt: null }],
    });
    expect(await markNotificationsRead(deps, owner, { ids: null })).toEqual({ unread: 0 });
    expect((await listNotifications(deps, member, { limit: 10, cursor: null })).unread).toBe(1);
    expect(await markNotificationsRead(deps, member, { ids: null })).toEqual({ unread: 0 });
    await removeProjectMember(deps, owner, { projectId, userId: member.userId });
    await expect(
      removeProjectMember(deps, owner, { projectId, userId: member.userId }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the trash', () => {
  it('holds projects and sources with who and when, and gives them back', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner, 'Thrown away');
    const sourceId = await addSource(test, {
      projectId,
      actor: owner,
      name: 'Also thrown away',
      trashed: true,
    });
    const outsider = await test.member(orgId, ['member']);
    const { emptiesAt } = await trashProject(deps, owner, { projectId });
    await expect(getProject(deps, owner, { projectId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listTrash(deps, owner)).toMatchObject({
      keptDays: 30,
      items: [
        {
          mayRestore: true,
          kind: 'project',
          id: projectId,
          name: 'Thrown away',
          deletedBy: { userId: owner.userId },
          emptiesAt,
        },
      ],
    });
    expect(await listTrash(deps, outsider)).toMatchObject({ items: [] });
    await expect(restoreSource(deps, owner, { sourceId })).rejects.toMatchObject({
      code: 'not-ready',
      next: expect.stringContaining('project'),
    });
    await restoreProject(deps, owner, { projectId });
    await expect(restoreProject(deps, owner, { projectId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listTrash(deps, owner)).items).toMatchObject([{ kind: 'source', id: sourceId }]);
    const annotator = await test.member(orgId, ['member']);
    await test.inProject(projectId, annotator, ['annotator']);
    expect((await listTrash(deps, annotator)).items).toEqual([]);
    await restoreSource(deps, owner, { sourceId });
    expect((await listTrash(deps, owner)).items).toEqual([]);
    expect((await getProject(deps, owner, { projectId })).counts.sources).toBe(1);
  });

  it('is emptied after 30 days, but never of what is under legal hold', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner);
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    const lately = new Date(Date.now() - 29 * 86_400_000);
    const add = (name: string, trashed: Date, held = false) =>
      addSource(test, { projectId, actor: owner, name, trashed, held });
    const old = await add('old', longAgo);
    const held = await add('held', longAgo, true);
    const fresh = await add('fresh', lately);
    const key = await blobOf(old, orgId);
    const gone = await test.project(owner, 'gone');
    await addSource(test, { projectId: gone, actor: owner, name: 'with it' });
    const kept = await test.project(owner, 'kept for its source');
    await addSource(test, { projectId: kept, actor: owner, name: 'held too', held: true });
    await deps.db.transaction({ orgId, userId: null }, async (t) => {
      for (const id of [gone, kept]) await t.projects.trash(id, owner.userId, longAgo);
    });
    expect(await purgeTrash(deps)).toEqual({ purged: 2, failed: 0 });
    const left = (await listTrash(deps, owner)).items.map((item) => item.id).sort();
    expect(left).toEqual([held, fresh, kept].sort());
    const refs = await deps.db.transaction({ orgId, userId: null }, (t) =>
      t.blobs.ofOwner({ type: 'source', id: old }),
    );
    expect([key, refs]).toEqual([key, []]);
    expect(await purgeTrash(deps)).toEqual({ purged: 0, failed: 0 });
    const actions = await deps.db.transaction({ orgId, userId: null }, (t) => t.events.actions());
    expect(actions).toEqual(expect.arrayContaining(['source.purged', 'project.purged']));
  });

  async function blobOf(sourceId: string, orgId: string): Promise<string> {
    const key = `local/${orgId}/test/${sourceId}`;
    await test.deps.db.transaction({ orgId, userId: null }, async (t) => {
      await t.blobs.add({ key, sha256: '0'.repeat(64), bytes: 1n, contentType: 'text/plain' });
      await t.blobs.refer([key], { type: 'source', id: sourceId });
    });
    return key;
  }
});

describe('search', () => {
  it('finds what the actor may see, best first, and takes wildcards as characters', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const open = await test.project(owner, 'Bird strikes');
    const hidden = await test.project(owner, 'Strikes of workers');
    await addSource(test, {
      projectId: open,
      actor: owner,
      name: 'strikes',
      columns: ['strike_cost', 'airport'],
    });
    await addSource(test, { projectId: hidden, actor: owner, name: 'strike lists', columns: ['strike_day'] });
    const annotator = await test.member(orgId, ['member']);
    const viewer = await test.member(orgId, ['member']);
    await test.inProject(open, annotator, ['annotator']);
    await test.inProject(open, viewer, ['viewer']);
    const titles = async (actor: typeof owner, text: string) =>
      (await searchEverything(deps, actor, { text, limit: 10 })).groups.map((group) => [
        group.kind,
        ...group.hits.map((hit) => hit.title),
      ]);
    expect(await titles(owner, 'STRIKES')).toEqual([
      ['source', 'strikes'],
      ['project', 'Strikes of workers', 'Bird strikes'],
    ]);
    expect(await titles(owner, 'strike')).toContainEqual(['column', 'strike_cost', 'strike_day']);
    expect(await titles(viewer, 'strike')).toEqual([
      ['source', 'strikes'],
      ['column', 'strike_cost'],
      ['project', 'Bird strikes'],
    ]);
    expect(await titles(annotator, 'strike')).toEqual([['project', 'Bird strikes']]);
    expect(await titles(owner, '%')).toEqual([]);
    expect(await titles(owner, 'strike_c')).toEqual([['column', 'strike_cost']]);
    expect(await titles(owner, '   ')).toEqual([]);
    const person = await searchEverything(deps, annotator, { text: viewer.email, limit: 10 });
    expect(person.groups).toMatchObject([{ kind: 'member', hits: [{ detail: viewer.email }] }]);
  });
});

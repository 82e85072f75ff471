import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { revokeApiKey } from '../api-keys/revoke-api-key.ts';
import { getMeasurement } from '../measurements/get-measurement.ts';
import { latestMeasurements } from '../measurements/latest-measurements.ts';
import { inviteMember } from '../members/invite-member.ts';
import { listMembers } from '../members/list-members.ts';
import { removeMember } from '../members/remove-member.ts';
import { revokeInvitation } from '../members/revoke-invitation.ts';
import { setMemberRoles } from '../members/set-member-roles.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { markNotificationsRead } from '../notifications/mark-notifications-read.ts';
import { organisationExportLink } from '../organisations/organisation-export-link.ts';
import { getProject } from '../projects/get-project.ts';
import { listProjectMembers } from '../projects/list-project-members.ts';
import { removeProjectMember } from '../projects/remove-project-member.ts';
import { restoreProject } from '../projects/restore-project.ts';
import { setProjectMemberRoles } from '../projects/set-project-member-roles.ts';
import { trashProject } from '../projects/trash-project.ts';
import { updateProject } from '../projects/update-project.ts';
import { searchEverything } from '../search/search-everything.ts';
import { listTrash } from '../trash/list-trash.ts';
import { restoreSource } from '../trash/restore-source.ts';
import { renameView, shareView } from '../views/change-view.ts';
import { deleteView } from '../views/delete-view.ts';
import { listViews } from '../views/list-views.ts';
import { saveView } from '../views/save-view.ts';
import { createTestDeps, type TestDeps, type UserActor } from './test-deps.ts';

let test: TestDeps;
let a: UserActor;
let b: UserActor;

beforeAll(async () => {
  test = await createTestDeps();
  a = (await test.organisation('Organisation A')).owner;
  b = (await test.organisation('Organisation B')).owner;
});
afterAll(() => test.close());

const random = () => test.deps.ids.next();
const state = { type: 'assay.grid-view', version: 1 };

/** What B has, and each use case of A that takes such an id. */
async function thingsOfB() {
  const { deps } = test;
  const member = await test.member(b.orgId, ['member']);
  const projectId = await test.project(b, 'Secret of B');
  await test.inProject(projectId, member, ['viewer']);
  const trashedProject = await test.project(b);
  await trashProject(deps, b, { projectId: trashedProject });
  const invitation = await inviteMember(deps, b, {
    email: (await test.person()).email,
    roles: ['member'],
  });
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const key = await createApiKey(deps, b, { name: 'B', scopes: ['org.read'], expiresAt });
  const view = await saveView(deps, b, {
    table: { type: 'sources', id: projectId },
    name: 'B view',
    shared: true,
    state,
  });
  const measurementId = deps.ids.next();
  await deps.db.transaction({ orgId: b.orgId, userId: null }, (t) =>
    t.measurements.addMany([
      {
        id: measurementId,
        metric: 'rows',
        method: 'count',
        methodVersion: 1,
        subjectType: 'project',
        subjectId: projectId,
        slice: {},
        sliceKey: '',
        value: 3,
        reason: null,
        numerator: null,
        denominator: null,
        low: null,
        high: null,
        confidence: null,
        n: 3n,
        inputs: {},
        jobId: null,
      },
    ]),
  );
  return { member, projectId, trashedProject, invitation, key, view, measurementId };
}

describe('another organisation’s id', () => {
  it('answers in every use case as a random id does', async () => {
    const { deps } = test;
    const theirs = await thingsOfB();
    const mine = await test.project(a);
    const cases: Record<string, [(id: string) => Promise<unknown>, string]> = {
      getProject: [(projectId) => getProject(deps, a, { projectId }), theirs.projectId],
      updateProject: [
        (projectId) => updateProject(deps, a, { projectId, revision: 1, name: 'x' }),
        theirs.projectId,
      ],
      trashProject: [(projectId) => trashProject(deps, a, { projectId }), theirs.projectId],
      restoreProject: [(projectId) => restoreProject(deps, a, { projectId }), theirs.trashedProject],
      listProjectMembers: [(projectId) => listProjectMembers(deps, a, { projectId }), theirs.projectId],
      setProjectMemberRoles: [
        (projectId) => setProjectMemberRoles(deps, a, { projectId, userId: a.userId, roles: ['viewer'] }),
        theirs.projectId,
      ],
      addForeignMember: [
        (userId) => setProjectMemberRoles(deps, a, { projectId: mine, userId, roles: ['viewer'] }),
        theirs.member.userId,
      ],
      removeProjectMember: [
        (projectId) => removeProjectMember(deps, a, { projectId, userId: theirs.member.userId }),
        theirs.projectId,
      ],
      setMemberRoles: [
        (memberId) => setMemberRoles(deps, a, { memberId, roles: ['admin'], revision: 1 }),
        theirs.member.memberId,
      ],
      removeMember: [(memberId) => removeMember(deps, a, { memberId }), theirs.member.memberId],
      revokeInvitation: [(invitationId) => revokeInvitation(deps, a, { invitationId }), theirs.invitation.id],
      inviteToProject: [
        (id) =>
          inviteMember(deps, a, {
            email: 'somebody@example.com',
            roles: ['member'],
            project: { id, roles: ['viewer'] },
          }),
        theirs.projectId,
      ],
      revokeApiKey: [(keyId) => revokeApiKey(deps, a, { keyId }), theirs.key.id],
      restoreSource: [(sourceId) => restoreSource(deps, a, { sourceId }), random()],
      getMeasurement: [(measurementId) => getMeasurement(deps, a, { measurementId }), theirs.measurementId],
      latestMeasurements: [
        (subjectId) => latestMeasurements(deps, a, { subjectType: 'project', subjectId }),
        theirs.projectId,
      ],
      listViews: [(id) => listViews(deps, a, { table: { type: 'sources', id } }), theirs.projectId],
      listOrganisationViews: [(id) => listViews(deps, a, { table: { type: 'log', id } }), b.orgId],
      saveView: [
        (id) => saveView(deps, a, { table: { type: 'sources', id }, name: 'x', shared: false, state }),
        theirs.projectId,
      ],
      renameView: [(viewId) => renameView(deps, a, { viewId, name: 'x' }), theirs.view.id],
      shareView: [(viewId) => shareView(deps, a, { viewId, shared: false }), theirs.view.id],
      deleteView: [(viewId) => deleteView(deps, a, { viewId }), theirs.view.id],
      markRead: [(id) => markNotificationsRead(deps, a, { ids: [id] }), random()],
      organisationExportLink: [(exportId) => organisationExportLink(deps, a, { exportId }), random()],
    };
    const answer = async (call: Promise<unknown>) =>
      call.then(
        (value) => ({ value }),
        (error: unknown) => ({ name: String(error), ...(error as object) }),
      );
    for (const [name, [use, id]] of Object.entries(cases)) {
      expect([name, await answer(use(id))]).toEqual([name, await answer(use(random()))]);
    }
    // And nothing of B has changed by it.
    expect(await getProject(deps, b, { projectId: theirs.projectId })).toMatchObject({
      name: 'Secret of B',
      revision: 1,
      counts: { members: 2 },
    });
  });

  it('is in no list and no search', async () => {
    const { deps } = test;
    const page = { limit: 100, cursor: null };
    const seen = JSON.stringify([
      await searchEverything(deps, a, { text: 'secret', limit: 10 }),
      await searchEverything(deps, a, { text: 'B view', limit: 10 }),
      await listMembers(deps, a, { search: '', ...page }),
      await listTrash(deps, a),
      await listNotifications(deps, a, page),
    ]);
    expect(seen).not.toContain(b.userId);
    expect(seen).not.toContain('Secret of B');
    expect(seen).not.toContain('B view');
    expect((await searchEverything(deps, b, { text: 'secret', limit: 10 })).groups).toHaveLength(1);
  });
});

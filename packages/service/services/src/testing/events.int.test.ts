import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { revokeApiKey } from '../api-keys/revoke-api-key.ts';
import { acceptInvitation } from '../members/accept-invitation.ts';
import { inviteMember } from '../members/invite-member.ts';
import { leaveOrganisation } from '../members/leave-organisation.ts';
import { removeMember } from '../members/remove-member.ts';
import { revokeInvitation } from '../members/revoke-invitation.ts';
import { setMemberRoles } from '../members/set-member-roles.ts';
import { deleteOrganisation } from '../organisations/delete-organisation.ts';
import { orderOrganisationExport } from '../organisations/order-organisation-export.ts';
import { renameOrganisation } from '../organisations/rename-organisation.ts';
import { removeProjectMember } from '../projects/remove-project-member.ts';
import { restoreProject } from '../projects/restore-project.ts';
import { setProjectMemberRoles } from '../projects/set-project-member-roles.ts';
import { trashProject } from '../projects/trash-project.ts';
import { updateProject } from '../projects/update-project.ts';
import { restoreSource } from '../trash/restore-source.ts';
import { renameView, shareView } from '../views/change-view.ts';
import { deleteView } from '../views/delete-view.ts';
import { saveView } from '../views/save-view.ts';
import { addSource } from './add-source.ts';
import { createTestDeps, type TestDeps } from './test-deps.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

it('each command leaves its event, by whom and on what, and a refused one leaves none', async () => {
  const { deps } = test;
  const { owner, orgId } = await test.organisation('Recorded');
  const projectId = await test.project(owner);
  const sourceId = await addSource(test, { projectId, actor: owner, name: 's', trashed: true });
  const one = await test.member(orgId, ['member']);
  const two = await test.member(orgId, ['member']);
  const guest = await test.person();
  const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);
  const table = { type: 'sources', id: projectId } as const;
  const view = { table, name: 'v', shared: false, state: { type: 't', version: 1 } };
  const key = {
    name: 'k',
    scopes: ['org.read'] as const,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const made = { keyId: '', viewId: '', invitationId: '', link: '' };
  const roles = { memberId: one.memberId, roles: ['auditor'] as const, revision: 1 };
  const member = { projectId, userId: one.userId };
  const steps: [string, () => Promise<unknown>][] = [
    ['organisation.renamed', () => renameOrganisation(deps, owner, { name: 'Recorded 2', revision: 1 })],
    ['project.updated', () => updateProject(deps, owner, { projectId, revision: 1, name: 'x' })],
    ['project.member-added', () => setProjectMemberRoles(deps, owner, { ...member, roles: ['viewer'] })],
    ['project.member-changed', () => setProjectMemberRoles(deps, owner, { ...member, roles: ['expert'] })],
    ['project.member-removed', () => removeProjectMember(deps, owner, member)],
    ['project.trashed', () => trashProject(deps, owner, { projectId })],
    ['project.restored', () => restoreProject(deps, owner, { projectId })],
    ['source.restored', () => restoreSource(deps, owner, { sourceId })],
    ['view.saved', async () => Object.assign(made, { viewId: (await saveView(deps, owner, view)).id })],
    ['view.renamed', () => renameView(deps, owner, { viewId: made.viewId, name: 'w' })],
    ['view.shared', () => shareView(deps, owner, { viewId: made.viewId, shared: true })],
    ['view.deleted', () => deleteView(deps, owner, { viewId: made.viewId })],
    [
      'api-key.created',
      async () => Object.assign(made, { keyId: (await createApiKey(deps, owner, key)).id }),
    ],
    ['api-key.revoked', () => revokeApiKey(deps, owner, { keyId: made.keyId })],
    ['member.roles-changed', () => setMemberRoles(deps, owner, roles)],
    [
      'member.invited',
      async () => {
        const { id, link } = await inviteMember(deps, owner, { email: 'a@example.com', roles: ['member'] });
        Object.assign(made, { invitationId: id, link });
      },
    ],
    ['member.invitation-revoked', () => revokeInvitation(deps, owner, { invitationId: made.invitationId })],
    [
      'member.invited',
      async () =>
        Object.assign(made, await inviteMember(deps, owner, { email: guest.email, roles: ['member'] })),
    ],
    ['member.joined', () => acceptInvitation(deps, guest.userId, { token: tokenOf(made.link) })],
    ['member.removed', () => removeMember(deps, owner, { memberId: one.memberId })],
    ['member.left', () => leaveOrganisation(deps, two)],
    ['organisation.export-ordered', () => orderOrganisationExport(deps, owner)],
    ['organisation.deleted', () => deleteOrganisation(deps, owner, { name: 'Recorded 2' })],
  ];
  const events = () => deps.db.transaction({ orgId, userId: null }, (t) => t.events.list({}, 1000, null));
  let before = (await events()).length;
  for (const [action, run] of steps) {
    await run();
    const all = await events();
    expect([action, all.length - before, all[0]?.action]).toEqual([action, 1, action]);
    expect(all[0]?.actorId).not.toBeNull();
    expect(all[0]?.payload).toContain(`"action":"${action}"`);
    before = all.length;
  }
  await expect(trashProject(deps, owner, { projectId: deps.ids.next() })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await events()).length).toBe(before);
  const secrets = (await events()).map((each) => each.payload).join('');
  expect(secrets).not.toContain(tokenOf(made.link));
});

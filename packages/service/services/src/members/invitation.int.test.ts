import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { inviteMember } from './invite-member.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { previewInvitation } from './preview-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps({ mail: true });
});
afterAll(() => test.close());

const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);

describe('an invitation', () => {
  it('lets exactly the invited address in, once, with the roles that it names', async () => {
    const { deps } = test;
    const { orgId, slug, owner } = await test.organisation('Lakeside Clinic');
    const projectId = await test.project(owner);
    const { userId, email } = await test.person();
    const invitation = await inviteMember(deps, owner, {
      email: ` ${email.toUpperCase()} `,
      roles: ['member', 'auditor'],
      project: { id: projectId, roles: ['annotator'] },
    });
    expect(invitation.mailed).toBe(true);
    expect(test.mails.at(-1)).toMatchObject({ to: email });
    expect(test.mails.at(-1)?.text).toContain(invitation.link);
    const token = tokenOf(invitation.link);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await previewInvitation(deps, { token })).toMatchObject({
      orgName: 'Lakeside Clinic',
      email,
      roles: ['member', 'auditor'],
      state: 'open',
    });

    const other = await test.person();
    await expect(acceptInvitation(deps, other.userId, { token })).rejects.toMatchObject({
      code: 'forbidden',
    });

    expect(await acceptInvitation(deps, userId, { token })).toEqual({ orgId, slug, projectId });
    await expect(acceptInvitation(deps, userId, { token })).rejects.toMatchObject({ code: 'conflict' });
    expect((await previewInvitation(deps, { token })).state).toBe('accepted');

    const { members } = await listMembers(deps, owner, { search: email, limit: 10, cursor: null });
    expect(members).toMatchObject([
      { userId, roles: ['member', 'auditor'], projects: [{ id: projectId, roles: ['annotator'] }] },
    ]);
  });

  it('is replaced by a second one of the same address, and can be withdrawn', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const { userId, email } = await test.person();
    const first = await inviteMember(deps, owner, { email, roles: ['member'] });
    const second = await inviteMember(deps, owner, { email, roles: ['admin'] });
    expect((await listInvitations(deps, owner)).map((each) => each.id)).toEqual([second.id]);
    expect((await previewInvitation(deps, { token: tokenOf(first.link) })).state).toBe('revoked');
    await revokeInvitation(deps, owner, { invitationId: second.id });
    await expect(revokeInvitation(deps, owner, { invitationId: second.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(acceptInvitation(deps, userId, { token: tokenOf(second.link) })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('of one address by two people at once leaves one open', async () => {
    const { owner, orgId } = await test.organisation();
    const admin = await test.member(orgId, ['admin']);
    const { email } = await test.person();
    await Promise.all([
      inviteMember(test.deps, owner, { email, roles: ['member'] }),
      inviteMember(test.deps, admin, { email, roles: ['member'] }),
    ]);
    expect(await listInvitations(test.deps, owner)).toHaveLength(1);
  });

  it('is accepted once by two requests at once', async () => {
    const { owner } = await test.organisation();
    const { userId, email } = await test.person();
    const { link } = await inviteMember(test.deps, owner, { email, roles: ['member'] });
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => acceptInvitation(test.deps, userId, { token: tokenOf(link) })),
    );
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  it('ends after a week', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const { userId, email } = await test.person();
    const invitation = await inviteMember(deps, owner, { email, roles: ['member'] });
    test.setNow(new Date(Date.parse(invitation.expiresAt) + 1));
    try {
      const token = tokenOf(invitation.link);
      expect((await previewInvitation(deps, { token })).state).toBe('expired');
      await expect(acceptInvitation(deps, userId, { token })).rejects.toMatchObject({ code: 'conflict' });
      expect(await listInvitations(deps, owner)).toEqual([]);
    } finally {
      test.setNow(null);
    }
  });

  it('is refused for members, for unusable addresses, and for an owner by an administrator', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const admin = await test.member(orgId, ['admin']);
    const { email } = await test.person();
    await expect(inviteMember(deps, owner, { email: admin.email, roles: ['member'] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(inviteMember(deps, owner, { email: 'no address', roles: ['member'] })).rejects.toMatchObject(
      {
        code: 'bad-input',
        field: 'email',
      },
    );
    await expect(inviteMember(deps, owner, { email, roles: [] })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(inviteMember(deps, admin, { email, roles: ['owner'] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(previewInvitation(deps, { token: 'unknown' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a member’s project in the trash still lets them into the organisation', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const projectId = await test.project(owner);
    const { userId, email } = await test.person();
    const { link } = await inviteMember(deps, owner, {
      email,
      roles: ['member'],
      project: { id: projectId, roles: ['viewer'] },
    });
    await deps.db.transaction({ orgId: owner.orgId, userId: owner.userId }, (t) =>
      t.projects.trash(projectId, owner.userId, deps.clock.now()),
    );
    expect(await acceptInvitation(deps, userId, { token: tokenOf(link) })).toMatchObject({ projectId: null });
  });
});

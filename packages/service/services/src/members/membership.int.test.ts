import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticateApiKey } from '../api-keys/authenticate-api-key.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { deleteOrganisation } from '../organisations/delete-organisation.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { actorFor } from './actor-for.ts';
import { leaveAllOrganisations } from './leave-all-organisations.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';
import { setMemberRoles } from './set-member-roles.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const everybody = { search: '', limit: 100, cursor: null };

describe('the last owner', () => {
  it('stays, however many leave at once', async () => {
    const { deps } = test;
    for (let round = 0; round < (process.env.ASSAY_SOAK === '1' ? 100 : 3); round += 1) {
      const { owner, orgId } = await test.organisation();
      const owners = [await test.member(orgId, ['owner']), await test.member(orgId, ['owner', 'admin'])];
      const removals = await Promise.allSettled([
        leaveOrganisation(deps, owner),
        ...owners.map((each) => leaveOrganisation(deps, each)),
        ...owners.map((each) => removeMember(deps, owner, { memberId: each.memberId })),
        ...owners.map((each) =>
          setMemberRoles(deps, owner, { memberId: each.memberId, roles: ['member'], revision: 1 }),
        ),
      ]);
      expect(removals.some((each) => each.status === 'rejected')).toBe(true);
      const left = await deps.db.transaction({ orgId, userId: null }, (t) => t.members.withRole(['owner']));
      expect(left).toHaveLength(1);
    }
  });

  it('can neither give the role up nor be removed', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const [me] = (await listMembers(deps, owner, everybody)).members;
    if (me === undefined) throw new Error('The owner is not listed.');
    const refused = { code: 'conflict', next: expect.stringContaining('owner') };
    await expect(
      setMemberRoles(deps, owner, { memberId: me.id, roles: ['admin'], revision: me.revision }),
    ).rejects.toMatchObject(refused);
    await expect(removeMember(deps, owner, { memberId: me.id })).rejects.toMatchObject(refused);
    await expect(leaveOrganisation(deps, owner)).rejects.toMatchObject(refused);
    expect((await listMembers(deps, owner, everybody)).members[0]?.roles).toEqual(['owner']);
  });
});

describe('members', () => {
  it('are listed page by page, each once, and found by part of their name or address', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const added = [];
    for (let i = 0; i < 6; i += 1) added.push(await test.member(orgId, ['member']));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listMembers>> = await listMembers(deps, owner, {
        search: '',
        limit: 3,
        cursor,
      });
      seen.push(...page.members.map((each) => each.userId));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(seen).toEqual([owner.userId, ...added.map((each) => each.userId)]);
    const found = await listMembers(deps, owner, {
      ...everybody,
      search: added[4]?.email.slice(3, 30) ?? '',
    });
    expect(found.members.map((each) => each.userId)).toEqual([added[4]?.userId]);
    expect((await listMembers(deps, owner, { ...everybody, search: '%' })).members).toEqual([]);
  });

  it('are changed by whoever saw the latest roles, and owners only by owners', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const admin = await test.member(orgId, ['admin']);
    const other = await test.member(orgId, ['member']);
    const change = { memberId: other.memberId, roles: ['member', 'auditor'] as const, revision: 1 };
    expect(await setMemberRoles(deps, admin, change)).toEqual({ roles: ['member', 'auditor'], revision: 2 });
    await expect(setMemberRoles(deps, admin, change)).rejects.toMatchObject({ code: 'stale' });
    await expect(
      setMemberRoles(deps, admin, { memberId: other.memberId, roles: ['owner'], revision: 2 }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await setMemberRoles(deps, owner, { memberId: other.memberId, roles: ['owner'], revision: 2 });
    await expect(removeMember(deps, admin, { memberId: other.memberId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('lose keys and project roles when removed, and are then nobody there', async () => {
    const { deps } = test;
    const { owner, orgId, slug } = await test.organisation();
    const admin = await test.member(orgId, ['admin']);
    const projectId = await test.project(owner);
    await test.inProject(projectId, admin, ['manager']);
    const { key } = await createApiKey(deps, admin, {
      name: 'Nightly',
      scopes: ['project.list'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    expect(await authenticateApiKey(deps, key)).not.toBeNull();
    expect(await actorFor(deps, admin.userId, slug)).toMatchObject({ orgId, orgRoles: ['admin'] });
    await removeMember(deps, owner, { memberId: admin.memberId });
    expect(await authenticateApiKey(deps, key)).toBeNull();
    expect(await actorFor(deps, admin.userId, slug)).toBeNull();
    const roles = await deps.db.transaction({ orgId, userId: null }, (t) =>
      t.projects.rolesOf(projectId, admin.userId),
    );
    expect(roles).toBeNull();
  });

  it('leave everything before an account is deleted, unless somebody would be left without an owner', async () => {
    const { deps } = test;
    const mine = await test.organisation('Harbour Lab');
    const theirs = await test.organisation();
    const { userId } = mine.owner;
    await deps.db.transaction({ orgId: theirs.orgId, userId }, (t) =>
      t.members.add({ id: deps.ids.next(), userId, roles: ['member'] }),
    );
    await expect(leaveAllOrganisations(deps, userId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Harbour Lab'),
    });
    expect(await actorFor(deps, userId, theirs.slug)).not.toBeNull();
    await deleteOrganisation(deps, mine.owner, { name: 'Harbour Lab' });
    expect(await leaveAllOrganisations(deps, userId)).toEqual({ left: [theirs.orgId] });
    expect(await actorFor(deps, userId, theirs.slug)).toBeNull();
  });
});

it('an organisation answers a stranger as one that does not exist does', async () => {
  const { deps } = test;
  const { slug } = await test.organisation();
  const stranger = await test.person();
  expect(await actorFor(deps, stranger.userId, slug)).toBeNull();
  expect(await actorFor(deps, stranger.userId, 'no-such-place')).toBeNull();
});

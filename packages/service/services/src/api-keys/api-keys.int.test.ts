import { keyScopes, type Permission } from '@assay/contracts';
import { can } from '@assay/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeMember } from '../members/remove-member.ts';
import { setMemberRoles } from '../members/set-member-roles.ts';
import { deleteOrganisation } from '../organisations/delete-organisation.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { authenticateApiKey } from './authenticate-api-key.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const key = (scopes: readonly Permission[], days = 30) => ({
  name: 'Nightly',
  scopes,
  expiresAt: inDays(days),
});

describe('an API key', () => {
  it('acts for its maker within its scopes, and its secret is nowhere in the database', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const made = await createApiKey(deps, owner, key(['project.read', 'org.read']));
    expect(made.key).toMatch(/^assay_[A-Za-z0-9_-]{43}$/);
    expect(made.key.startsWith(made.prefix)).toBe(true);
    const actor = await authenticateApiKey(deps, made.key);
    expect(actor).toMatchObject({ kind: 'api-key', userId: owner.userId, orgId, orgRoles: ['owner'] });
    if (actor === null) throw new Error('The key is not known.');
    expect(can(actor, 'org.read')).toBe(true);
    expect(can(actor, 'project.create')).toBe(false);
    expect(can(actor, 'org.delete')).toBe(false);
    const listed = await listApiKeys(deps, owner);
    expect(listed).toMatchObject([{ id: made.id, prefix: made.prefix, state: 'active' }]);
    expect(JSON.stringify(listed)).not.toContain(made.key);
    const events = await deps.db.transaction({ orgId, userId: null }, (t) => t.events.list({}, 100, null));
    expect(events.map((each) => each.payload).join()).not.toContain(made.key);
  });

  it('is nobody when it is unknown, malformed, revoked or expired', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const made = await createApiKey(deps, owner, key(['org.read'], 2));
    const last = made.key.at(-5) === 'A' ? 'B' : 'A';
    const nearly = `${made.key.slice(0, -5)}${last}${made.key.slice(-4)}`;
    expect(await authenticateApiKey(deps, nearly)).toBeNull();
    for (const wrong of ['', 'assay_', made.prefix, `${made.key} `, made.key.toLowerCase()]) {
      expect([wrong, await authenticateApiKey(deps, wrong)]).toEqual([wrong, null]);
    }
    test.setNow(new Date(Date.now() + 2 * DAY + 1000));
    try {
      expect(await authenticateApiKey(deps, made.key)).toBeNull();
      expect((await listApiKeys(deps, owner))[0]?.state).toBe('expired');
    } finally {
      test.setNow(null);
    }
    expect(await authenticateApiKey(deps, made.key)).not.toBeNull();
    await revokeApiKey(deps, owner, { keyId: made.id });
    expect(await authenticateApiKey(deps, made.key)).toBeNull();
    await expect(revokeApiKey(deps, owner, { keyId: made.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('loses what its maker loses, at once', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const admin = await test.member(orgId, ['admin']);
    const made = await createApiKey(deps, admin, key(['project.create', 'log.read']));
    await setMemberRoles(deps, owner, { memberId: admin.memberId, roles: ['member'], revision: 1 });
    const actor = await authenticateApiKey(deps, made.key);
    if (actor === null) throw new Error('The key is not known.');
    expect([can(actor, 'project.create'), can(actor, 'log.read')]).toEqual([true, false]);
    await removeMember(deps, owner, { memberId: admin.memberId });
    expect(await authenticateApiKey(deps, made.key)).toBeNull();
  });

  it('ends with its organisation', async () => {
    const { deps } = test;
    const { owner } = await test.organisation('Short Lived');
    const made = await createApiKey(deps, owner, key(['org.read']));
    await deleteOrganisation(deps, owner, { name: 'Short Lived' });
    expect(await authenticateApiKey(deps, made.key)).toBeNull();
  });

  it('cannot be given what keys never hold, what its maker may not do, nothing, or more than a year', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const member = await test.member(orgId, ['member']);
    await expect(createApiKey(deps, owner, key(['org.delete']))).rejects.toMatchObject({
      code: 'bad-input',
      field: 'scopes',
    });
    await expect(createApiKey(deps, member, key(['org.read', 'source.read']))).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('source.read'),
    });
    const projectId = await test.project(owner);
    await test.inProject(projectId, member, ['viewer']);
    await expect(createApiKey(deps, member, key(['org.read', 'source.read']))).resolves.toBeDefined();
    await expect(createApiKey(deps, owner, key([]))).rejects.toMatchObject({ code: 'bad-input' });
    for (const days of [-1, 400, Number.NaN]) {
      const expiresAt = Number.isNaN(days) ? 'tomorrow' : inDays(days);
      await expect(
        createApiKey(deps, owner, { name: 'x', scopes: keyScopes, expiresAt }),
      ).rejects.toMatchObject({ field: 'expiresAt' });
    }
  });
});

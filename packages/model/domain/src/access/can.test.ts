import { type OrgRole, type ProjectRole, permissionRule, permissions } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { can, seesAllProjects } from './can.ts';

const user = (...orgRoles: OrgRole[]): Actor => ({ kind: 'user', userId: 'u', orgId: 'o', orgRoles });

describe('can', () => {
  it('refuses whoever has no role at all', () => {
    expect(permissions.filter((name) => name !== 'self.use' && can(user(), name, []))).toEqual([]);
  });

  it('lets a role do exactly what the table lists for it', () => {
    for (const role of ['owner', 'admin', 'member', 'auditor'] as const) {
      for (const name of permissions.filter((each) => permissionRule(each).scope !== 'self')) {
        expect([role, name, can(user(role), name, null)]).toEqual([
          role,
          name,
          permissionRule(name).org.includes(role),
        ]);
      }
    }
  });

  it('counts a project role for a project permission only', () => {
    const manager: ProjectRole[] = ['manager'];
    expect(can(user('member'), 'source.terms', manager)).toBe(true);
    expect(can(user('member'), 'source.terms', ['annotator'])).toBe(false);
    expect(can(user('member'), 'org.update', manager)).toBe(false);
  });

  it('never lets an annotator read real rows, nor an auditor', () => {
    expect(can(user('member'), 'source.readRows', ['annotator'])).toBe(false);
    expect(can(user('auditor'), 'source.readRows', null)).toBe(false);
  });

  it('holds a key to its scopes and to what keys may do', () => {
    const key: Actor = {
      kind: 'api-key',
      keyId: 'k',
      userId: 'u',
      orgId: 'o',
      orgRoles: ['owner'],
      scopes: ['source.read', 'member.update'],
    };
    expect(can(key, 'source.read')).toBe(true);
    expect(can(key, 'source.create')).toBe(false);
    expect(can(key, 'member.update')).toBe(false);
    expect(can(key, 'self.use')).toBe(false);
  });

  it('gives a guest nothing', () => {
    const guest: Actor = { kind: 'guest', linkId: 'l', userId: null, orgId: 'o', orgRoles: ['owner'] };
    expect(permissions.filter((name) => can(guest, name, ['manager']))).toEqual([]);
  });

  it('shows all projects to owners, admins and auditors only', () => {
    expect(seesAllProjects(user('auditor'))).toBe(true);
    expect(seesAllProjects(user('member'))).toBe(false);
  });
});

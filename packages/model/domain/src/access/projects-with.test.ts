import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { projectsWith } from './projects-with.ts';

const memberships = [
  { projectId: 'managed', roles: ['manager'] as const },
  { projectId: 'labelled', roles: ['annotator'] as const },
  { projectId: 'read', roles: ['viewer', 'annotator'] as const },
];
const member: Actor = { kind: 'user', userId: 'u', orgId: 'o', orgRoles: ['member'] };

describe('projectsWith', () => {
  it('is every project for a role of the organisation that holds the permission', () => {
    expect(projectsWith({ ...member, orgRoles: ['admin'] }, 'source.terms', [])).toBeNull();
    expect(projectsWith({ ...member, orgRoles: ['auditor'] }, 'source.read', memberships)).toBeNull();
    expect(projectsWith(member, 'member.read', [])).toBeNull();
  });

  it('is the projects whose roles allow it for everybody else', () => {
    expect(projectsWith(member, 'project.read', memberships)).toEqual(['managed', 'labelled', 'read']);
    expect(projectsWith(member, 'source.read', memberships)).toEqual(['managed', 'read']);
    expect(projectsWith(member, 'source.terms', memberships)).toEqual(['managed']);
    expect(projectsWith(member, 'org.update', memberships)).toEqual([]);
  });

  it('gives a key no more than its scopes', () => {
    const key: Actor = { ...member, kind: 'api-key', keyId: 'k', scopes: ['project.read'] };
    expect(projectsWith(key, 'project.read', memberships)).toEqual(['managed', 'labelled', 'read']);
    expect(projectsWith(key, 'source.read', memberships)).toEqual([]);
  });
});

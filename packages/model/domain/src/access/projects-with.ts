import { type Permission, type ProjectRole, permissionRule } from '@assay/contracts';
import type { Actor } from './actor.ts';
import { can } from './can.ts';

export type ProjectMembership = { projectId: string; roles: readonly ProjectRole[] };

/**
 * Where the actor holds a permission: null for every project of the organisation (or for the organisation itself,
 * when the permission is asked there), else those projects in which their roles allow it, which may be none.
 */
export function projectsWith(
  actor: Actor,
  permission: Permission,
  memberships: readonly ProjectMembership[],
): string[] | null {
  if (can(actor, permission, null)) return null;
  if (permissionRule(permission).scope !== 'project') return [];
  return memberships.filter((each) => can(actor, permission, each.roles)).map((each) => each.projectId);
}

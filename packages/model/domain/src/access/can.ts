import { type Permission, type ProjectRole, permissionRule } from '@assay/contracts';
import type { Actor } from './actor.ts';

/**
 * May this actor do this? Fails closed: a permission of a project needs the actor's roles in that project (null
 * when they have none), and a key needs the permission among its scopes besides its owner's roles.
 */
export function can(
  actor: Actor,
  permission: Permission,
  projectRoles: readonly ProjectRole[] | null = null,
): boolean {
  // Work between requests (a worker's job, a schedule) was permitted when it was ordered.
  if (actor.kind === 'system') return true;
  if (actor.kind === 'guest') return false;
  const rule = permissionRule(permission);
  if (actor.kind === 'api-key' && !(rule.key && actor.scopes.includes(permission))) return false;
  if (rule.scope === 'self') return actor.kind === 'user';
  if (rule.org.some((role) => actor.orgRoles.includes(role))) return true;
  return rule.scope === 'project' && rule.project.some((role) => projectRoles?.includes(role) ?? false);
}

/** Does the actor see every project of the organisation, or only those that they are a member of? */
export function seesAllProjects(actor: Actor): boolean {
  return can(actor, 'project.read', null);
}

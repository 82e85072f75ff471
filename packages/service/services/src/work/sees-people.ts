import { permissionRule } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';

/**
 * May this person see who answered what? It shows people at work, and answers are judged, not people: names are for
 * those who manage batches.
 */
export async function seesPeople(t: Repositories, actor: Actor, projectId: string): Promise<boolean> {
  const rule = permissionRule('batch.manage');
  if (actor.orgRoles.some((role) => rule.org.includes(role))) return true;
  if (actor.userId === null) return false;
  const roles: readonly string[] = rule.project;
  return ((await t.projects.rolesOf(projectId, actor.userId)) ?? []).some((role) => roles.includes(role));
}

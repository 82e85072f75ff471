import { AssayError, type OrgRole, orgRole, type ProjectRole, projectRole } from '@assay/contracts';
import type { Actor } from '@assay/domain';

/** Stored roles, without any that this version does not know. */
export function asOrgRoles(roles: readonly string[]): OrgRole[] {
  return roles.flatMap((role) => orgRole.safeParse(role).data ?? []);
}

export function asProjectRoles(roles: readonly string[]): ProjectRole[] {
  return roles.flatMap((role) => projectRole.safeParse(role).data ?? []);
}

/** At least one role, each once, in the order of the table. */
export function requireOrgRoles(roles: readonly OrgRole[]): OrgRole[] {
  const wanted = orgRole.options.filter((role) => roles.includes(role));
  if (wanted.length === 0) {
    throw new AssayError('bad-input', 'A member needs at least one role in the organisation.', {
      next: 'Choose “member” for people who only work in projects.',
      field: 'roles',
    });
  }
  return wanted;
}

export function requireProjectRoles(roles: readonly ProjectRole[], field = 'roles'): ProjectRole[] {
  const wanted = projectRole.options.filter((role) => roles.includes(role));
  if (wanted.length === 0) {
    throw new AssayError('bad-input', 'A member of a project needs at least one role in it.', {
      next: 'Choose “viewer” for people who only read.',
      field,
    });
  }
  return wanted;
}

/** Only an owner makes, changes or removes an owner: an administrator could otherwise take the organisation over. */
export function requireOwnerFor(actor: Actor, what: string): void {
  if (actor.kind === 'system' || (actor.kind === 'user' && actor.orgRoles.includes('owner'))) return;
  throw new AssayError('forbidden', `Only an owner of the organisation can ${what}.`, {
    next: 'Ask an owner to do it.',
  });
}

/** An organisation without an owner could not be managed, exported or deleted by anybody. */
export function lastOwner(kept: string): AssayError {
  return new AssayError('conflict', 'The organisation would be left without an owner.', {
    kept,
    next: 'Make somebody else an owner first, or delete the organisation.',
  });
}

'use client';

import type { Permission } from '@assay/contracts';
import { can } from '@assay/domain';
import { useOrg } from './org-context.tsx';

/** May this person do this in the organisation? For what is shown only: the server decides again on each request. */
export function useCan(): (permission: Permission) => boolean {
  const { person, organisation } = useOrg();
  return (permission) =>
    can({ kind: 'user', userId: person.id, orgId: '', orgRoles: organisation.roles }, permission);
}

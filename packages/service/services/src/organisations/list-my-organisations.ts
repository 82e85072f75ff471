import { orgRole } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';

/** Organisations of one person, with their roles in each. */
export async function listMyOrganisations(deps: Deps, userId: string) {
  const rows = await deps.db.transaction({ orgId: null, userId }, (t) => t.organisations.mine());
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    slug: row.slug,
    region: row.region,
    revision: row.revision,
    roles: row.roles.filter((role) => orgRole.safeParse(role).success).map((role) => orgRole.parse(role)),
  }));
}

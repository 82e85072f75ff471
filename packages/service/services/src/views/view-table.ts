import { AssayError, notFound, type Permission } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, can } from '@assay/domain';
import { asProjectRoles } from '../members/org-roles.ts';

/**
 * What a saved view is of: the rows of a source (for all its versions), a list within a project, or a list of the
 * organisation. `id` is that of the source, the project or the organisation.
 */
export const viewTables = {
  'source-rows': { of: 'source', read: 'source.read' },
  'source-columns': { of: 'source', read: 'source.read' },
  'source-findings': { of: 'source', read: 'source.read' },
  sources: { of: 'project', read: 'project.read' },
  jobs: { of: 'organisation', read: 'job.list' },
  members: { of: 'organisation', read: 'member.read' },
  log: { of: 'organisation', read: 'log.read' },
} as const satisfies Record<string, { of: 'source' | 'project' | 'organisation'; read: Permission }>;

export type ViewTableType = keyof typeof viewTables;
export type ViewTableRef = { type: ViewTableType; id: string };

export function isViewTableType(type: string): type is ViewTableType {
  return Object.hasOwn(viewTables, type);
}

async function projectOf(t: Repositories, table: ViewTableRef): Promise<string | null> {
  const { of } = viewTables[table.type];
  if (of === 'source') return t.views.projectOfSource(table.id);
  return (await t.projects.get(table.id))?.id ?? null;
}

export type ViewAccess = { read: boolean; save: boolean; projectId: string | null };

/** What the actor may do with views of a table; `read: false` also where there is no such table. */
export async function viewAccess(t: Repositories, actor: Actor, table: ViewTableRef): Promise<ViewAccess> {
  const { of, read } = viewTables[table.type];
  if (of === 'organisation') {
    const may = table.id === actor.orgId && can(actor, read);
    return { read: may, save: may && actor.kind === 'user', projectId: null };
  }
  const projectId = await projectOf(t, table);
  if (projectId === null) return { read: false, save: false, projectId: null };
  const roles = asProjectRoles(
    actor.userId === null ? [] : ((await t.projects.rolesOf(projectId, actor.userId)) ?? []),
  );
  return { read: can(actor, read, roles), save: can(actor, 'view.save', roles), projectId };
}

/** Refuses whoever may not see the table, or may not save views of it. */
export async function requireViewTable(
  t: Repositories,
  actor: Actor,
  table: ViewTableRef,
  to: 'read' | 'save',
): Promise<ViewAccess> {
  const access = await viewAccess(t, actor, table);
  if (!access.read) throw notFound('table');
  if (to === 'save' && !access.save) {
    throw new AssayError('forbidden', 'Your role does not allow saving views of this table.', {
      next: 'Keep the address of this page: it holds the same filter and sort.',
    });
  }
  return access;
}

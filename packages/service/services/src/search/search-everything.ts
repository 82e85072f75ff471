import { type Actor, can, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { isViewTableType, viewAccess, viewTables } from '../views/view-table.ts';

export type SearchKind = 'project' | 'source' | 'column' | 'member' | 'view';

/** One thing found. `rank` 0 is an equal name, 4 a match outside of the name; `link` is a path in the organisation. */
export type SearchHit = {
  kind: SearchKind;
  id: string;
  title: string;
  detail: string | null;
  link: string;
  rank: number;
};

/** How many views are looked at for `limit` that the actor may see. */
const VIEWS_READ = 50;

/**
 * Searches projects, sources, columns, members and saved views: only what the actor may see, best first in each
 * group, and the groups by their best.
 */
export async function searchEverything(
  deps: Deps,
  actor: Actor,
  input: { text: string; limit: number },
): Promise<{ groups: { kind: SearchKind; hits: SearchHit[] }[] }> {
  const userId = requirePerson(actor);
  const text = input.text.trim().replace(/\s+/g, ' ').slice(0, 200);
  if (text === '') return { groups: [] };
  const { limit } = input;
  return query(deps, actor, async (t) => {
    const mine = await myProjectRoles(t, actor);
    const projects = projectsWith(actor, 'project.read', mine);
    const sources = projectsWith(actor, 'source.read', mine);
    const none = (ids: string[] | null) => ids?.length === 0;
    const groups: { kind: SearchKind; hits: SearchHit[] }[] = [
      {
        kind: 'project',
        hits: (none(projects) ? [] : await t.search.projects(text, projects, limit)).map((row) => ({
          kind: 'project',
          id: row.id,
          title: row.name,
          detail: null,
          link: `/projects/${row.id}`,
          rank: row.rank,
        })),
      },
      {
        kind: 'source',
        hits: (none(sources) ? [] : await t.search.sources(text, sources, limit)).map((row) => ({
          kind: 'source',
          id: row.id,
          title: row.name,
          detail: row.projectName,
          link: `/sources/${row.id}`,
          rank: row.rank,
        })),
      },
      {
        kind: 'column',
        hits: (none(sources) ? [] : await t.search.columns(text, sources, limit)).map((row) => ({
          kind: 'column',
          id: `${row.versionId}:${row.name}`,
          title: row.label === '' || row.label === row.name ? row.name : `${row.name} (${row.label})`,
          detail: row.sourceName,
          link: `/sources/${row.sourceId}/columns?search=${encodeURIComponent(row.name)}`,
          rank: row.rank,
        })),
      },
      {
        kind: 'member',
        hits: (can(actor, 'member.read') ? await t.search.members(text, limit) : []).map((row) => ({
          kind: 'member',
          id: row.id,
          title: row.name,
          detail: row.email,
          link: `/members?search=${encodeURIComponent(row.email)}`,
          rank: row.rank,
        })),
      },
      { kind: 'view', hits: await findViews() },
    ];
    return {
      groups: groups
        .filter((group) => group.hits.length > 0)
        .sort((a, b) => (a.hits[0]?.rank ?? 9) - (b.hits[0]?.rank ?? 9)),
    };

    async function findViews(): Promise<SearchHit[]> {
      const hits: SearchHit[] = [];
      for (const row of await t.search.views(text, userId, VIEWS_READ)) {
        if (hits.length >= limit) break;
        if (!isViewTableType(row.tableType)) continue;
        const access = await viewAccess(t, actor, { type: row.tableType, id: row.tableId });
        if (!access.read) continue;
        hits.push({
          kind: 'view',
          id: row.id,
          title: row.name,
          detail: row.tableType,
          link: viewLink(row.tableType, row.tableId, row.id),
          rank: row.rank,
        });
      }
      return hits;
    }
  });
}

function viewLink(type: keyof typeof viewTables, tableId: string, viewId: string): string {
  const list = { 'source-rows': 'rows', 'source-columns': 'columns', 'source-findings': 'findings' };
  if (viewTables[type].of === 'organisation') return `/${type}?view=${viewId}`;
  if (type === 'sources') return `/projects/${tableId}/sources?view=${viewId}`;
  const page = list[type as keyof typeof list];
  return `/sources/${tableId}/${page}?view=${viewId}`;
}

import { type Actor, can, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { isViewTableType, viewAccess, viewTables } from '../views/view-table.ts';

export type SearchKind =
  | 'project'
  | 'source'
  | 'recipe'
  | 'run'
  | 'report'
  | 'policy'
  | 'guideline'
  | 'labelSchema'
  | 'batch'
  | 'version'
  | 'release'
  | 'column'
  | 'member'
  | 'view';

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
 * Searches projects, sources, recipes, runs, reports, policies, guidelines, label schemas, batches, versions, releases, columns,
 * members and saved views: only what the actor may see, best first in each group, and the groups by their best.
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
    /** One group of what belongs to projects, asked only where the actor may see it. */
    const inProjects = async <
      Row extends { id: string; projectId?: string; projectName?: string; rank: number },
    >(
      kind: SearchKind,
      where: string[] | null,
      find: (where: string[] | null) => Promise<Row[]>,
      show: (row: Row) => { title: string; link: string },
    ): Promise<{ kind: SearchKind; hits: SearchHit[] }> => ({
      kind,
      hits: (none(where) ? [] : await find(where)).map((row) => ({
        kind,
        id: row.id,
        ...show(row),
        detail: row.projectName ?? null,
        rank: row.rank,
      })),
    });
    const groups: { kind: SearchKind; hits: SearchHit[] }[] = [
      await inProjects(
        'project',
        projects,
        (where) => t.search.projects(text, where, limit),
        (row) => ({ title: row.name, link: `/projects/${row.id}` }),
      ),
      await inProjects(
        'source',
        sources,
        (where) => t.search.sources(text, where, limit),
        (row) => ({ title: row.name, link: `/sources/${row.id}` }),
      ),
      await inProjects(
        'recipe',
        projectsWith(actor, 'recipe.read', mine),
        (where) => t.search.recipes(text, where, limit),
        (row) => ({ title: row.name, link: `/recipes/${row.id}` }),
      ),
      await inProjects(
        'run',
        projectsWith(actor, 'run.read', mine),
        (where) => t.search.runs(text, numberIn('run', text), where, limit),
        (row) => ({ title: `#${row.number} ${row.name}`, link: `/runs/${row.id}` }),
      ),
      await inProjects(
        'report',
        projectsWith(actor, 'report.read', mine),
        (where) => t.search.reports(text, where, limit),
        (row) => ({ title: row.name, link: `/reports/${row.id}` }),
      ),
      await inProjects(
        'policy',
        projectsWith(actor, 'policy.read', mine),
        (where) => t.search.policies(text, where, limit),
        (row) => ({ title: row.name, link: `/projects/${row.projectId}/policies/${row.id}` }),
      ),
      await inProjects(
        'guideline',
        projectsWith(actor, 'guideline.read', mine),
        (where) => t.search.guidelines(text, where, limit),
        (row) => ({ title: row.name, link: `/guidelines/${row.id}` }),
      ),
      await inProjects(
        'labelSchema',
        projectsWith(actor, 'labelSchema.read', mine),
        (where) => t.search.labelSchemas(text, where, limit),
        (row) => ({ title: row.name, link: `/label-schemas/${row.id}` }),
      ),
      await inProjects(
        'batch',
        projectsWith(actor, 'batch.read', mine),
        (where) => t.search.batches(text, where, limit),
        (row) => ({ title: `#${row.number} ${row.name}`, link: `/batches/${row.id}` }),
      ),
      await inProjects(
        'version',
        projectsWith(actor, 'version.read', mine),
        (where) => t.search.versions(text, numberIn('version', text), where, limit),
        (row) => ({
          title: row.name === '' ? `#${row.number}` : `#${row.number} ${row.name.slice(0, 120)}`,
          link: `/projects/${row.projectId}/versions/${row.id}`,
        }),
      ),
      await inProjects(
        'release',
        projectsWith(actor, 'release.read', mine),
        (where) => t.search.releases(text, numberIn('release', text), where, limit),
        (row) => ({ title: `#${row.number} ${row.name}`, link: `/releases/${row.id}` }),
      ),
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

/** The number in `#12`, `run 12` or `12`, where what is numbered is a run; null when the text names none. */
export function numberIn(kind: 'run' | 'version' | 'release', text: string): number | null {
  const [, word, digits] = /^([a-z]*)\s*#?\s*(\d{1,9})$/i.exec(text) ?? [];
  if (digits === undefined || (word !== '' && word?.toLowerCase() !== kind)) return null;
  return Number(digits);
}

function viewLink(type: keyof typeof viewTables, tableId: string, viewId: string): string {
  const list = { 'source-rows': 'rows', 'source-columns': 'columns', 'source-findings': 'findings' };
  if (viewTables[type].of === 'organisation') return `/${type}?view=${viewId}`;
  if (type === 'sources') return `/projects/${tableId}/sources?view=${viewId}`;
  const page = list[type as keyof typeof list];
  return `/sources/${tableId}/${page}?view=${viewId}`;
}

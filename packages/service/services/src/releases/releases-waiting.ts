import type { Repositories } from '@assay/db';
import { type Actor, type ProjectMembership, projectsWith } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { releaseMark, todayOf } from './release-record.ts';

const MOST = 10;

/** Releases that wait for this person's decision: not those of versions that they committed. */
export async function releasesWaiting(
  deps: Deps,
  t: Repositories,
  actor: Actor,
  userId: string,
  roles: readonly ProjectMembership[],
) {
  const projects = projectsWith(actor, 'release.decide', roles);
  if (projects?.length === 0) return [];
  const today = todayOf(deps);
  const rows = (await t.releases.waiting(projects, userId, MOST)).map((row) => ({
    row,
    mark: releaseMark(row, today),
  }));
  const names = await t.projects.names([...new Set(rows.map(({ row }) => row.projectId))]);
  return rows.map(({ row, mark }) => ({
    releaseId: mark.id,
    number: mark.number,
    title: mark.title,
    status: mark.status,
    projectName: names.get(row.projectId) ?? '',
    link: `/releases/${row.id}`,
  }));
}

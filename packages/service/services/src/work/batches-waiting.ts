import type { Repositories } from '@assay/db';
import { type Actor, type ProjectMembership, projectsWith } from '@assay/domain';

const MOST = 10;

type Waiting = Awaited<ReturnType<Repositories['home']['batchesFor']>>[number];

function batchOfHome({ id, number, name, projectName, dueAt, tasks }: Waiting, link: string) {
  return {
    batchId: id,
    number,
    name,
    projectName,
    dueAt: dueAt?.toISOString() ?? null,
    tasks,
    link,
  };
}

/** Batches that wait for this person's answers, and those that are late where they lead. */
export async function batchesWaiting(
  t: Repositories,
  actor: Actor,
  userId: string,
  roles: readonly ProjectMembership[],
  now: Date,
) {
  // Who leads a project may label too, but nobody waits for them unless they are named.
  const pulls = roles.filter((each) => each.roles.some((role) => role === 'annotator' || role === 'expert'));
  const leads = projectsWith(actor, 'batch.manage', roles);
  return {
    toLabel: (
      await t.home.batchesFor(
        userId,
        projectsWith(actor, 'task.work', roles),
        pulls.map((each) => each.projectId),
        MOST,
      )
    ).map((row) => batchOfHome(row, `/projects/${row.projectId}/work?batch=${row.id}`)),
    overdue: (await t.home.overdueBatches(leads, now)).map((row) => batchOfHome(row, `/batches/${row.id}`)),
  };
}

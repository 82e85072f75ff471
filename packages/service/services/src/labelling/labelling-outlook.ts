import { type BatchStatus, batchAssignment, batchKind, batchStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { seesPace } from '../work/batch-record.ts';
import { forecastOf, measuredProject } from '../work/forecast-batch.ts';

/** Batches that are looked ahead for at once; those that are served first. */
const MOST = 50;

/** How far each batch is that still waits for answers, and when it may be done. */
export function labellingOutlook(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    const { projectId } = input;
    const live: BatchStatus[] = ['OPEN', 'PAUSED'];
    const rows = [];
    for (const status of live)
      rows.push(...(await t.batches.list(projectId, { status }, 'urgent', MOST, null)));
    const ids = rows.map((row) => row.id);
    const [counts, names] = [await t.batches.counts(ids), await t.batches.names(ids)];
    const measured = (await seesPace(t, actor, projectId)) ? await measuredProject(t, projectId) : null;
    const outlook = [];
    for (const row of rows.slice(0, MOST)) {
      const tasks = counts.get(row.id);
      if (tasks === undefined) continue;
      outlook.push({
        id: row.id,
        number: row.number,
        name: row.name,
        kind: batchKind.parse(row.kind),
        status: batchStatus.parse(row.status),
        dueAt: row.dueAt,
        overlap: row.overlap,
        samples: row.items,
        tasks,
        forecast:
          measured === null
            ? null
            : forecastOf(measured, {
                batchId: row.id,
                kind: batchKind.parse(row.kind),
                labelSchemaId: names.get(row.id)?.labelSchema?.id ?? null,
                people:
                  batchAssignment.parse(row.assignment) === 'named' ? await t.batches.people(row.id) : null,
                tasks: tasks.open + tasks.leased,
              }),
      });
    }
    return outlook;
  });
}

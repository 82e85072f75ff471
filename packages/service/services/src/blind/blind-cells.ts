import { blindTest, controlTruth, type FailureText, type TableManifest } from '@assay/contracts';
import type { TaskRow } from '@assay/db';
import type { Actor } from '@assay/domain';
import type { CellValue, TableReader } from '@assay/tables';
import { query } from '../frame/command.ts';
import { commandIfAny } from '../frame/command-if-any.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { notify } from '../notifications/notify.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import type { BatchRow } from '../work/batch-record.ts';
import { refusalToShow, shownHalves } from './shown-source.ts';

/** Pauses a blind test whose rows may not be shown any more; what this person holds of it goes back. */
async function stopBlindTest(deps: Deps, actor: Actor, batch: BatchRow, why: FailureText): Promise<void> {
  const { id, projectId, number, name, createdBy } = batch;
  const { userId } = actor;
  if (userId !== null) await query(deps, actor, (t) => t.tasks.release(userId, { batchIds: [id] }));
  await commandIfAny(deps, actor, async ({ t, record }) => {
    // Somebody else found it out before, or a manager has paused it.
    if (!(await t.batches.move(id, ['OPEN'], 'PAUSED', { failure: asJson(why) }))) return null;
    await notify(deps, t, {
      userIds: [createdBy],
      except: null,
      kind: 'batch.stopped',
      subject: { projectId, batchId: id, number, name },
      link: `/batches/${id}`,
    });
    return record({
      action: 'batch.stopped',
      object: { type: 'batch', id },
      projectId,
      details: { why: why.message },
    });
  });
}

/** Cells of one row, of the columns that are shown, in their order. */
async function cellsOf(
  reader: TableReader,
  manifest: TableManifest,
  columns: readonly string[],
  row: number,
): Promise<CellValue[]> {
  const cells = (await reader.row(row)) ?? [];
  const placeOf = new Map(manifest.columns.map(({ name }, at) => [name, at]));
  return columns.map((name) => cells[placeOf.get(name) ?? -1] ?? null);
}

/**
 * The cells of some tasks of a blind test, in their order: read anew each time, real ones from the source, so that rows
 * which were erased are gone and no copy of them is kept. That real rows were shown is on record. Null where they may
 * not be shown any more: the test is paused then, with the reason.
 */
export async function blindCells(
  deps: Deps,
  actor: Actor,
  batch: BatchRow,
  tasks: readonly TaskRow[],
): Promise<CellValue[][] | null> {
  const { sourceVersionId, columns } = blindTest.parse(batch.blind);
  const { shown, items } = await query(deps, actor, async (t) => ({
    shown: await shownHalves(t, batch, deps.clock.now()),
    items: await t.controls.items(
      batch.id,
      tasks.map(({ item }) => item),
    ),
  }));
  if (!shown.ok) {
    const { code, message, kept, next } = refusalToShow(shown.reasons);
    await stopBlindTest(deps, actor, batch, { code, message, kept: kept ?? null, next: next ?? null });
    return null;
  }
  // Not how many of them: that would be in the log for all to read who may.
  await recordAccess(deps, actor, {
    action: 'batch.real-rows-shown',
    object: { type: 'batch', id: batch.id },
    projectId: batch.projectId,
    details: { items: tasks.map(({ item }) => item) },
    alsoTouched: [{ type: 'sourceVersion', id: sourceVersionId }],
  });
  const placed = new Map(
    items.map(({ item, row, truth }) => [item, { row, truth: controlTruth.parse(truth) }]),
  );
  const { made } = shown.found;
  const real = shown.found.real.manifest;
  return withTable(deps, real, (realRows) =>
    withTable(deps, made, (madeRows) =>
      Promise.all(
        tasks.map(async ({ item }) => {
          const found = placed.get(item);
          if (found === undefined || found.truth.kind !== 'blind') return columns.map(() => null);
          return found.truth.origin === 'real'
            ? cellsOf(realRows, real, columns, found.row)
            : cellsOf(madeRows, made, columns, found.row);
        }),
      ),
    ),
  );
}

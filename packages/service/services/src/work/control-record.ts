import { type Annotation, AssayError, controlTruth, type SkipReason } from '@assay/contracts';
import type { Repositories, TaskOfBatch, TaskRow } from '@assay/db';
import { judgeControl } from '@assay/domain';
import type { CellValue } from '@assay/tables';
import { z } from 'zod';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from './batch-documents.ts';

/** Cells of a control item as they are stored. */
export const controlCellsDocument = z.array(z.union([z.string(), z.number(), z.boolean()]).nullable());

/** What is shown at the control tasks among tasks of one batch, by item. */
export async function controlCells(
  t: Repositories,
  tasks: readonly TaskRow[],
): Promise<ReadonlyMap<number, CellValue[]>> {
  // Of a blind test no cells are kept.
  const controls = tasks.filter((task) => task.control !== null && task.control !== 'blind');
  const [first] = controls;
  if (first === undefined) return new Map();
  const items = await t.controls.items(
    first.batchId,
    controls.map((task) => task.item),
  );
  return new Map(items.map(({ item, cells }) => [item, controlCellsDocument.parse(cells)]));
}

/** Keeps what somebody said of a control task, with what became of it. */
export async function answerControl(
  t: Repositories,
  said: { id: string; task: TaskOfBatch; authorId: string; activeMs: number; toolVersion: string },
  given: { payload: Annotation } | { skipped: SkipReason },
): Promise<void> {
  const { batchId, item } = said.task;
  const [control] = await t.controls.items(batchId, [item]);
  if (control === undefined)
    throw new AssayError('internal', 'A control task has nothing that is known of it.');
  const { schema } = await documentsOf(t, batchId);
  const outcome = judgeControl(schema, controlTruth.parse(control.truth), given);
  const payload = 'payload' in given ? asJson(given.payload) : null;
  await t.controls.answer({ ...said, kind: control.kind, outcome, payload });
}

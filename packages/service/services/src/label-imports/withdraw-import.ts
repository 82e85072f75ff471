import { AssayError } from '@assay/contracts';
import type { ImportDependents } from '@assay/db';
import { type Actor, importStatesBefore } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { lockImport, notNow, statusOfImport } from './import-record.ts';

/** What came of an import in words, the first that keeps it from being withdrawn; null where nothing does. */
function groundOf({ batches, decisions, versions, controls }: ImportDependents): string | null {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  if (versions > 0) return `${count(versions, 'version', 'versions')} may hold its labels`;
  if (decisions > 0) return `${count(decisions, 'sample was', 'samples were')} decided upon its labels`;
  if (batches > 0) return `${count(batches, 'batch shows', 'batches show')} its proposals`;
  return controls > 0
    ? `${count(controls, 'batch measures', 'batches measure')} with its known answers`
    : null;
}

/**
 * Undoes an import while nothing depends on it: answers of people are retracted, never deleted, proposals and known
 * answers count no more. The same file can be imported again afterwards.
 */
export function withdrawLabelImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string; reason: string },
): Promise<{ withdrawn: number }> {
  const by = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockImport(t, input.importId);
    if (statusOfImport(row) !== 'DONE') throw notNow(row, 'withdrawn');
    // Who decides about one of its answers at this moment is waited for, and then counted.
    if (row.batchId !== null) await t.reviews.closeBatch(row.batchId);
    const ground = groundOf(await t.labelImports.dependents(row.id));
    if (ground !== null) {
      throw new AssayError('conflict', `Import ${row.number} cannot be withdrawn: ${ground}.`, {
        kept: 'Nothing was changed.',
        next: 'What depends on it has to go first; a version stays as it was committed.',
      });
    }
    let withdrawn = 0;
    if (row.batchId !== null) {
      withdrawn = await t.labelImports.retract(row.batchId, by);
      await t.batches.move(row.batchId, ['DONE'], 'CANCELLED');
      for (const job of await t.jobs.openFor(row.batchId))
        await t.jobs.requestCancel(job.id, deps.clock.now());
    }
    await t.labelImports.move(row.id, importStatesBefore('WITHDRAWN'), 'WITHDRAWN', {
      withdrawnBy: by,
      withdrawnAt: deps.clock.now(),
    });
    await record({
      action: 'label-import.withdrawn',
      object: { type: 'labelImport', id: row.id },
      projectId: row.projectId,
      details: { reason: input.reason, annotations: withdrawn },
      alsoTouched: row.batchId === null ? [] : [{ type: 'batch', id: row.batchId }],
    });
    return { withdrawn };
  });
}

import { AssayError, type Predicate } from '@assay/contracts';
import { type Actor, validatePredicate } from '@assay/domain';
import type { PageKey, Sort } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { withTable } from '../sources/version-table.ts';
import { requireRows, requireRun } from './run-record.ts';

/** One page of a run's rows. They are synthetic, so nothing is masked; that they were read is on record. */
export async function readRunRows(
  deps: Deps,
  actor: Actor,
  input: {
    runId: string;
    predicate: Predicate;
    sort: readonly Sort[];
    columns: readonly string[] | null;
    after: PageKey | null;
    offset: number;
    limit: number;
  },
) {
  const { manifest, projectId } = await query(deps, actor, async (t) => {
    const row = await requireRun(t, input.runId);
    return { manifest: requireRows(row), projectId: row.projectId };
  });
  const problem = validatePredicate(input.predicate, manifest.columns)[0];
  if (problem !== undefined) throw new AssayError('bad-input', problem.message, { field: 'predicate' });
  const page = await withTable(deps, manifest, (reader) =>
    reader.page({
      predicate: input.predicate,
      sort: input.sort,
      ...(input.columns === null ? {} : { columns: input.columns }),
      ...(input.after === null ? { offset: input.offset } : { after: input.after }),
      limit: input.limit,
    }),
  );
  await recordAccess(deps, actor, {
    action: 'run.rows-read',
    object: { type: 'run', id: input.runId },
    projectId,
    details: {
      rows: page.rows.length,
      first: page.rows[0]?.row ?? null,
      last: page.rows.at(-1)?.row ?? null,
    },
  });
  return { ...page, maskedColumns: [] as string[] };
}

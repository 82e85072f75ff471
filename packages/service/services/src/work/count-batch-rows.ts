import { AssayError, type BatchSelection } from '@assay/contracts';
import { type Actor, validatePredicate } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireRows, requireRunOf } from '../runs/run-record.ts';
import { withTable } from '../sources/version-table.ts';

/** Values of a quota's column that are listed one by one. */
const MOST_VALUES = 50;

/** How many rows of a run a selection matches, and how many of them it takes; by value where it has a quota. */
export async function countBatchRows(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; runId: string } & Pick<BatchSelection, 'where' | 'size' | 'quota'>,
) {
  const { where, quota, size } = input;
  const manifest = await query(deps, actor, async (t) => {
    return requireRows(await requireRunOf(t, input.projectId, input.runId));
  });
  const problem = validatePredicate(where, manifest.columns)[0];
  if (problem !== undefined) throw new AssayError('bad-input', problem.message, { field: 'where' });
  if (quota !== null && !manifest.columns.some((column) => column.name === quota.column)) {
    throw new AssayError('bad-input', `The run has no column "${quota.column}".`, { field: 'quota.column' });
  }
  const counts = await withTable(deps, manifest, (reader) =>
    reader.countBy(quota === null ? [] : [quota.column], { predicate: where }),
  );
  const matching = counts.groups.reduce((all, group) => all + group.count, counts.rest.rows);
  const most = quota === null ? (size ?? matching) : quota.each;
  // Beyond the groups that are counted one by one, each value has at least one row.
  const taken = counts.groups.reduce((all, group) => all + Math.min(group.count, most), 0);
  return {
    rows: manifest.rows,
    matching,
    samples:
      quota === null
        ? Math.min(matching, most)
        : taken + Math.min(counts.rest.rows, counts.rest.groups * most),
    values:
      quota === null
        ? null
        : {
            all: counts.groups.length + counts.rest.groups,
            short: counts.groups.filter((group) => group.count < most).length,
            most: counts.groups.slice(0, MOST_VALUES).map((group) => ({
              value: group.values[0] ?? null,
              rows: group.count,
              taken: Math.min(group.count, most),
            })),
          },
  };
}

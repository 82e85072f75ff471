import { type Predicate, type Recipe, type RecipeProblem, tableManifest } from '@assay/contracts';
import { type Actor, constraintPredicate, formatPredicate } from '@assay/domain';
import type { TableReader } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { columnsOf, privacyUnitOf } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';

async function rowsThatMatch(reader: TableReader, predicate: Predicate): Promise<number> {
  const { groups, rest } = await reader.countBy([], { predicate });
  return groups.reduce((sum, group) => sum + group.count, rest.rows);
}

/** Below so many real rows a condition is learnt from next to nothing. */
const FEW_ROWS = 30;

/**
 * What only the data can say of a recipe: conditions that no row satisfies, or few do; constraints that real rows
 * break. Counts are of all rows of the source's current version.
 */
export async function checkOnData(
  deps: Deps,
  actor: Actor,
  document: Recipe,
): Promise<{
  problems: RecipeProblem[];
  conditions: { where: string; atLeast: number; realRows: number }[];
}> {
  const { sourceId } = document;
  const none = { problems: [], conditions: [] };
  if (sourceId === null || document.method === 'rules') return none;
  const found = await query(deps, actor, async (t) => {
    const source = await t.sources.get(sourceId);
    const version = source?.currentVersionId ? await t.sources.version(source.currentVersionId) : null;
    if (source === null || version === null || version.status !== 'READY') return null;
    const columns = await columnsOf(t, version.id);
    return { manifest: tableManifest.parse(version.manifest), columns, unit: privacyUnitOf(source) };
  });
  if (found === null) return none;
  const problems: RecipeProblem[] = [];
  if (found.unit?.kind === 'entity') {
    problems.push({
      severity: 'warning',
      code: 'rows-independent',
      field: 'sourceId',
      message: `One person has several rows here (by "${found.unit.column}"), but rows are made independently of one another: what holds within a person is not kept.`,
      next: 'Use the result for questions about rows, not about people over time.',
    });
  }
  const { conditions, constraints } = document;
  if (conditions.length === 0 && constraints.length === 0) return { problems, conditions: [] };
  return withTable(deps, found.manifest, async (reader) => {
    const counted: { where: string; atLeast: number; realRows: number }[] = [];
    for (const [at, { where, atLeast }] of conditions.entries()) {
      const realRows = await rowsThatMatch(reader, where);
      counted.push({ where: formatPredicate(where), atLeast, realRows });
      if (realRows >= FEW_ROWS) continue;
      problems.push(
        realRows === 0
          ? {
              severity: 'error',
              code: 'no-row-matches',
              field: `conditions.${at}`,
              message: `No real row satisfies “${formatPredicate(where)}”, so there is nothing to learn such rows from.`,
              next: 'Loosen the condition, or make these rows by rules.',
            }
          : {
              severity: 'warning',
              code: 'few-rows-match',
              field: `conditions.${at}`,
              message: `Only ${realRows} real rows satisfy “${formatPredicate(where)}”: what is made from them repeats them.`,
              next: 'Loosen the condition, or look closely at its rows in the report.',
            },
      );
    }
    for (const [at, constraint] of constraints.entries()) {
      const predicate = constraintPredicate(constraint);
      if (predicate === null) continue;
      const rows = await rowsThatMatch(reader, { op: 'not', arg: predicate });
      if (rows === 0) continue;
      problems.push({
        severity: 'warning',
        code: 'real-rows-break-it',
        field: `constraints.${at}`,
        message: `${rows} real rows break “${formatPredicate(predicate)}”.`,
        next: 'Synthetic rows will not; say so where the data is used.',
      });
    }
    return { problems, conditions: counted };
  });
}

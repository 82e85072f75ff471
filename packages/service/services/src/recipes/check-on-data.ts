import {
  type ColumnSpec,
  type Predicate,
  type Recipe,
  type RecipeProblem,
  tableManifest,
} from '@assay/contracts';
import { type Actor, constraintPredicate, formatPredicate } from '@assay/domain';
import { ANY_BOUNDS, type Bounds, expressionColumns, parseExpression } from '@assay/synthesis';
import type { TableReader } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { constraintProblems } from '../generation/constraint-problems.ts';
import { columnsOf, privacyUnitOf } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';

async function rowsThatMatch(reader: TableReader, predicate: Predicate): Promise<number> {
  const { groups, rest } = await reader.countBy([], { predicate });
  return groups.reduce((sum, group) => sum + group.count, rest.rows);
}

/** Sums and formulas of what the data holds, against the ranges of their columns. */
async function boundsProblems(
  reader: TableReader,
  document: Recipe,
  columns: readonly ColumnSpec[],
): Promise<RecipeProblem[]> {
  const known = new Map<string, Bounds>();
  // A column that is made as its distance above another may go beyond what the data had.
  const highs = new Set(
    document.constraints.flatMap((each) => (each.kind === 'inequality' ? [each.left, each.right] : [])),
  );
  for (const name of computedFrom(document)) {
    const spec = columns.find((column) => column.name === name);
    if ((spec?.type !== 'integer' && spec?.type !== 'decimal') || highs.has(name)) continue;
    const { numeric } = await reader.columnStats(name);
    if (numeric?.min == null || numeric.max == null) continue;
    known.set(name, { low: numeric.min, high: numeric.max });
  }
  if (known.size === 0) return [];
  return constraintProblems(document, columns, null, (name) => known.get(name) ?? ANY_BOUNDS);
}

/** The columns that sums and formulas read. */
function computedFrom({ constraints }: Recipe): Set<string> {
  return new Set(
    constraints.flatMap((each) => {
      if (each.kind === 'sum') return each.parts;
      return each.kind === 'formula' ? [...expressionColumns(parseExpression(each.formula))] : [];
    }),
  );
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
    problems.push(...(await boundsProblems(reader, document, found.columns)));
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

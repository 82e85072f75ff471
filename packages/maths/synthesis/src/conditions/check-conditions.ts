import type { ColumnCells } from '../cells/column-cells.ts';
import { gridValue } from '../cells/grid.ts';
import { loadCells } from '../cells/stored-cells.ts';
import type { ModelColumn } from '../plan/model-column.ts';
import { allAllowed, allowedRows, narrowed } from './allowed-cells.ts';
import type { ConditionPlan, ConditionProblem, ConditionTerm } from './condition.ts';

/** Everything that keeps conditions from being met, as far as one column at a time can tell; none if they can be. */
export function checkConditions(
  model: { readonly columns: readonly ModelColumn[] },
  { rows, conditions }: ConditionPlan,
): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const asked = conditions.reduce((sum, { count }) => sum + count, 0);
  if (asked > rows) problems.push({ condition: -1, reason: 'more-rows-than-the-run' });
  const cells = new Map<string, ColumnCells>();
  const made = new Set<string>();
  for (const column of model.columns)
    if (column.make === 'model') cells.set(column.cells.name, loadCells(column.cells));
    else made.add(column.name);
  conditions.forEach(({ where, count }, condition) => {
    if (!Number.isInteger(count) || count < 0) problems.push({ condition, reason: 'count-not-whole' });
    if (where.length === 0) problems.push({ condition, reason: 'no-terms' });
    const left = new Map<string, ReturnType<typeof allAllowed>>();
    for (const term of where) {
      const of = cells.get(term.column);
      const problem = of
        ? termProblem(of, term)
        : made.has(term.column)
          ? 'column-is-made'
          : 'unknown-column';
      if (problem || !of) {
        const allowed = of ? { allowed: extentOf(of) } : {};
        problems.push({ condition, reason: problem ?? 'unknown-column', column: term.column, ...allowed });
        continue;
      }
      const before = left.get(term.column) ?? allAllowed(of);
      const after = narrowed(of, before, term);
      left.set(term.column, after);
      if (allowedRows(of, after) > 0 || allowedRows(of, before) === 0) continue;
      problems.push({
        condition,
        reason: 'terms-exclude-each-other',
        column: term.column,
        allowed: extentOf(of),
      });
    }
  });
  return problems;
}

function termProblem(cells: ColumnCells, term: ConditionTerm): ConditionProblem['reason'] | null {
  if (cells.kind === 'category' && !('levels' in term)) return 'range-of-a-category';
  if (cells.kind === 'number' && 'levels' in term) return 'levels-of-a-number';
  if (allowedRows(cells, narrowed(cells, allAllowed(cells), term)) > 0) return null;
  return cells.kind === 'category' ? 'level-never-seen' : 'outside-the-range';
}

/** What a column can be. */
function extentOf(cells: ColumnCells): readonly string[] | { min: number; max: number } {
  if (cells.kind === 'category') return cells.levels.filter((_, level) => cells.levelCounts[level]! > 0);
  const [low, high] = [cells.low[0], cells.high.at(-1)];
  if (low === undefined || high === undefined) return [];
  const value = (place: number) => (cells.grid ? gridValue(cells.grid, place) : place);
  return { min: value(low), max: value(high) };
}

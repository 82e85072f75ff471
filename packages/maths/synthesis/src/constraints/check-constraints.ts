import { findColumn, type Table } from '@assay/stats';
import { columnsOf } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { computedColumns } from './computed-columns.ts';
import type { Constraint, ConstraintProblem } from './constraint.ts';

/** Everything that keeps constraints from being used with a table; empty if they can be. */
export function checkConstraints(table: Table, constraints: readonly Constraint[]): ConstraintProblem[] {
  const problems: ConstraintProblem[] = [];
  constraints.forEach((each, constraint) => {
    for (const problem of problemsOf(table, each)) problems.push({ constraint, ...problem });
  });
  if (problems.length > 0) return problems;
  const joint = new Set(constraints.flatMap((each) => (each.kind === 'combinations' ? each.columns : [])));
  const derived = new Set<string>();
  constraints.forEach((each, constraint) => {
    const column = computedBy(each);
    if (column === null) return;
    if (derived.has(column) || joint.has(column))
      problems.push({ constraint, reason: 'derived-twice', column });
    derived.add(column);
  });
  if (problems.length === 0 && computedColumns(constraints) === null)
    problems.push({ constraint: -1, reason: 'depend-on-each-other' });
  problems.push(...excluded(constraints));
  return problems;
}

function computedBy(constraint: Constraint): string | null {
  if (constraint.kind === 'sum') return constraint.total;
  return constraint.kind === 'formula' || constraint.kind === 'dependency' ? constraint.column : null;
}

type Problem = Omit<ConstraintProblem, 'constraint'>;

function problemsOf(table: Table, constraint: Constraint): Problem[] {
  const numbers = (columns: readonly string[]) => columns.flatMap((name) => numberProblem(table, name));
  const known = (columns: readonly string[]) => columns.flatMap((name) => unknownProblem(table, name));
  switch (constraint.kind) {
    case 'range': {
      const { min, max, column } = constraint;
      const empty = min !== undefined && max !== undefined && min > max;
      return [...numbers([column]), ...(empty ? [{ reason: 'range-is-empty', column } as const] : [])];
    }
    case 'order':
      return numbers([constraint.low, constraint.high]);
    case 'sum':
      if (constraint.parts.length === 0) return [{ reason: 'too-few-columns', column: constraint.total }];
      return numbers([constraint.total, ...constraint.parts]);
    case 'combinations':
      if (constraint.columns.length < 2) return [{ reason: 'too-few-columns' }];
      return known(constraint.columns);
    case 'dependency':
      if (constraint.from.length === 0) return [{ reason: 'too-few-columns', column: constraint.column }];
      return known([...constraint.from, constraint.column]);
    case 'formula':
      return [...known([constraint.column]), ...expressionProblems(table, constraint.formula)];
  }
}

function unknownProblem(table: Table, name: string): Problem[] {
  return findColumn(table, name) ? [] : [{ reason: 'unknown-column', column: name }];
}

function numberProblem(table: Table, name: string): Problem[] {
  const column = findColumn(table, name);
  if (!column) return unknownProblem(table, name);
  return column.kind === 'number' ? [] : [{ reason: 'not-a-number', column: name }];
}

function expressionProblems(table: Table, source: string): Problem[] {
  try {
    return [...columnsOf(parseExpression(source))].flatMap((name) => unknownProblem(table, name));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ reason: 'expression-not-understood', message }];
  }
}

/** Ranges of one column, or of two in an order, that leave nothing. */
function excluded(constraints: readonly Constraint[]): ConstraintProblem[] {
  const least = new Map<string, number>();
  const most = new Map<string, number>();
  for (const each of constraints) {
    if (each.kind !== 'range') continue;
    const { column, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = each;
    least.set(column, Math.max(least.get(column) ?? Number.NEGATIVE_INFINITY, min));
    most.set(column, Math.min(most.get(column) ?? Number.POSITIVE_INFINITY, max));
  }
  const problems: ConstraintProblem[] = [];
  constraints.forEach((each, constraint) => {
    if (each.kind !== 'range' && each.kind !== 'order') return;
    const [low, high] = each.kind === 'range' ? [each.column, each.column] : [each.low, each.high];
    if ((least.get(low) ?? Number.NEGATIVE_INFINITY) > (most.get(high) ?? Number.POSITIVE_INFINITY))
      problems.push({ constraint, reason: 'exclude-each-other', column: low });
  });
  return problems;
}

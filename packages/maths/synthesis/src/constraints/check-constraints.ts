import { findColumn, type Table } from '@assay/stats';
import { columnsOf } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { type Constraint, type ConstraintProblem, derivedBy } from './constraint.ts';
import { derivationOrder } from './derivation-order.ts';
import { rowsThatHold } from './rows-that-hold.ts';

/** Everything that keeps constraints from being used with a table; empty if they can be. */
export function checkConstraints(table: Table, constraints: readonly Constraint[]): ConstraintProblem[] {
  const problems: ConstraintProblem[] = [];
  constraints.forEach((each, constraint) => {
    for (const problem of problemsOf(table, each)) problems.push({ constraint, ...problem });
  });
  if (problems.length > 0) return problems;
  const derived = new Set<string>();
  constraints.forEach((each, constraint) => {
    const columns = each.kind === 'combinations' ? each.columns : [derivedColumn(each)];
    for (const column of columns) {
      if (column === null) continue;
      if (derived.has(column)) problems.push({ constraint, reason: 'derived-twice', column });
      derived.add(column);
    }
  });
  if (problems.length === 0 && !derivationOrder(constraints))
    problems.push({ constraint: -1, reason: 'depend-on-each-other' });
  problems.push(...excluded(constraints));
  if (problems.length === 0 && table.rows > 0 && !rowsThatHold(table, constraints).includes(1))
    problems.push({ constraint: -1, reason: 'no-row-holds' });
  return problems;
}

function derivedColumn(constraint: Constraint): string | null {
  return constraint.kind === 'formula' ? constraint.column : (derivedBy(constraint)?.column ?? null);
}

type Problem = Omit<ConstraintProblem, 'constraint'>;

function problemsOf(table: Table, constraint: Constraint): Problem[] {
  const numbers = (columns: readonly string[]) =>
    columns.flatMap((name) => kindProblem(table, name, 'number'));
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
      return constraint.columns.flatMap((name) => kindProblem(table, name, 'category'));
    case 'formula':
      return [...numbers([constraint.column]), ...expressionProblems(table, constraint.formula)];
    case 'check':
      return expressionProblems(table, constraint.expression);
  }
}

function kindProblem(table: Table, name: string, kind: 'number' | 'category'): Problem[] {
  const column = findColumn(table, name);
  if (!column) return [{ reason: 'unknown-column', column: name }];
  if (column.kind === kind) return [];
  return [{ reason: kind === 'number' ? 'not-a-number' : 'not-a-category', column: name }];
}

function expressionProblems(table: Table, source: string): Problem[] {
  try {
    const names = [...columnsOf(parseExpression(source))].filter((name) => !findColumn(table, name));
    return names.map((column) => ({ reason: 'unknown-column', column }));
  } catch (error) {
    return [
      {
        reason: 'expression-not-understood',
        message: error instanceof Error ? error.message : String(error),
      },
    ];
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

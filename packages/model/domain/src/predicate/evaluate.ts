import type { Comparator, Predicate } from '@assay/contracts';
import {
  type Cell,
  commonType,
  compareValues,
  foldCase,
  type Operand,
  operandOf,
  readCell,
} from './operand.ts';
import { type PredicateColumn, PredicateMismatch, requireColumn } from './predicate-column.ts';

/** A row by column name. A name that is not there is missing. */
export type PredicateRow = Readonly<Record<string, Cell | undefined>>;

/** True, false, or null for unknown, as in SQL. */
export type Truth = boolean | null;

/**
 * Whether a row matches: SQL's three-valued logic, in which a comparison with a missing value is unknown. Only true
 * is a match. To ask many rows, compile once with `compilePredicate`.
 *
 * @throws PredicateMismatch when the predicate does not fit the columns
 */
export function evaluate(
  predicate: Predicate,
  row: PredicateRow,
  columns: readonly PredicateColumn[],
): Truth {
  return compilePredicate(predicate, columns)(row);
}

/** The predicate as a function of a row. Throws as `evaluate`, but before the first row. */
export function compilePredicate(
  predicate: Predicate,
  columns: readonly PredicateColumn[],
): (row: PredicateRow) => Truth {
  switch (predicate.op) {
    case 'true':
      return () => true;
    case 'and':
    case 'or':
      return junction(
        predicate.args.map((arg) => compilePredicate(arg, columns)),
        predicate.op === 'or',
      );
    case 'not': {
      const inner = compilePredicate(predicate.arg, columns);
      return (row) => negate(inner(row));
    }
    case 'missing': {
      const { name } = requireColumn(columns, predicate.column);
      return (row) => row[name] === null || row[name] === undefined;
    }
    case 'compare':
      return comparison(columns, predicate.column, predicate.comparator, predicate.value);
    case 'compare-columns':
      return columnComparison(columns, predicate.left, predicate.comparator, predicate.right);
    case 'between':
      return junction(
        [
          comparison(columns, predicate.column, '>=', predicate.low),
          comparison(columns, predicate.column, '<=', predicate.high),
        ],
        false,
      );
    case 'in':
      return junction(
        predicate.values.map((value) => comparison(columns, predicate.column, '=', value)),
        true,
      );
    default:
      return textTest(columns, predicate);
  }
}

/** Any true for `or`, any false for `and`, decides; else an unknown does. */
function junction(
  parts: readonly ((row: PredicateRow) => Truth)[],
  decisive: boolean,
): (row: PredicateRow) => Truth {
  return (row) => {
    let truth: Truth = !decisive;
    for (const part of parts) {
      const value = part(row);
      if (value === decisive) return decisive;
      if (value === null) truth = null;
    }
    return truth;
  };
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function comparison(
  columns: readonly PredicateColumn[],
  name: string,
  comparator: Comparator,
  literal: string | number | boolean,
): (row: PredicateRow) => Truth {
  const column = requireColumn(columns, name);
  const operand = requireOperand(column, literal);
  return (row) => {
    const value = readCell(row[column.name], operand.common);
    return value === null ? null : holds(compareValues(value, operand.value), comparator);
  };
}

function columnComparison(
  columns: readonly PredicateColumn[],
  leftName: string,
  comparator: Comparator,
  rightName: string,
): (row: PredicateRow) => Truth {
  const left = requireColumn(columns, leftName);
  const right = requireColumn(columns, rightName);
  const common = commonType(left.physical, right.physical);
  if (common === null) {
    throw new PredicateMismatch(`"${left.name}" and "${right.name}" are of different types.`);
  }
  return (row) => {
    const a = readCell(row[left.name], common);
    const b = readCell(row[right.name], common);
    return a === null || b === null ? null : holds(compareValues(a, b), comparator);
  };
}

type TextPredicate = Extract<Predicate, { op: 'contains' | 'starts-with' | 'ends-with' }>;

function textTest(
  columns: readonly PredicateColumn[],
  predicate: TextPredicate,
): (row: PredicateRow) => Truth {
  const column = requireTextColumn(columns, predicate.column);
  const fold = predicate.matchCase ? (text: string) => text : foldCase;
  const wanted = fold(predicate.text);
  return (row) => {
    const value = readCell(row[column.name], 'VARCHAR');
    if (value === null) return null;
    const text = fold(String(value));
    if (predicate.op === 'contains') return text.includes(wanted);
    return predicate.op === 'starts-with' ? text.startsWith(wanted) : text.endsWith(wanted);
  };
}

/** A column whose text is the same everywhere: text itself, and whole numbers. */
export function requireTextColumn(columns: readonly PredicateColumn[], name: string): PredicateColumn {
  const column = requireColumn(columns, name);
  if (column.physical !== 'VARCHAR' && column.physical !== 'BIGINT') {
    throw new PredicateMismatch(`"${column.name}" is not text: compare its values instead.`);
  }
  return column;
}

/** @throws PredicateMismatch where the literal does not fit the column */
export function requireOperand(column: PredicateColumn, literal: string | number | boolean): Operand {
  const operand = operandOf(column, literal);
  if (operand === null) {
    throw new PredicateMismatch(`"${column.name}" cannot be compared with ${JSON.stringify(literal)}.`);
  }
  return operand;
}

function holds(order: number, comparator: Comparator): boolean {
  switch (comparator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

import { type Column, findColumn } from '@assay/stats';
import { evaluate } from '../expression/evaluate.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { RowTest } from '../hold/row-test.ts';
import { formulaOf } from './computed-columns.ts';
import type { Constraint } from './constraint.ts';
import { rowReader } from './row-values.ts';

/** Sums of decimals are compared to this share of their size. */
const TOLERANCE = 1e-9;

/**
 * Whether a row meets a constraint; null where a value is missing. Combinations and dependencies are known from the
 * table that was learnt alone: of one row nothing can be said.
 */
export function constraintTest(constraint: Constraint): RowTest {
  switch (constraint.kind) {
    case 'range': {
      const { column, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = constraint;
      return (table) => {
        const number = numberOf(findColumn(table, column));
        return (row) => known(number(row), (value) => min <= value && value <= max);
      };
    }
    case 'order':
      return (table) => {
        const low = numberOf(findColumn(table, constraint.low));
        const high = numberOf(findColumn(table, constraint.high));
        return (row) =>
          known(high(row) - low(row), (gap) => (constraint.strict === true ? gap > 0 : gap >= 0));
      };
    case 'sum':
    case 'formula': {
      const expression = parseExpression(formulaOf(constraint));
      const name = constraint.kind === 'sum' ? constraint.total : constraint.column;
      return (table) => {
        const read = rowReader(table);
        return (row) => {
          const value = read(row);
          const [found, expected] = [value(name), evaluate(expression, value)];
          if (found === null || expected === null) return null;
          if (typeof found !== 'number' || typeof expected !== 'number') return found === String(expected);
          return Math.abs(expected - found) <= TOLERANCE * Math.max(1, Math.abs(found));
        };
      };
    }
    case 'combinations':
    case 'dependency':
      return () => () => null;
  }
}

function numberOf(column: Column | undefined): (row: number) => number {
  return column?.kind === 'number' ? (row) => column.values[row]! : () => Number.NaN;
}

function known(value: number, holds: (value: number) => boolean): boolean | null {
  return Number.isNaN(value) ? null : holds(value);
}

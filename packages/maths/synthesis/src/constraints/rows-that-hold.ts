import type { Table } from '@assay/stats';
import { evaluate } from '../expression/evaluate.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Constraint } from './constraint.ts';
import { rowReader } from './row-values.ts';

/** Sums of decimals are compared to this share of their size. */
const TOLERANCE = 1e-9;

/** Whether each row meets all constraints (1) or not (0). A missing value breaks none. */
export function rowsThatHold(table: Table, constraints: readonly Constraint[]): Uint8Array {
  const tests = constraints.map(testOf);
  const read = rowReader(table);
  return Uint8Array.from({ length: table.rows }, (_, row) => {
    const value = read(row);
    const number = (column: string) => {
      const found = value(column);
      return typeof found === 'number' ? found : Number.NaN;
    };
    return tests.every((holds) => holds(number, value)) ? 1 : 0;
  });
}

type Test = (number: (column: string) => number, value: ReturnType<ReturnType<typeof rowReader>>) => boolean;

function testOf(constraint: Constraint): Test {
  switch (constraint.kind) {
    case 'range': {
      const { column, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = constraint;
      return (number) => !(number(column) < min || number(column) > max);
    }
    case 'order':
      return (number) => !(number(constraint.low) > number(constraint.high));
    case 'sum':
      return (number) => {
        const sum = constraint.parts.reduce((before, part) => before + number(part), 0);
        const total = number(constraint.total);
        return !(Math.abs(sum - total) > TOLERANCE * Math.max(1, Math.abs(total)));
      };
    case 'formula': {
      const expression = parseExpression(constraint.formula);
      return (number, value) => {
        const expected = evaluate(expression, value);
        const found = number(constraint.column);
        return !(
          typeof expected === 'number' &&
          Math.abs(expected - found) > TOLERANCE * Math.max(1, Math.abs(found))
        );
      };
    }
    case 'check': {
      const expression = parseExpression(constraint.expression);
      return (_, value) => evaluate(expression, value) !== false;
    }
    case 'combinations':
      return () => true;
  }
}

import { type Column, findColumn } from '@assay/stats';
import type { ConditionTerm } from '../conditions/condition.ts';
import type { RowTest } from './row-test.ts';

/** Whether all terms of a condition hold in a row; a term on a column that is not there does not. */
export function termsTest(terms: readonly ConditionTerm[]): RowTest {
  return (table) => {
    const tests = terms.map((term) => termTest(findColumn(table, term.column), term));
    return (row) => tests.every((holds) => holds(row));
  };
}

function termTest(column: Column | undefined, term: ConditionTerm): (row: number) => boolean {
  if (column === undefined) return () => false;
  if (column.kind === 'category') {
    if (!('levels' in term)) return () => false;
    const named = new Set(term.levels);
    const open = column.levels.map((level) => named.has(level));
    return (row) => {
      const code = column.codes[row]!;
      return code < 0 ? named.has(null) : open[code] === true;
    };
  }
  if ('levels' in term) return () => false;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = term;
  return (row) => min <= column.values[row]! && column.values[row]! <= max;
}

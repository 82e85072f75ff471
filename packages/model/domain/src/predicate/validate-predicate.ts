import type { Literal, Predicate } from '@assay/contracts';
import { nearestName } from './nearest-name.ts';
import { commonType, operandOf } from './operand.ts';
import { findColumn, type PredicateColumn } from './predicate-column.ts';

export type PredicateProblem = {
  readonly code: 'unknown-column' | 'value-does-not-fit' | 'types-differ' | 'not-text';
  readonly column: string;
  readonly message: string;
  /** The column that may have been meant. */
  readonly suggestion: string | null;
};

/** What keeps a predicate from being used on these columns; empty when nothing does. */
export function validatePredicate(
  predicate: Predicate,
  columns: readonly PredicateColumn[],
): PredicateProblem[] {
  const problems: PredicateProblem[] = [];
  const known = (name: string): PredicateColumn | null => {
    const column = findColumn(columns, name);
    if (column === null && !problems.some((problem) => problem.column === name)) {
      problems.push(unknownColumn(name, columns));
    }
    return column;
  };
  const fits = (name: string, values: readonly Literal[]): void => {
    const column = known(name);
    for (const value of values) {
      if (column !== null && operandOf(column, value) === null) problems.push(doesNotFit(column, value));
    }
  };
  const visit = (node: Predicate): void => {
    switch (node.op) {
      case 'true':
        return;
      case 'and':
      case 'or':
        node.args.forEach(visit);
        return;
      case 'not':
        visit(node.arg);
        return;
      case 'compare':
        fits(node.column, [node.value]);
        return;
      case 'in':
        fits(node.column, node.values);
        return;
      case 'between':
        fits(node.column, [node.low, node.high]);
        return;
      case 'missing':
        known(node.column);
        return;
      case 'compare-columns': {
        const left = known(node.left);
        const right = known(node.right);
        if (left !== null && right !== null && commonType(left.physical, right.physical) === null) {
          problems.push({
            code: 'types-differ',
            column: left.name,
            message: `"${left.name}" and "${right.name}" are of different types and cannot be compared.`,
            suggestion: null,
          });
        }
        return;
      }
      default: {
        const column = known(node.column);
        if (column !== null && column.physical !== 'VARCHAR' && column.physical !== 'BIGINT') {
          problems.push({
            code: 'not-text',
            column: column.name,
            message: `"${column.name}" is not text: compare its values instead.`,
            suggestion: null,
          });
        }
      }
    }
  };
  visit(predicate);
  return problems;
}

function unknownColumn(name: string, columns: readonly PredicateColumn[]): PredicateProblem {
  const suggestion = nearestName(
    name,
    columns.map((column) => column.name),
  );
  const hint = suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
  return {
    code: 'unknown-column',
    column: name,
    message: `There is no column "${name}".${hint}`,
    suggestion,
  };
}

function doesNotFit(column: PredicateColumn, value: Literal): PredicateProblem {
  const kind = {
    BIGINT: 'whole numbers',
    DOUBLE: 'numbers',
    BOOLEAN: 'true and false',
    VARCHAR: 'text',
    DATE: 'dates such as 2024-12-31',
    TIMESTAMP: 'times such as 2024-12-31 23:59',
    TIMESTAMPTZ: 'times such as 2024-12-31 23:59Z',
  }[column.physical];
  return {
    code: 'value-does-not-fit',
    column: column.name,
    message: `"${column.name}" holds ${kind}; ${JSON.stringify(value)} is none.`,
    suggestion: null,
  };
}

import { columnsOf } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Computing, Constraint } from './constraint.ts';

/** The column that a constraint computes, and those that it is computed from. */
export type Computed = {
  readonly constraint: Computing;
  readonly column: string;
  readonly from: readonly string[];
};

/** What constraints compute, each behind what it is computed from; null where they go in a circle. */
export function computedColumns(constraints: readonly Constraint[]): Computed[] | null {
  return inOrder(
    constraints.flatMap((constraint): Computed[] => {
      switch (constraint.kind) {
        case 'sum':
          return [{ constraint, column: constraint.total, from: constraint.parts }];
        case 'dependency':
          return [{ constraint, column: constraint.column, from: constraint.from }];
        case 'formula': {
          const from = [...columnsOf(parseExpression(constraint.formula))];
          return [{ constraint, column: constraint.column, from }];
        }
        default:
          return [];
      }
    }),
  );
}

/** Each behind those that make what it is made from; null where they go in a circle. */
export function inOrder<Each extends { readonly column: string; readonly from: readonly string[] }>(
  all: readonly Each[],
): Each[] | null {
  let open = [...all];
  const order: Each[] = [];
  while (open.length > 0) {
    const waiting = new Set(open.map(({ column }) => column));
    const ready = open.filter(({ from }) => !from.some((name) => waiting.has(name)));
    if (ready.length === 0) return null;
    order.push(...ready);
    open = open.filter((each) => !ready.includes(each));
  }
  return order;
}

/** A sum as an expression. */
export function formulaOf(constraint: Extract<Computing, { kind: 'sum' | 'formula' }>): string {
  if (constraint.kind === 'formula') return constraint.formula;
  return constraint.parts.map((part) => `\`${part}\``).join(' + ');
}

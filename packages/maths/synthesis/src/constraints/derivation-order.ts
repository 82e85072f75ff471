import { columnsOf } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { type Constraint, derivedBy } from './constraint.ts';

/** A constraint that makes a column, behind those that make what it is made from. */
export type Derivation = {
  readonly constraint: Exclude<Constraint, { kind: 'range' | 'check' | 'combinations' }>;
  readonly column: string;
  readonly from: readonly string[];
};

/** The columns that constraints make, each behind those it is made from; null where they go in a circle. */
export function derivationOrder(constraints: readonly Constraint[]): Derivation[] | null {
  let open = constraints.flatMap((constraint): Derivation[] => {
    if (constraint.kind === 'formula') {
      const from = [...columnsOf(parseExpression(constraint.formula))];
      return [{ constraint, column: constraint.column, from }];
    }
    const derived = derivedBy(constraint);
    return derived && (constraint.kind === 'order' || constraint.kind === 'sum')
      ? [{ constraint, ...derived }]
      : [];
  });
  const order: Derivation[] = [];
  while (open.length > 0) {
    const waiting = new Set(open.map(({ column }) => column));
    const ready = open.filter(({ from }) => !from.some((name) => waiting.has(name)));
    if (ready.length === 0) return null;
    order.push(...ready);
    open = open.filter((each) => !ready.includes(each));
  }
  return order;
}

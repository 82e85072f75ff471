import { findColumn, type Table } from '@assay/stats';
import { type Computed, computedColumns, inOrder } from './computed-columns.ts';
import type { Constraint } from './constraint.ts';

type Order = Extract<Constraint, { kind: 'order' }>;

/** A high that is learnt as its gap above a low. */
export type Gap = { readonly constraint: Order; readonly column: string; readonly from: readonly string[] };

/** How constraints are met. */
export type ConstraintPlan = {
  /** Columns that are learnt as one, so that only combinations that were seen come. */
  readonly joints: readonly (readonly string[])[];
  /** Columns that are put together from others, in the order in which that can be done. */
  readonly derived: readonly (Computed | Gap)[];
  /** What is left to be tested row by row. */
  readonly tested: readonly Constraint[];
};

/**
 * Which constraints hold by construction when a generator learns a table, and which have to be tested: an order whose
 * high is computed, learnt with others or already above another; the range of a column that is computed.
 *
 * @throws RangeError when computed columns depend on each other: check constraints first
 */
export function planConstraints(table: Table, constraints: readonly Constraint[]): ConstraintPlan {
  const joints = jointsOf(constraints);
  const computedFirst = computedColumns(constraints);
  if (computedFirst === null) throw new RangeError('constraints compute columns from each other');
  let derived: (Computed | Gap)[] = computedFirst;
  const taken = new Set([...derived.map(({ column }) => column), ...joints.flat()]);
  const tested: Constraint[] = [];
  for (const constraint of constraints) {
    if (constraint.kind !== 'order') continue;
    const { low, high } = constraint;
    const learnt = [low, high].every((name) => findColumn(table, name)?.kind === 'number');
    const gap: Gap = { constraint, column: high, from: [low] };
    const order: (Computed | Gap)[] | null =
      learnt && !taken.has(high) && low !== high ? inOrder([...derived, gap]) : null;
    if (order === null) tested.push(constraint);
    else {
      derived = order;
      taken.add(high);
    }
  }
  const computed = new Set(derived.map(({ column }) => column));
  for (const constraint of constraints)
    if (
      constraint.kind === 'range' &&
      (computed.has(constraint.column) || findColumn(table, constraint.column)?.kind !== 'number')
    )
      tested.push(constraint);
  return { joints, derived, tested };
}

/** Combinations that share a column are learnt together: what was seen of all of them was seen of each. */
function jointsOf(constraints: readonly Constraint[]): string[][] {
  let joints: string[][] = [];
  for (const constraint of constraints) {
    if (constraint.kind !== 'combinations') continue;
    const meets = (joint: readonly string[]) => joint.some((name) => constraint.columns.includes(name));
    const together = [...joints.filter(meets).flat(), ...constraint.columns];
    joints = [...joints.filter((joint) => !meets(joint)), [...new Set(together)]];
  }
  return joints;
}

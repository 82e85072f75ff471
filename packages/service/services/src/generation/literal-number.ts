import type { ColumnSpec, Literal } from '@assay/contracts';
import { findColumn, operandOf } from '@assay/domain';

/**
 * A literal as it stands beside the numbers of a column in memory, datetimes in milliseconds since 1970; null where it
 * is no number there.
 */
export function numberOf(name: string, literal: Literal, specs: readonly ColumnSpec[]): number | null {
  const spec = findColumn(specs, name);
  const operand = spec === null ? null : operandOf(spec, literal);
  if (operand === null) return null;
  switch (operand.common) {
    case 'BIGINT':
    case 'DOUBLE':
      return Number(operand.value);
    case 'DATE':
    case 'TIMESTAMP':
    case 'TIMESTAMPTZ':
      return Number(operand.value) / 1000;
    default:
      return null;
  }
}

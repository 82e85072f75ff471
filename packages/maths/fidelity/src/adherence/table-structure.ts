import { type Column, defined, missingIn, type Result, type Table, undefinedBecause } from '@assay/stats';
import type { FidelityMode } from '../score.ts';

/**
 * The share of (name, type) that both tables have of those that either has. In parity mode the type is the one that
 * pandas reads a column of such values as, so that one missing integer changes it; in corrected mode it is the
 * column's kind, and synthetic integers are also valid decimals. Undefined: 'empty' without columns.
 */
export function tableStructure(real: Table, synthetic: Table, mode: FidelityMode): Result<number> {
  const typeOf = mode === 'parity' ? pandasType : ownType;
  const left = new Map(real.columns.map((column) => [column.name, typeOf(column)]));
  const right = new Map(synthetic.columns.map((column) => [column.name, typeOf(column)]));
  if (left.size + right.size === 0) return undefinedBecause('empty');
  let shared = 0;
  for (const [name, type] of left) {
    const other = right.get(name);
    if (other === type || (mode === 'corrected' && type === 'decimal' && other === 'integer')) shared += 1;
  }
  return defined(shared / (left.size + right.size - shared));
}

function ownType(column: Column): string {
  return column.kind === 'number' ? column.scale : 'category';
}

function pandasType(column: Column): string {
  const whole = missingIn(column) === 0;
  if (column.kind === 'category')
    return whole && column.levels.every((level) => /^(true|false)$/i.test(level)) ? 'bool' : 'object';
  if (column.scale === 'datetime') return 'datetime64[ns]';
  return column.scale === 'integer' && whole ? 'int64' : 'float64';
}

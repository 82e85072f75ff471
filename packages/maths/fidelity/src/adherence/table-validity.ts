import type { Table } from '@assay/stats';
import { pairColumns } from '../columns/pair-columns.ts';
import { prepareColumn, type Sides } from '../columns/prepare.ts';
import { type ColumnValidity, columnValidity, type Validity, validity } from './validity.ts';

/**
 * Validity alone, in corrected mode: for those who want to know whether a table has the form of another before
 * anything dear is computed. See `validity`.
 */
export function tableValidity(
  real: Table,
  synthetic: Table,
  options: { readonly ids?: readonly string[]; readonly keys?: readonly string[] } = {},
): Validity {
  const keys = new Set(options.keys ?? []);
  const ids = new Set([...(options.ids ?? []), ...keys]);
  const sides: Sides = { mode: 'corrected', rows: { real: real.rows, synthetic: synthetic.rows } };
  const columns: ColumnValidity[] = [];
  for (const pair of pairColumns(real, synthetic))
    if (keys.has(pair.name) || !ids.has(pair.name))
      columns.push(columnValidity(prepareColumn(pair, 'corrected'), sides, synthetic, keys));
  return validity(columns, real, synthetic, 'corrected');
}

import type { Table } from '@assay/stats';
import { prepareTables } from '../columns/prepare.ts';
import { type Validity, validity } from './validity.ts';

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
  return validity(prepareTables(real, synthetic, 'corrected'), synthetic, real, ids, keys);
}

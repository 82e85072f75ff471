import { type ColumnSpec, ROW_COLUMN } from '@assay/contracts';
import type { Duck } from './duck.ts';
import { identifier } from './sql-text.ts';

const HASH_GROUP = 100;

/**
 * Counts rows that equal an earlier row in every column, exactly: rows whose 64-bit hashes meet are compared value
 * by value, missing being equal to missing.
 */
export async function countDuplicates(
  duck: Duck,
  from: string,
  columns: readonly ColumnSpec[],
): Promise<{ duplicateRows: number; duplicateGroups: number }> {
  if (columns.length === 0) return { duplicateRows: 0, duplicateGroups: 0 };
  const names = columns.map((spec) => identifier(spec.name));
  const groups: string[] = [];
  for (let i = 0; i < names.length; i += HASH_GROUP)
    groups.push(`hash(${names.slice(i, i + HASH_GROUP).join(', ')})`);
  const hash = groups.length === 1 ? groups[0] : `hash(${groups.join(', ')})`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE row_hashes AS
     SELECT ${ROW_COLUMN} AS r, h FROM (SELECT ${ROW_COLUMN}, ${hash} AS h FROM ${from})
     QUALIFY count(*) OVER (PARTITION BY h) > 1`,
  );
  const met = await duck.rows('SELECT count(*) FROM row_hashes');
  if (Number(met[0]?.[0] ?? 0) === 0) return { duplicateRows: 0, duplicateGroups: 0 };
  const found = await duck.rows(
    `SELECT coalesce(sum(n - 1), 0)::DOUBLE, count(*) FROM
     (SELECT count(*) AS n FROM ${from} WHERE ${ROW_COLUMN} IN (SELECT r FROM row_hashes) GROUP BY ${names.join(', ')} HAVING count(*) > 1)`,
  );
  return { duplicateRows: Number(found[0]?.[0] ?? 0), duplicateGroups: Number(found[0]?.[1] ?? 0) };
}

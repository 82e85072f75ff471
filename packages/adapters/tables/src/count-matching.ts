import { type ColumnSpec, type Predicate, ROW_COLUMN } from '@assay/contracts';
import { compileToSql } from '@assay/domain';
import type { Duck } from './duck.ts';
import { TABLE } from './relation.ts';

/** Predicates that one scan of the table answers. */
const AT_ONCE = 50;
/** Row numbers that one statement takes. */
const ROWS_AT_ONCE = 50_000;

/**
 * How many rows match each of several predicates, exactly; of all rows, or of those whose numbers are given, each
 * once. The predicates must fit the columns.
 */
export async function countMatching(
  duck: Duck,
  columns: readonly ColumnSpec[],
  predicates: readonly Predicate[],
  kept: readonly number[] | null,
): Promise<number[]> {
  let from = TABLE;
  if (kept !== null) {
    await duck.run('CREATE TEMP TABLE kept__ (row__ BIGINT)');
    for (let start = 0; start < kept.length; start += ROWS_AT_ONCE) {
      await duck.rows('INSERT INTO kept__ SELECT unnest(CAST($1 AS BIGINT[]))', [
        JSON.stringify(kept.slice(start, start + ROWS_AT_ONCE)),
      ]);
    }
    from = `(SELECT * FROM ${TABLE} WHERE ${ROW_COLUMN} IN (SELECT row__ FROM kept__))`;
  }
  const counts: number[] = [];
  for (let start = 0; start < predicates.length; start += AT_ONCE) {
    const params: string[] = [];
    const select = predicates.slice(start, start + AT_ONCE).map((predicate) => {
      const compiled = compileToSql(predicate, columns, { firstParameter: params.length + 1 });
      params.push(...compiled.params);
      return `count(*) FILTER (WHERE ${compiled.sql})`;
    });
    const [found = []] = await duck.rows(`SELECT ${select.join(', ')} FROM ${from}`, params);
    counts.push(...found.map(Number));
  }
  return counts;
}

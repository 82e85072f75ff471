import { expect, test } from 'vitest';
import { compileToSql, type PredicateColumn } from '../index.ts';

const COLUMNS: PredicateColumn[] = [
  { name: 'a "b"', physical: 'VARCHAR' },
  { name: 'n', physical: 'BIGINT' },
];

// What the SQL decides is compared with `evaluate` in a real DuckDB, in the tables package.
test('names are quoted, literals are numbered parameters', () => {
  const { sql, params } = compileToSql(
    {
      op: 'and',
      args: [
        { op: 'compare', column: 'a "b"', comparator: '!=', value: "x' OR 1=1 --" },
        { op: 'in', column: 'n', values: [1, 2.5, '3'] },
      ],
    },
    COLUMNS,
    { firstParameter: 4, table: 't' },
  );
  expect(sql).toBe(
    '(("t"."a ""b""" <> CAST($4 AS VARCHAR)) AND (("t"."n" IN (CAST($5 AS BIGINT), CAST($6 AS BIGINT))) OR (CAST("t"."n" AS DOUBLE) IN (CAST($7 AS DOUBLE)))))',
  );
  expect(params).toEqual(["x' OR 1=1 --", '1', '3', '2.5']);
});

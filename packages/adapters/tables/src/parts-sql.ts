import { join } from 'node:path';
import { listSql } from './sql-text.ts';
import type { StagedPart } from './staged-table.ts';

/**
 * A table expression over staged parts with the wanted columns, as text. Parts of a JSON file that were written
 * before a column appeared lack it: it is missing there.
 */
export function partsSql(dir: string, parts: readonly StagedPart[], columns: readonly number[]): string {
  const groups = new Map<string, { files: string[]; present: boolean[] }>();
  for (const part of parts) {
    const present = columns.map((column) => column < part.columns);
    const key = present.map((has) => (has ? '1' : '0')).join('');
    const group = groups.get(key) ?? { files: [], present };
    group.files.push(...part.files.map((file) => join(dir, file)));
    groups.set(key, group);
  }
  const selects = [...groups.values()].map(({ files, present }) => {
    const list = columns.map((column, i) =>
      present[i] === true
        ? `CAST(c${column} AS VARCHAR) AS c${column}`
        : `CAST(NULL AS VARCHAR) AS c${column}`,
    );
    return `SELECT ${list.join(', ')} FROM read_parquet(${listSql(files)})`;
  });
  if (selects.length === 0) {
    return `(SELECT ${columns.map((column) => `CAST(NULL AS VARCHAR) AS c${column}`).join(', ')} WHERE false)`;
  }
  return `(${selects.join(' UNION ALL ')})`;
}

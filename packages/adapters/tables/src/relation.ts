import { type ChunkRef, type ColumnSpec, ROW_COLUMN, type TableManifest } from '@assay/contracts';
import { ImportFailure } from '@assay/formats';
import { type OpenDuck, openDuck, type TablesConfig } from './duck.ts';
import { identifier, listSql } from './sql-text.ts';

/** Name of the view that every query of a reader runs on. */
export const TABLE = 'data';

/** Opens a database in which `data` is the table of the manifest; `parts` are its chunks as tables, in row order. */
export async function openRelation(
  config: TablesConfig,
  manifest: TableManifest,
  localPathOf: (chunk: ChunkRef) => Promise<string>,
  signal?: AbortSignal,
): Promise<OpenDuck & { parts: string[] }> {
  const files = await Promise.all(manifest.chunks.map(localPathOf));
  const opened = await openDuck(config, signal);
  try {
    await opened.makeRoom(manifest.columns.length);
    const duck = await opened.connect();
    const empty = manifest.columns.map(
      (spec) => `CAST(NULL AS ${spec.physical}) AS ${identifier(spec.name)}`,
    );
    const source =
      files.length > 0
        ? `SELECT * FROM read_parquet(${listSql(files)})`
        : `SELECT ${[`CAST(NULL AS BIGINT) AS ${ROW_COLUMN}`, ...empty].join(', ')} WHERE false`;
    await duck.run(`CREATE VIEW ${TABLE} AS ${source}`).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new ImportFailure(
        'missing-chunk',
        `A part of the table cannot be read (${detail}). Import the source again, or restore the blob store.`,
        {
          cause: error,
        },
      );
    });
    duck.close();
    return { ...opened, parts: files.map((file) => `read_parquet(${listSql([file])})`) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The column of that name, or an error that names it. */
export function columnNamed(columns: readonly ColumnSpec[], name: string): ColumnSpec {
  const spec = columns.find((column) => column.name === name);
  if (spec === undefined)
    throw new ImportFailure('bad-header', `There is no column "${name}" in this table.`, { column: name });
  return spec;
}

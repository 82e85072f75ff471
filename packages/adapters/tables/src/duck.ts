import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportFailure } from '@assay/formats';
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';

export type TablesConfig = {
  /** DuckDB's own limit; the process needs about half as much again for buffers and results. */
  memoryLimitMb: number;
  threads: number;
  /** Where spilled data goes; each operation makes and removes its own folder in it. */
  tempDir: string;
};

/**
 * Freed memory waits for its next use up to so much before it goes back to the system. DuckDB's own limits of 128 and
 * 512 MB are for a process that it has to itself: the peak of an export was 431 and 487 MB with this, 507 to 537 without.
 */
const KEPT_FREE = '16MB';

/** Blocks that wait in an appender before they go to their table. */
const BLOCKS_AT_ONCE = 16;

/** One connection of an operation. */
export type Duck = {
  run: (sql: string) => Promise<void>;
  /** All rows of a small result. */
  rows: (sql: string, params?: readonly string[]) => Promise<DuckDBValue[][]>;
  /** A result read chunk by chunk. */
  stream: (sql: string, params?: readonly string[]) => Promise<DuckDBResult>;
  /** Adds rows to a table, as blocks of columns of at most 2048 values. */
  append: (
    table: string,
    types: readonly DuckDBType[],
    blocks: () => Iterable<readonly DuckDBValue[][]> | AsyncIterable<readonly DuckDBValue[][]>,
  ) => Promise<void>;
  close: () => void;
};

export type OpenDuck = {
  /** A connection; `own` interrupts it alone. */
  connect: (own?: AbortSignal) => Promise<Duck>;
  close: () => Promise<void>;
  /** Raises the memory limit by what a wide table reserves beside what it uses. */
  makeRoom: (columns: number) => Promise<void>;
};

/**
 * A DuckDB vector holds 2048 rows of a column, and reading and writing reserve several per column at once. Most of
 * the reserve is never touched: 10,000 columns reserve 3.2 GB and were seen to use 0.6 GB.
 */
const MB_PER_COLUMN = 0.32;
/** So many columns have their reserve within the limit. */
const FEW_COLUMNS = 100;

export async function openDuck(config: TablesConfig, signal?: AbortSignal): Promise<OpenDuck> {
  signal?.throwIfAborted();
  const spill = await mkdtemp(join(config.tempDir, 'duck-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  const connections: DuckDBConnection[] = [];
  const interrupt = (): void => {
    for (const connection of connections) connection.interrupt();
  };
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${config.memoryLimitMb}MB`,
    threads: String(config.threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
    allocator_flush_threshold: KEPT_FREE,
    allocator_bulk_deallocation_flush_threshold: KEPT_FREE,
  });
  signal?.addEventListener('abort', interrupt);
  const guard = (own: AbortSignal | undefined) => {
    const check = (): void => {
      signal?.throwIfAborted();
      own?.throwIfAborted();
    };
    return async <R>(work: () => Promise<R>): Promise<R> => {
      check();
      try {
        return await work();
      } catch (error) {
        check();
        throw asImportFailure(error);
      }
    };
  };
  return {
    connect: async (own) => {
      const guarded = guard(own);
      const connection = await instance.connect();
      connections.push(connection);
      const stop = (): void => connection.interrupt();
      own?.addEventListener('abort', stop);
      await connection.run("SET TimeZone = 'UTC'");
      return {
        run: (sql) => guarded(async () => void (await connection.run(sql))),
        rows: (sql, params) =>
          guarded(async () => (await connection.runAndReadAll(sql, bound(params))).getRows()),
        stream: (sql, params) => guarded(() => connection.stream(sql, bound(params))),
        append: (table, types, blocks) =>
          guarded(async () => {
            const appender = await connection.createAppender(table);
            try {
              // One chunk for all: its memory is freed only when JavaScript's is collected, which does not know of it.
              const chunk = DuckDBDataChunk.create(types);
              let waiting = 0;
              for await (const block of blocks()) {
                chunk.reset();
                chunk.rowCount = block[0]?.length ?? 0;
                block.forEach((values, at) => {
                  chunk.setColumnValues(at, values);
                });
                appender.appendDataChunk(chunk);
                waiting += 1;
                if (waiting % BLOCKS_AT_ONCE === 0) appender.flushSync();
              }
              appender.flushSync();
            } finally {
              appender.closeSync();
            }
          }),
        close: () => {
          own?.removeEventListener('abort', stop);
          connections.splice(connections.indexOf(connection), 1);
          connection.closeSync();
        },
      };
    },
    makeRoom: async (columns) => {
      if (columns <= FEW_COLUMNS) return;
      const connection = await instance.connect();
      await connection.run(
        `SET memory_limit = '${config.memoryLimitMb + Math.ceil(columns * MB_PER_COLUMN)}MB'`,
      );
      connection.closeSync();
    },
    close: async () => {
      signal?.removeEventListener('abort', interrupt);
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

/** DuckDB refuses an empty list of parameters. */
const bound = (params: readonly string[] | undefined): string[] | undefined =>
  params === undefined || params.length === 0 ? undefined : [...params];

/** Turns "no space" and "no permission" of the system or of DuckDB into something that a person can act on. */
export function asImportFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ImportFailure) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || /no space left|disk is full|max_temp_directory_size/i.test(error.message)) {
    return new ImportFailure(
      'disk-full',
      'The disk is full. Nothing was imported and partial files were removed; free some space and import again (the upload itself is kept).',
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new ImportFailure(
      'unwritable',
      `The working folder cannot be written (${code}). Nothing was imported; mend its permissions and import again.`,
      { cause: error },
    );
  }
  return error;
}

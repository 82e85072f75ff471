import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asImportFailure, type Duck } from './duck.ts';
import { wideOptions } from './parquet-options.ts';
import { literalSql } from './sql-text.ts';
import type { StagedPart } from './staged-table.ts';

/**
 * Takes canonical CSV in blocks, writes one file per part and turns each finished part into Parquet of text columns
 * while the next is being read. At most `workers.length` parts are in conversion at a time.
 */
export type PartWriter = {
  write: (bytes: Uint8Array, columns: number) => Promise<void>;
  endPart: (rows: number, longestRow: number) => Promise<void>;
  finish: () => Promise<StagedPart[]>;
  /** Waits for conversions under way, whatever their outcome. */
  settle: () => Promise<void>;
};

export function createPartWriter(options: {
  folder: string;
  delimiter: string;
  workers: readonly Duck[];
  /** Short rows are filled up with missing (JSON lines). */
  pad: boolean;
}): PartWriter {
  const { folder, delimiter, workers, pad } = options;
  const parts: StagedPart[] = [];
  const running = new Map<Duck, Promise<void>>();
  let failure: unknown = null;
  let handle: Awaited<ReturnType<typeof open>> | null = null;
  let partColumns = 0;
  let rowStart = 0;

  const csvPath = (n: number): string => join(folder, `part-${n}.csv`);

  const convert = async (worker: Duck, n: number, part: StagedPart, longestRow: number): Promise<void> => {
    const columns = Array.from({ length: part.columns }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ');
    // Rewriting may double quotes, and the limit must hold for the canonical row.
    const lineSize = Math.max(2_097_152, longestRow * 2 + 1024);
    await worker.run(
      `COPY (SELECT * FROM read_csv(${literalSql(csvPath(n))}, header = false, delim = ${literalSql(delimiter)}, ` +
        `quote = '"', escape = '"', nullstr = '', columns = {${columns}}, auto_detect = false, parallel = false, ` +
        `null_padding = ${pad}, max_line_size = ${lineSize}, buffer_size = ${Math.max(8_388_608, lineSize * 2)})) ` +
        `TO ${literalSql(join(folder, part.files[0] as string))} (FORMAT parquet, COMPRESSION snappy${wideOptions(part.columns)})`,
    );
    await rm(csvPath(n));
  };

  const freeWorker = async (): Promise<Duck> => {
    const idle = workers.find((worker) => !running.has(worker));
    if (idle !== undefined) return idle;
    await Promise.race(running.values());
    return freeWorker();
  };

  const rethrow = (): void => {
    if (failure !== null) throw failure;
  };

  return {
    async write(bytes, columns) {
      rethrow();
      try {
        handle ??= await open(csvPath(parts.length), 'w');
        let at = 0;
        while (at < bytes.length) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
      } catch (error) {
        throw asImportFailure(error);
      }
      partColumns = columns;
    },
    async endPart(rows, longestRow) {
      if (handle === null || rows === 0) return;
      try {
        await handle.close();
      } catch (error) {
        throw asImportFailure(error);
      } finally {
        handle = null;
      }
      const n = parts.length;
      const part: StagedPart = { files: [`part-${n}.parquet`], rows, rowStart, columns: partColumns };
      parts.push(part);
      rowStart += rows;
      const worker = await freeWorker();
      rethrow();
      running.set(
        worker,
        convert(worker, n, part, longestRow)
          .catch((error: unknown) => {
            failure ??= error;
          })
          .finally(() => running.delete(worker)),
      );
    },
    async finish() {
      await Promise.all(running.values());
      rethrow();
      return parts;
    },
    async settle() {
      await handle?.close().catch(() => undefined);
      handle = null;
      await Promise.all(running.values());
    },
  };
}

import { readFile } from 'node:fs/promises';
import { type ColumnSpec, columnSpec } from '@assay/contracts';
import { z } from 'zod';
import { CommandError } from '../frame/command-error.ts';
import { fileFault } from '../frame/file-fault.ts';

/** What `assay profile --json` writes, as a person may have corrected it; other fields of it are not looked at. */
const schemaFile = z.object({
  type: z.literal('assay.cli-profile'),
  version: z.literal(1),
  columns: z.array(columnSpec.omit({ index: true })).min(1),
});

export type TableSchema = ReadonlyMap<string, Omit<ColumnSpec, 'index'>>;

/**
 * Types and roles of columns by name, from the JSON of `assay profile`.
 *
 * @throws CommandError when the file cannot be read or does not hold them
 */
export async function readSchema(path: string): Promise<TableSchema> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(`The file ${path} cannot be read: ${fileFault(error) ?? String(error)}.`);
  });
  const read = schemaFile.safeParse(jsonOf(text, path));
  if (read.success) return new Map(read.data.columns.map((column) => [column.name, column]));
  const issue = read.error.issues[0];
  throw new CommandError(
    `The file ${path} is not what "assay profile --json" writes: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
  );
}

export function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`The file ${path} holds no JSON: ${error instanceof Error ? error.message : ''}.`);
  }
}

/** The columns of a file with what a schema says of those of the same name. */
export function withSchema(columns: readonly ColumnSpec[], schema: TableSchema | null): ColumnSpec[] {
  return columns.map((column) => {
    const said = schema?.get(column.name);
    return said === undefined ? column : { ...said, index: column.index, sourceName: column.sourceName };
  });
}

import { stat } from 'node:fs/promises';
import { CommandError } from './command-error.ts';
import { fileFault } from './file-fault.ts';

/** @throws CommandError unless `path` is a file that is there */
export async function requireTable(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw new CommandError(`The file ${path} cannot be read: ${fileFault(error) ?? String(error)}.`);
  });
  if (!found.isFile()) {
    const what = found.isDirectory() ? 'it is a folder' : 'it is not a file';
    throw new CommandError(`The file ${path} cannot be read: ${what}.`);
  }
}

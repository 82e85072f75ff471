import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { CommandError } from './command-error.ts';
import { fileFault } from './file-fault.ts';

/**
 * The SHA-256 of a file in lower-case hexadecimal; null where there is none.
 *
 * @throws CommandError when it is there and cannot be read
 */
export async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path)) hash.update(part);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new CommandError(`The file ${path} cannot be read: ${fileFault(error) ?? String(error)}.`);
  }
  return hash.digest('hex');
}

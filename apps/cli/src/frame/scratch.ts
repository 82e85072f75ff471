import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandError } from './command-error.ts';
import { fileFault } from './file-fault.ts';

/** What a command has lying around until it ends; removed also when the process is told to end at once. */
const leftovers = new Set<string>();
process.on('exit', () => {
  for (const path of leftovers) rmSync(path, { recursive: true, force: true });
});

/** Runs work with a folder of its own, which is gone afterwards whatever happens. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-cli-')).catch((error: unknown) => {
    throw new CommandError(
      `No temporary folder can be made in ${tmpdir()}: ${fileFault(error) ?? String(error)}. Set TMPDIR to a folder that can be written.`,
    );
  });
  leftovers.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    leftovers.delete(folder);
  }
}

/**
 * Writes a whole file or none: into a neighbour that takes its place once it is complete. That the place can be
 * written is found out before the work begins.
 *
 * @throws CommandError when the file cannot be written
 */
export async function writeWhole(
  path: string,
  work: (write: (part: string | Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const refuse = (error: unknown): never => {
    const fault = fileFault(error);
    throw fault === undefined ? error : new CommandError(`The file ${path} cannot be written: ${fault}.`);
  };
  const isFolder = await stat(path).then(
    (known) => known.isDirectory(),
    () => false,
  );
  if (isFolder) throw new CommandError(`The file ${path} cannot be written: it is a folder.`);
  const unfinished = `${path}.${randomUUID()}.part`;
  const file = await open(unfinished, 'wx').catch(refuse);
  leftovers.add(unfinished);
  try {
    try {
      await work(async (part) => {
        const bytes = typeof part === 'string' ? Buffer.from(part) : part;
        let at = 0;
        while (at < bytes.length) at += (await file.write(bytes, at).catch(refuse)).bytesWritten;
      });
      await file.sync().catch(refuse);
    } finally {
      await file.close();
    }
    await rename(unfinished, path).catch(refuse);
  } finally {
    await rm(unfinished, { force: true });
    leftovers.delete(unfinished);
  }
}

/** Are these the same file, also by another name for it? A file that is not there is its folder and its name. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const place = (path: string) =>
    realpath(path).catch(async () => {
      const folder = await realpath(dirname(path)).catch(() => dirname(path));
      return join(folder, path.slice(dirname(path).length));
    });
  return (await place(a)) === (await place(b));
}

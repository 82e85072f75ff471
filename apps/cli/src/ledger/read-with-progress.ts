import { open } from 'node:fs/promises';
import { CommandError } from '../frame/command-error.ts';
import { fileFault } from '../frame/file-fault.ts';

const CHUNK_BYTES = 256 * 1024;
/** Shares of the file after which progress is told. */
const STEP_PERCENT = 10;

/**
 * A file's bytes, in pieces. Tells each tenth of the file that was read.
 *
 * @throws CommandError when the file cannot be read
 */
export async function* readWithProgress(
  path: string,
  tell: (percent: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      let read = 0;
      let told = 0;
      for (;;) {
        const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        read += bytesRead;
        const percent = Math.floor((read / Math.max(size, read)) * 100);
        if (percent >= told + STEP_PERCENT && percent < 100) {
          told = percent - (percent % STEP_PERCENT);
          tell(told);
        }
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const fault = fileFault(error);
    throw fault === undefined ? error : new CommandError(`The file ${path} cannot be read: ${fault}.`);
  }
}

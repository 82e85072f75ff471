import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LaunchError } from './fail.ts';

/** Below this the database could not even recover. */
const NEEDED_BYTES = 512 * 1024 ** 2;

/** Makes sure that the home exists, can be written and has room, or says in one sentence what is wrong. */
export async function prepareHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o711 });
    const probe = path.join(home, '.probe');
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC') {
      throw new LaunchError(`The disk that holds ${home} is full: free some space and start again.`);
    }
    throw new LaunchError(
      `Assay cannot write to ${home} (${code}): give it the right to, or set ASSAY_HOME to a folder that it may write to.`,
    );
  }
  const { bavail, bsize } = await statfs(home);
  if (bavail * bsize < NEEDED_BYTES) {
    throw new LaunchError(
      `The disk that holds ${home} has only ${Math.floor((bavail * bsize) / 1024 ** 2)} MB left and Assay needs 512 MB: free some space and start again.`,
    );
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from './exit-cleanup.ts';
import { createRunDirectory, sweepRunDirectories } from './run-directory.ts';

export type TempDirectory = { path: string; remove(): void };

/** An empty folder, removed by `remove`, at the latest when the process ends. */
export function tempDirectory(): TempDirectory {
  sweepRunDirectories();
  const run = createRunDirectory('temp');
  const withdraw = onExit(run.remove);
  const path = join(run.path, 'files');
  mkdirSync(path);
  return {
    path,
    remove: () => {
      withdraw();
      run.remove();
    },
  };
}

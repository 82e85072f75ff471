import { execFile } from 'node:child_process';

export type RunOptions = { uid?: number; gid?: number; cwd?: string; env?: NodeJS.ProcessEnv };

/** Runs a program without a shell and returns what it printed; fails with its own words. */
export function runCommand(file: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { ...options, maxBuffer: 64 * 1024 ** 2 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else
        reject(
          new Error(`${file} ${args.join(' ')} failed: ${error.message}\n${stdout}${stderr}`, {
            cause: error,
          }),
        );
    });
  });
}

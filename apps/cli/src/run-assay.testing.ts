import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleAssay } from './testing/bundle-assay.ts';

const BUNDLED = await bundleAssay();
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export type Ran = { code: number | null; out: string; err: string };

/**
 * The command line as a process of its own, in a folder, with temporary files in another; `fromSource` as people
 * start it.
 */
export function startAssay(
  args: readonly string[],
  where: { cwd: string; temp: string; env?: Record<string, string>; fromSource?: boolean },
): { child: ChildProcess; ended: Promise<Ran>; said: () => string } {
  const program = where.fromSource === true ? ['--import', TSX, MAIN] : [BUNDLED];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: where.cwd,
    env: { ...process.env, ASSAY_API_KEY: '', ASSAY_URL: '', TMPDIR: where.temp, ...where.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    parts.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    parts.err += text;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...parts }));
  });
  return { child, ended, said: () => parts.err };
}

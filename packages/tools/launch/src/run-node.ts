import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';

export const tsxLoader = pathToFileURL(
  path.join(
    path.dirname(createRequire(path.join(root, 'package.json')).resolve('tsx/package.json')),
    'dist/loader.mjs',
  ),
).href;

export type NodeRun = {
  script: string;
  args?: readonly string[];
  cwd?: string;
  env?: Readonly<Record<string, string | undefined>>;
  /** Run TypeScript. */
  tsx?: boolean;
  /** `capture` keeps what it prints for the error and the result; `show` passes it on. */
  output?: 'show' | 'capture' | 'both';
};

/** Runs a JavaScript or TypeScript file with this Node: no shell, no npx. */
export function runNode(run: NodeRun): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const mode = run.output ?? 'capture';
    const child = spawn(
      process.execPath,
      [...(run.tsx ? ['--import', tsxLoader] : []), run.script, ...(run.args ?? [])],
      {
        cwd: run.cwd ?? root,
        env: { ...process.env, ...run.env },
        stdio: mode === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    const hear = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      if (mode === 'both') to.write(chunk);
    };
    child.stdout?.on('data', hear(process.stdout));
    child.stderr?.on('data', hear(process.stderr));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code: signal === null ? (code ?? 1) : 1, output }));
  });
}

/** Runs npm, which is a script on Windows and wants a shell there. */
export function runNpm(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', [...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code: signal === null ? (code ?? 1) : 1, output }));
  });
}

/** The JavaScript file of a package's tool, as seen from a workspace folder. */
export function toolFile(from: string, file: string): string {
  return path.join(root, from, 'node_modules', file);
}

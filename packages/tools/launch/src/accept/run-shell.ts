import { spawn } from 'node:child_process';
import { root } from '../root.ts';
import { lastLine, type Step } from './acceptance-line.ts';

/**
 * Runs a command as somebody would type it, and hears what it says. It proves its part when it ends with 0 and, where
 * `expected` is given, its last line matches.
 */
export function runShell(
  command: string,
  options: { cwd?: string; env?: Readonly<Record<string, string | undefined>>; expected?: RegExp } = {},
): Promise<Step> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const printed = lastLine(output);
      const passed = code === 0 && (options.expected === undefined || options.expected.test(printed));
      resolve({ command, printed, passed, output });
    });
  });
}

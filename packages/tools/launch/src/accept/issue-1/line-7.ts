import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../root.ts';
import type { AcceptanceLine } from '../acceptance-line.ts';
import { browserStep } from '../browser-step.ts';
import { runShell } from '../run-shell.ts';

export const line7: AcceptanceLine = {
  text: '`npm run shots` passes; no picture shows overlap, clipping or unreadable text; everything works by keyboard.',
  run: async (did) => {
    const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const command = 'npm run --silent shots';
    did(
      scripts.shots === undefined
        ? {
            command,
            printed: 'command missing',
            passed: false,
            output: 'package.json has no script "shots".',
          }
        : await runShell(command),
    );
    did(await browserStep(['keyboard.spec.ts']));
  },
};

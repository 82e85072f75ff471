import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { tempDirectory } from '@assay/testkit';
import { root } from '../../root.ts';
import type { AcceptanceLine } from '../acceptance-line.ts';
import { runShell } from '../run-shell.ts';
import { startAndInterrupt } from '../start-and-interrupt.ts';

/** A stranger's shell: nothing of this installation's environment, and of this Node's packages. */
const STRANGER = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(ASSAY_|DATABASE_|REDIS_|S3_|SMTP_|npm_|NODE_ENV$|NODE_OPTIONS$|PORT$)/.test(name))
    .map((name) => [name, undefined]),
);

export const line1: AcceptanceLine = {
  text: 'Fresh clone, only Node and npm (and root on Debian for the browser and Redis that tests use): `npm start` serves; `npm test` passes and ends with `N passed, N failed`; `.ci/run` calls it.',
  run: async (did) => {
    const folder = tempDirectory();
    // As root the database has a user of its own, who must be able to get to it.
    await chmod(folder.path, 0o711);
    const clone = path.join(folder.path, 'assay');
    try {
      did(await runShell(`git clone --quiet --no-local "${root}" "${clone}"`, { env: STRANGER }));
      did(await startAndInterrupt(clone, STRANGER));
      did(await runShell('.ci/run', { cwd: clone, env: STRANGER, expected: /^\d+ passed, 0 failed$/ }));
    } finally {
      folder.remove();
    }
  },
};

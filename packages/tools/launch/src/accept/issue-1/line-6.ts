import type { AcceptanceLine } from '../acceptance-line.ts';
import { runShell } from '../run-shell.ts';

export const line6: AcceptanceLine = {
  text: 'The floor check reads all modules and fails on a planted violation.',
  // Its three counts: no forbidden edge, enough modules read, and the violation that it plants found.
  run: async (did) =>
    did(await runShell('npm test --silent -- floors', { expected: /^3 passed, 0 failed$/ })),
};

import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

/** With ASSAY_SOAK=1 at 500 points instead of 5. */
export const line3: AcceptanceLine = {
  text: 'SIGKILL at seeded points (5 in `npm test`, 500 in soak) of web, worker and database during uploads and commands: every acknowledged (2xx received) id is readable, counts agree, no orphan blob is referenced, all jobs end, the log verifies.',
  run: async (did) =>
    did(await vitestStep('integration', ['packages/tools/launch/src/kill/kill-soak.int.test.ts'])),
};

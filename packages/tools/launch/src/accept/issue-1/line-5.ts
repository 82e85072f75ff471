import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

export const line5: AcceptanceLine = {
  text: 'Queue tests pass on Postgres and on a real Redis; blob tests on a folder and on a real S3-compatible server (`s3rver` from npm in tests).',
  run: async (did) => {
    did(
      await vitestStep(
        'integration',
        ['packages/adapters/queue/src/queue.int.test.ts'],
        ['queues on postgres', 'queues on redis'],
      ),
    );
    did(
      await vitestStep(
        'integration',
        ['packages/adapters/storage/src/storage.int.test.ts'],
        ['blobs in folder', 'blobs in s3'],
      ),
    );
  },
};

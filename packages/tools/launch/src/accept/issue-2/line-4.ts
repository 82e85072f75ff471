import type { AcceptanceLine } from '../acceptance-line.ts';
import { vitestStep } from '../vitest-step.ts';

const generation = 'packages/service/services/src/generation';

export const line4: AcceptanceLine = {
  text: 'One fitted model and one seed give identical rows with 1, 2 and 7 shards, on Postgres and Redis queues, and after a killed worker.',
  run: async (did) => {
    did(
      await vitestStep(
        'integration',
        [`${generation}/runs.int.test.ts`],
        [
          'a run makes the same rows with 1, 2 and 7 shards',
          'a run keeps its conditions and constraints, whatever the shards',
        ],
      ),
    );
    did(
      await vitestStep(
        'integration',
        [`${generation}/killed-worker.int.test.ts`],
        ['postgres', 'redis'].map(
          (queue) => `1, 2 and 7 shards and a killed worker give the same rows on ${queue}`,
        ),
      ),
    );
  },
};

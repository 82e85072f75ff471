import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, half a minute and more, by what their paths end with. Vitest knows only their sizes in
 * a new clone; a long one at the end would run while the other workers have nothing left to do. The kill soak is far
 * from the deployment, for both build the web application when that is still to be done.
 */
const LONGEST = [
  'deployment/deployment.int.test.ts',
  'validate/controls.int.test.ts',
  'frame/every-procedure.int.test.ts',
  'synthesize/synthesize-command.int.test.ts',
  'generation/killed-worker.int.test.ts',
  'queue/src/queue.int.test.ts',
  'kill/kill-soak.int.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((end) => moduleId.endsWith(`/${end}`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // As the application's own tsconfig.json has it.
        resolve: { alias: { '~': fileURLToPath(new URL('apps/web/src', import.meta.url)) } },
        test: {
          name: 'unit',
          // Pure code: files can share what they load, which takes longer than they do.
          isolate: false,
          // Not one fewer than there are cores, which is one of two.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          // Property tests try hundreds of cases; a busy machine is no fault of theirs.
          testTimeout: 60_000,
          include: ['packages/**/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/**/src/**/*.int.test.ts', 'apps/*/src/**/*.int.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/tools/testkit/src/vitest-global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // Each file makes a database of its own; what they load is the same, and takes long to load.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

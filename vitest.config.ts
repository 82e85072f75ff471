import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // As the application's own tsconfig.json has it.
        resolve: { alias: { '~': fileURLToPath(new URL('apps/web/src', import.meta.url)) } },
        test: {
          name: 'unit',
          // Pure code: files can share what they load, which takes longer than they do.
          isolate: false,
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

import { createDeps, readEnv } from '@assay/services';
import { seedDemo } from './demo/demo-scenario.ts';

// Run by the launcher with the environment of the worker.
const app = createDeps(readEnv({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }), 'cli');
try {
  await seedDemo(app);
} finally {
  await app.close();
}

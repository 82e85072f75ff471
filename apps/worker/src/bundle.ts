import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Modules of CommonJS inside the bundle ask for these, which a module of ES does not have. */
const BANNER = `
import { createRequire as createRequireOf } from 'node:module';
import { dirname as dirnameOf } from 'node:path';
import { fileURLToPath as pathOf } from 'node:url';
const require = createRequireOf(import.meta.url);
const __filename = pathOf(import.meta.url);
const __dirname = dirnameOf(__filename);
`;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// `dist/main.mjs`: the worker in one file, which starts in a sixth of the time that its sources take; beside it the
// thread that it hands long computations to, and the process that decodes pictures.
await build({
  entryPoints: [here('./main.ts'), here('./compute-thread.ts'), here('./picture-process.ts')],
  outdir: here('../dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Native code stays where it is; `pg-native` is asked for by pg and not there.
  external: ['@duckdb/node-api', 'pg-native', 'sharp'],
  banner: { js: BANNER },
  sourcemap: true,
  logLevel: 'warning',
});

import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Native code stays where the package that asks for it has it. */
const DUCKDB = '@duckdb/node-api';
const TABLES = fileURLToPath(import.meta.resolve('@assay/tables'));

/** Modules of CommonJS inside the bundle ask for it, which a module of ES does not have. */
const BANNER =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/**
 * A script in one file, as the deployment bundles the worker: run from its sources a process holds 130 MB
 * more, before it does anything.
 */
export async function bundleScript(script: string, folder: string): Promise<string> {
  const outfile = join(folder, `${basename(script, '.ts')}.mjs`);
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['pg-native'],
    banner: { js: BANNER },
    logLevel: 'error',
    plugins: [
      {
        name: 'native code by its address',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@duckdb\/node-api$/ }, () => ({
            path: createRequire(TABLES).resolve(DUCKDB),
            external: true,
          })),
      },
    ],
  });
  return outfile;
}

import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempDirectory } from '@assay/testkit';
import { build } from 'esbuild';

/** Native code, and a program that a command calls: they stay where they are, as seen from whoever asks for them. */
const APART = /^(@duckdb\/node-api|sharp|esbuild)$/;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The command line as one program, whose start takes a third of what starting its sources takes; tests start it a
 * hundred times. It lies in a folder that goes with this process.
 */
export async function bundleAssay(): Promise<string> {
  const folder = tempDirectory().path;
  // What is asked for by name while it runs is found as from the sources.
  symlinkSync(here('../../node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    entryPoints: [here('../main.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['pg-native'],
    plugins: [
      {
        name: 'apart',
        setup: ({ onResolve }) =>
          onResolve({ filter: APART }, ({ path, resolveDir }) => ({
            path: createRequire(join(resolveDir, 'any')).resolve(path),
            external: true,
          })),
      },
    ],
    // Modules of CommonJS inside the bundle ask for this, which a module of ES does not have.
    banner: {
      js: `import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);`,
    },
    logLevel: 'warning',
  });
  return join(folder, 'main.mjs');
}

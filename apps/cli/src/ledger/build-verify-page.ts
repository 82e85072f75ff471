import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildVerifyPage as pageOf } from '@assay/ledger';
import { build } from 'esbuild';

/**
 * Writes the page that verifies exports offline: one HTML file with all that it needs. Nothing is left behind
 * when it fails.
 *
 * @throws the system's error when the file cannot be written
 */
export async function buildVerifyPage(outFile: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@assay/ledger/page');
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const page = pageOf({ script: bundle.outputFiles.map(({ text }) => text).join('') });
  const unfinished = `${outFile}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, page);
    await rename(unfinished, outFile);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

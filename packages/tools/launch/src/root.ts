import path from 'node:path';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '../../../..');

/** `$ASSAY_HOME`: where this installation keeps its data; `.assay/` in the repository by default. */
export function assayHome(): string {
  return path.resolve(root, process.env.ASSAY_HOME ?? '.assay');
}

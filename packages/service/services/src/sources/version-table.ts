import type { TableManifest } from '@assay/contracts';
import type { TableReader } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';

/** Opens the chunks of a version for reading and closes them whatever happens. */
export async function withTable<T>(
  deps: Deps,
  manifest: TableManifest,
  use: (reader: TableReader) => Promise<T>,
): Promise<T> {
  const reader = await deps.tables.open(manifest, (chunk) => deps.storage.localPath(chunk.key));
  try {
    return await use(reader);
  } finally {
    await reader.close();
  }
}

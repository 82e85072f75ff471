import type { Dialect } from '@assay/contracts';
import { findPersonalData } from '@assay/services/find-personal-data';
import { openTableFile } from '../tables/open-table-file.ts';
import { type ProfileDocument, profileDocument } from './profile-document.ts';

/**
 * Reads a table as the product does: staged, written as chunks, searched for personal data in every value, and
 * profiled. Everything is written below `folder`, which the caller removes.
 */
export async function profileTable(options: {
  path: string;
  dialect: Dialect | undefined;
  folder: string;
  signal: AbortSignal;
  tell: (stage: string, share?: number) => void;
}): Promise<ProfileDocument> {
  const { signal, tell } = options;
  const file = await openTableFile(options);
  const { manifest, reader } = file;
  try {
    const findings = await findPersonalData(reader, manifest.columns, signal, async (rows) => {
      signal.throwIfAborted();
      tell('Looking for personal data', rows / Math.max(1, manifest.rows));
    });
    const profile = await file.tables.profile(reader, {
      signal,
      onProgress: ({ phase, done, total }) => tell(`Profiling ${phase}`, done / Math.max(1, total)),
    });
    return profileDocument({
      input: file.input,
      dialect: file.dialect,
      confidence: file.dialectConfidence,
      rejected: file.rejected,
      columns: manifest.columns,
      findings,
      profile,
      notices: file.notices,
    });
  } finally {
    await reader.close();
  }
}

import { AssayError, type ColumnSpec, type TableManifest, type TermsOverride } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { readinessOf } from '../sources/readiness.ts';
import {
  columnsOf,
  requireReadable,
  type SourceRow,
  termsOf,
  type VersionRow,
} from '../sources/source-record.ts';

export type ReadySource = {
  source: SourceRow;
  version: VersionRow;
  manifest: TableManifest;
  columns: ColumnSpec[];
  split: NonNullable<Awaited<ReturnType<Repositories['sources']['activeSplit']>>>;
  /** The decision of a manager without which the terms would refuse; null where it is not needed. */
  override: TermsOverride | null;
};

/**
 * The one gate before anything is learnt from a source: its terms permit it now (or a manager has overridden them, on
 * record), its version is ready, findings are decided and rows are split. Asked before a run is ordered, and again by
 * its job before the data is read.
 *
 * @param versionId the version to read; the current one when null
 * @throws AssayError `not-ready` with every reason
 */
export async function requireReadySource(
  t: Repositories,
  sourceId: string,
  versionId: string | null,
  now: Date,
): Promise<ReadySource> {
  const source = await t.sources.get(sourceId);
  if (source === null) {
    throw new AssayError(
      'not-ready',
      'The source is in the trash or was erased, so nothing can be learnt from it.',
      {
        kept: 'What was made from it before is unchanged.',
        next: 'Restore the source, or choose another.',
      },
    );
  }
  const readiness = await readinessOf(t, source, now, versionId ?? source.currentVersionId);
  if (!readiness.ready) {
    const blockers = readiness.missing.filter((item) => item.severity === 'blocker' && !item.overridden);
    throw new AssayError(
      'not-ready',
      `“${source.name}” may not be synthesised: ${blockers.map((item) => item.sentence).join(' ')}`,
      {
        kept: 'Nothing was learnt from it now.',
        next: 'Settle what is named, on the page of the source.',
        field: blockers[0]?.field ?? 'source',
      },
    );
  }
  const id = versionId ?? source.currentVersionId ?? '';
  const { version, manifest } = await requireReadable(t, id);
  const split = await t.sources.activeSplit(id);
  if (split === null) throw new AssayError('not-ready', 'The rows of the source are not split.');
  const needed = readiness.missing.some((item) => item.overridden);
  return {
    source,
    version,
    manifest,
    columns: await columnsOf(t, id),
    split,
    override: needed ? termsOf(source).override : null,
  };
}

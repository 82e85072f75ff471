import { AssayError, blindTest, type ColumnSpec, type TableManifest } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type NotShown, whyNotShown } from '@assay/domain';
import { z } from 'zod';
import type { Deps } from '../frame/deps.ts';
import { sourceFactsOf } from '../sources/readiness.ts';
import { columnsOf, personalColumns, requireReadable, type SourceRow } from '../sources/source-record.ts';
import type { BatchRow } from '../work/batch-record.ts';

/** The real rows that a blind test draws from, as far as they may be shown now. */
export type ShownSource = {
  source: SourceRow;
  manifest: TableManifest;
  columns: ColumnSpec[];
  personal: ReadonlySet<string>;
  /** Which rows are for tuning: reports and iteration read them, generators never did. */
  split: { key: string; tune: number };
};

const tuneRows = z.object({ tune: z.number() });

const GONE: NotShown = { field: 'source', sentence: 'The source is in the trash or was erased.' };

/**
 * The rows of a source version that people who label may be shown, or why they may not.
 *
 * @param shown columns that are to be shown; null where that is still to be found out
 */
export async function shownSource(
  t: Repositories,
  sourceVersionId: string,
  shown: readonly string[] | null,
  now: Date,
): Promise<{ ok: true; found: ShownSource } | { ok: false; reasons: NotShown[] }> {
  const version = await t.sources.version(sourceVersionId);
  const source = version === null ? null : await t.sources.get(version.sourceId);
  if (version === null || source === null || version.status === 'ERASED') {
    return { ok: false, reasons: [GONE] };
  }
  const personal = await personalColumns(t, sourceVersionId);
  const facts = await sourceFactsOf(t, source, sourceVersionId);
  const reasons = whyNotShown(facts, shown ?? [], personal, now);
  const split = await t.sources.activeSplit(sourceVersionId);
  if (reasons.length > 0 || split === null) return { ok: false, reasons };
  const { manifest } = await requireReadable(t, sourceVersionId);
  const columns = await columnsOf(t, sourceVersionId);
  const { tune } = tuneRows.parse(split.counts);
  return {
    ok: true,
    found: { source, manifest, columns, personal, split: { key: split.assignmentKey, tune } },
  };
}

/** Fails when the real rows of a blind test may not be shown now; any other batch shows none. */
export async function requireMayShow(deps: Deps, t: Repositories, batch: BatchRow): Promise<void> {
  if (batch.blind === null) return;
  const { sourceVersionId, columns } = blindTest.parse(batch.blind);
  const shown = await shownSource(t, sourceVersionId, columns, deps.clock.now());
  if (!shown.ok) throw refusalToShow(shown.reasons);
}

/** Why real rows may not be shown, as a refusal. */
export function refusalToShow(reasons: readonly NotShown[]): AssayError {
  return new AssayError(
    'not-ready',
    `Real rows may not be shown: ${reasons.map(({ sentence }) => sentence).join(' ')}`,
    {
      kept: 'Nothing was shown.',
      next: 'Settle what is named, on the page of the source.',
      field: reasons[0]?.field ?? 'source',
    },
  );
}

import { AssayError, blindTest, type ColumnSpec, type TableManifest } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type NotShown, namingColumns, whyNotShown } from '@assay/domain';
import { z } from 'zod';
import type { Deps } from '../frame/deps.ts';
import { type RunRow, requireRows } from '../runs/run-record.ts';
import { sourceFactsOf } from '../sources/readiness.ts';
import { columnsOf, personalColumns, privacyUnitOf, requireReadable } from '../sources/source-record.ts';
import type { BatchRow } from '../work/batch-record.ts';

/** The real rows that a blind test draws from, as far as they may be shown now. */
export type ShownSource = {
  versionId: string;
  manifest: TableManifest;
  columns: ColumnSpec[];
  personal: ReadonlySet<string>;
  /** Columns that name a row or a person. */
  naming: ReadonlySet<string>;
  /** Which rows are for tuning: reports and iteration read them, the generator of the run never did. */
  split: { id: string; key: string; tune: number };
};

type Shown<Found> = { ok: true; found: Found } | { ok: false; reasons: NotShown[] };

const tuneRows = z.object({ tune: z.number() });

const GONE: NotShown = { field: 'source', sentence: 'The source is in the trash or was erased.' };
const NO_SOURCE: NotShown = { field: 'runId', sentence: 'The run was made from no real data.' };
const NO_SPLIT: NotShown = { field: 'split', sentence: 'The split by which the run was made is gone.' };
const NO_RUN: NotShown = { field: 'runId', sentence: 'The run is in the trash.' };

/** The split by which a run was made, also after a new one; of a run that was made by none the one in force. */
async function splitOf(t: Repositories, run: RunRow, versionId: string, splitId: string | null) {
  const splits = await t.sources.splits(versionId);
  const wanted = splitId ?? run.splitId;
  return splits.find((each) => (wanted === null ? each.active : each.id === wanted)) ?? null;
}

/**
 * The real rows behind a run that people who label may be shown, or why they may not.
 *
 * @param test the blind test that shows them; null where one is still to be made
 */
export async function shownSource(
  t: Repositories,
  run: RunRow,
  test: { sourceVersionId: string; splitId: string; columns: readonly string[] } | null,
  now: Date,
): Promise<Shown<ShownSource>> {
  const versionId = test?.sourceVersionId ?? run.sourceVersionId;
  if (versionId === null) return { ok: false, reasons: [NO_SOURCE] };
  const version = await t.sources.version(versionId);
  const source = version === null ? null : await t.sources.get(version.sourceId);
  if (version === null || source === null || version.status === 'ERASED') {
    return { ok: false, reasons: [GONE] };
  }
  const personal = await personalColumns(t, versionId);
  const columns = await columnsOf(t, versionId);
  const naming = namingColumns(columns, privacyUnitOf(source));
  const facts = await sourceFactsOf(t, source, versionId);
  const reasons = whyNotShown(facts, test?.columns ?? [], { personal, naming }, now);
  const split = await splitOf(t, run, versionId, test?.splitId ?? null);
  if (split === null && reasons.length === 0) reasons.push(NO_SPLIT);
  if (reasons.length > 0 || split === null) return { ok: false, reasons };
  const { manifest } = await requireReadable(t, versionId);
  const { tune } = tuneRows.parse(split.counts);
  const { id, assignmentKey: key } = split;
  return { ok: true, found: { versionId, manifest, columns, personal, naming, split: { id, key, tune } } };
}

/** Both halves of a blind test as they can be shown now, or why they cannot. */
export async function shownHalves(
  t: Repositories,
  batch: BatchRow,
  now: Date,
): Promise<Shown<{ real: ShownSource; made: TableManifest }>> {
  const run = await t.runs.get(batch.runId);
  if (run === null) return { ok: false, reasons: [NO_RUN] };
  const shown = await shownSource(t, run, blindTest.parse(batch.blind), now);
  return shown.ok ? { ok: true, found: { real: shown.found, made: requireRows(run) } } : shown;
}

/** Fails when the real rows of a blind test may not be shown now; any other batch shows none. */
export async function requireMayShow(deps: Deps, t: Repositories, batch: BatchRow): Promise<void> {
  if (batch.blind === null) return;
  const shown = await shownHalves(t, batch, deps.clock.now());
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

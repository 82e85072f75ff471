import {
  AssayError,
  type BatchSelection,
  type LabelModel,
  type LabelSchema,
  type RowLikelihood,
  type TableManifest,
} from '@assay/contracts';
import { createStream, drawSubset } from '@assay/random';
import { computeAside } from '../compute/compute-aside.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { utilityRows } from '../reports/row-budgets.ts';
import { withTable } from '../sources/version-table.ts';
import { loadTable } from '../tables/load-table.ts';
import { stackRuns } from '../tables/stack-runs.ts';

/** A row as it is shown: of which run, and with which label if another one was planted. */
export type ShownRow = { runId: string; row: number; label: string | null };

/** Does somebody want to know how likely the rows' own labels are? */
export function asksLikelihood({ likelihood, order }: BatchSelection): boolean {
  return likelihood === true || order === 'suspects';
}

/** The question whose proposal is a row's own label, with its column; null where labels do not come with rows. */
export function proposedQuestion(
  schema: LabelSchema,
  manifest: TableManifest,
): { id: string; column: string } | null {
  for (const question of schema.questions) {
    if (question.kind !== 'single' || question.corrects === null) continue;
    if (!manifest.columns.some(({ name }) => name === question.corrects)) continue;
    return { id: question.id, column: question.corrects };
  }
  return null;
}

/** What rows may be told apart by: identifiers and free text say nothing that another row could say too. */
export function featureColumns(manifest: TableManifest): string[] {
  return manifest.columns
    .filter(({ type, role }) => role !== 'identifier' && type !== 'identifier' && type !== 'text')
    .map(({ name }) => name);
}

const nameOf = ({ runId, row }: { runId: string; row: number }) => `${runId} ${row}`;

/**
 * How likely a model finds the label that came with each row of a batch. It learns from the batch's rows and from
 * others of the run, as many as reports learn from.
 *
 * @param shown every row that is judged; others are only learnt from
 * @throws AssayError 'too-large' where more rows are to be judged than are learnt from; 'not-ready' where nothing can
 * be learnt
 */
export async function batchLikelihoods(
  deps: Deps,
  run: JobRun<'batch.build'>,
  of: {
    runId: string;
    manifest: TableManifest;
    manifests: ReadonlyMap<string, TableManifest>;
    question: { id: string; column: string };
    shown: readonly ShownRow[];
    seed: string;
  },
): Promise<{ model: LabelModel; likelihoodOf: (row: ShownRow) => RowLikelihood | null }> {
  const { runId, manifest, question, shown, seed } = of;
  const { signal } = run;
  const columns = [...new Set([...featureColumns(manifest), question.column])];
  const most = utilityRows(columns.length);
  if (shown.length > most) {
    throw new AssayError('too-large', `A model judges at most ${most} rows of ${columns.length} columns.`, {
      kept: 'The batch is kept with its settings.',
      next: 'Make another batch with fewer rows, or without asking how likely labels are.',
    });
  }
  const kept = new Set(shown.filter((each) => each.runId === runId).map((each) => each.row));
  const spare = Math.max(0, most - shown.length);
  for (const row of drawSubset(createStream(seed, 'learnt from'), manifest.rows, spare)) kept.add(row);
  await run.progress({ stage: 'likelihoods', done: 0, total: null });
  const places = new Map<string, number>();
  const tables = [];
  for (const [id, ofRun] of new Map([...of.manifests, [runId, manifest] as const])) {
    const rows =
      id === runId ? kept : new Set(shown.filter((each) => each.runId === id).map((each) => each.row));
    if (rows.size === 0) continue;
    for (const row of [...rows].sort((a, b) => a - b)) places.set(nameOf({ runId: id, row }), places.size);
    tables.push(
      await withTable(deps, ofRun, (reader) =>
        loadTable(reader, { columns, keep: (row) => rows.has(row), signal }),
      ),
    );
  }
  let done = 0;
  const found = await computeAside(
    { kind: 'likelihood', request: { table: stackRuns(tables), target: question.column, seed } },
    { signal, progress: (now) => (done = now) },
  );
  await run.progress({ stage: 'likelihoods', done, total: done });
  if (!found.known) {
    throw new AssayError(
      'not-ready',
      `Nothing can be learnt of "${question.column}" from these rows (${found.reason}).`,
      {
        kept: 'The batch is kept with its settings.',
        next: 'Make another batch without asking how likely labels are.',
      },
    );
  }
  const { classes, values, own, about } = found;
  const model: LabelModel = {
    type: 'assay.label-model',
    version: 1,
    questionId: question.id,
    column: question.column,
    ...about,
  };
  const bounded = (value: number) => Math.min(1, Math.max(0, value));
  return {
    model,
    likelihoodOf: (row) => {
      const place = places.get(nameOf(row));
      if (place === undefined) return null;
      const k = row.label === null ? (own[place] ?? -1) : classes.indexOf(row.label);
      if (k < 0) return null;
      const likely = (at: number) => values[place * classes.length + at] ?? 0;
      let best = 0;
      for (let at = 1; at < classes.length; at += 1) if (likely(at) > likely(best)) best = at;
      return { own: bounded(likely(k)), likeliest: classes[best] ?? '', probability: bounded(likely(best)) };
    },
  };
}

import { AssayError, type BatchSelection, type RowLikelihood, type TableManifest } from '@assay/contracts';
import { placeControls } from '@assay/domain';
import { createStream, drawInteger } from '@assay/random';
import { computeAside } from '../compute/compute-aside.ts';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';
import { loadTable } from '../tables/load-table.ts';
import { featureColumns, type ShownRow } from './batch-likelihoods.ts';
import type { Control } from './choose-controls.ts';
import { shownOf } from './shown-of.ts';

/** Rows that are put beside rows like them: beyond it the order is not worth the time that it takes. */
const MOST_SIMILAR = 100_000;

/** Rows so that those that are alike follow one another: by every column that is no identifier and no free text. */
async function similarRows(
  deps: Deps,
  manifest: TableManifest,
  rows: readonly number[],
  signal: AbortSignal,
): Promise<number[]> {
  if (rows.length > MOST_SIMILAR) {
    throw new AssayError('too-large', `At most ${MOST_SIMILAR} rows are put beside rows like them.`, {
      kept: 'The batch is kept with its settings.',
      next: 'Make another batch with fewer rows, or in another order.',
    });
  }
  const kept = new Set(rows);
  const table = await withTable(deps, manifest, (reader) =>
    loadTable(reader, { columns: featureColumns(manifest), keep: (row) => kept.has(row), signal }),
  );
  const ascending = [...rows].sort((a, b) => a - b);
  if (table.rows !== ascending.length) return ascending;
  const { order } = await computeAside(
    { kind: 'similar', request: { table } },
    { signal, progress: () => {} },
  );
  return [...order].map((at) => ascending[at] as number);
}

type Asked = {
  selection: BatchSelection;
  runId: string;
  manifest: TableManifest;
  samples: readonly number[];
  controls: readonly Control[];
  likelihoodOf: (row: ShownRow) => RowLikelihood | null;
};

/** By what samples and controls are ordered, the least first. */
async function ranksOf(
  deps: Deps,
  { selection, runId, manifest, samples, controls, likelihoodOf }: Asked,
  signal: AbortSignal,
): Promise<{ sample: (row: number) => number; control: (control: Control, at: number) => number }> {
  if (selection.order === 'row') return { sample: (row) => row, control: ({ row }) => row };
  if (selection.order === 'suspects') {
    const own = (row: ShownRow) => likelihoodOf(row)?.own ?? 2;
    return { sample: (row) => own({ runId, row, label: null }), control: (each) => own(shownOf(each)) };
  }
  const here = controls.filter((control) => control.runId === runId).map(({ row }) => row);
  const order = await similarRows(deps, manifest, [...samples, ...here], signal);
  const place = new Map(order.map((row, at) => [row, at]));
  const stream = createStream(selection.seed, 'places of controls');
  return {
    sample: (row) => place.get(row) ?? 0,
    // A row of another run is like none of these more than of those.
    control: (control, at) =>
      control.runId === runId ? (place.get(control.row) ?? 0) : drawInteger(stream, at, order.length) + 0.5,
  };
}

/**
 * Samples and controls in the order in which they are served: controls lie where they would if they were samples, so
 * that no order gives them away.
 *
 * @returns samples in their order, controls in theirs, and the places of the controls among all items
 */
export async function arrangeItems(
  deps: Deps,
  asked: Asked,
  signal: AbortSignal,
): Promise<{ samples: number[]; controls: Control[]; places: number[] }> {
  const { selection, samples, controls } = asked;
  if (selection.order === 'shuffled') {
    const stream = createStream(selection.seed, 'places of controls');
    const places = placeControls(samples.length, controls.length, stream);
    return { samples: [...samples], controls: [...controls], places };
  }
  const ranks = await ranksOf(deps, asked, signal);
  const entries = [
    ...samples.map((row) => ({ row, control: null, rank: ranks.sample(row) })),
    ...controls.map((control, at) => ({ row: control.row, control, rank: ranks.control(control, at) })),
  ];
  // Stable: of equal ones the order stays in which they were drawn.
  entries.sort((a, b) => a.rank - b.rank);
  return {
    samples: entries.filter(({ control }) => control === null).map(({ row }) => row),
    controls: entries.flatMap(({ control }) => (control === null ? [] : [control])),
    places: entries.flatMap(({ control }, at) => (control === null ? [] : [at])),
  };
}

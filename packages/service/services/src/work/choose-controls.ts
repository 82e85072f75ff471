import {
  type BatchSelection,
  batchControls,
  batchSelection,
  type ControlTruth,
  controlTruth,
  type LabelSchema,
  type TableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { cellsUnder, faultFactsOf, plantFault } from '@assay/domain';
import { createStream, drawInteger, drawSubset, shuffled } from '@assay/random';
import type { CellValue } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import type { BatchRow } from './batch-record.ts';
import { chooseRows } from './choose-rows.ts';
import { controlCellsDocument } from './control-record.ts';
import { type GoldRow, goldRows } from './gold-rows.ts';
import { pickRows } from './pick-rows.ts';

/** Rows by which it is said what the columns of a run are like. */
const ROWS_OF_FACTS = 2_000;

/** A row that measures who answers it. */
export type Control = {
  kind: string;
  runId: string;
  row: number;
  /** As they are shown. */
  cells: CellValue[];
  truth: ControlTruth;
};

type Asked = {
  batch: BatchRow;
  manifest: TableManifest;
  schema: { id: string; document: LabelSchema };
  chosen: readonly number[];
  /** Rows of which something is proposed that the rows do not say themselves; null where nothing is. */
  proposed: ReadonlySet<number> | null;
};

/** Draws `size` of a list; the same seed draws the same. */
function draw<T>(list: readonly T[], size: number, seed: string, name: string): T[] {
  return [...drawSubset(createStream(seed, name), list.length, size)].map((at) => list[at] as T);
}

/** Rows that are gold: those that the batch does not ask about anyhow come first. */
async function chooseGold(
  deps: Deps,
  asked: Asked,
  found: Awaited<ReturnType<typeof goldRows>>,
  seed: string,
  size: number,
  signal: AbortSignal,
): Promise<Control[]> {
  const { batch, chosen } = asked;
  const isAsked = new Set(chosen);
  const overlaps = ({ runId, row }: GoldRow) => runId === batch.runId && isAsked.has(row);
  // One without a proposal, where all others have one, would be known by that.
  const fits = ({ runId, row }: GoldRow) =>
    asked.proposed === null || (runId === batch.runId && asked.proposed.has(row));
  const apart = found.gold.filter((each) => fits(each) && !overlaps(each));
  const rest = found.gold.filter((each) => fits(each) && overlaps(each));
  const drawn = [
    ...draw(apart, size, seed, 'gold'),
    ...draw(rest, Math.max(0, size - apart.length), seed, 'gold of the batch'),
  ];
  const controls: Control[] = [];
  for (const runId of new Set(drawn.map((each) => each.runId))) {
    const ofRun = drawn.filter((each) => each.runId === runId);
    const manifest = found.manifests.get(runId);
    if (manifest === undefined) continue;
    const rows = ofRun.map(({ row }) => row);
    const cells = await withTable(deps, manifest, (reader) => pickRows(reader, rows, signal));
    for (const { row, decisionId, answer } of ofRun) {
      const truth = { type: 'assay.control', version: 1, kind: 'gold', decisionId, answer } as const;
      const shown = cellsUnder(cells.get(row) ?? [], manifest.columns, asked.manifest.columns);
      controls.push({ kind: 'gold', runId, row, cells: shown, truth });
    }
  }
  return controls;
}

function withoutCorrections(schema: LabelSchema): LabelSchema {
  return {
    ...schema,
    questions: schema.questions.map((question) =>
      'corrects' in question ? { ...question, corrects: null } : question,
    ),
  };
}

/**
 * Rows in which a fault is planted: of those that match the batch and are not asked about, as far as there are any. A
 * row that is asked about too would stand beside itself as it was.
 */
async function chooseSeeded(
  deps: Deps,
  { batch, manifest, schema, chosen, proposed }: Asked,
  selection: BatchSelection,
  size: number,
  signal: AbortSignal,
): Promise<Control[]> {
  const { seed } = selection;
  return withTable(deps, manifest, async (reader) => {
    const isAsked = new Set(chosen);
    const matching = await chooseRows(
      reader,
      { ...selection, size: null, quota: null, order: 'row' },
      signal,
      proposed,
    );
    const apart = matching.filter((row) => !isAsked.has(row));
    const rows = draw(apart, size, seed, 'seeded');
    const sample = draw(matching, ROWS_OF_FACTS, seed, 'facts');
    const cells = await pickRows(reader, [...rows, ...sample], signal);
    const facts = faultFactsOf(
      manifest.columns,
      sample.map((row) => cells.get(row) ?? []),
    );
    // What is proposed does not come from the row: another label in it is no fault of the proposal.
    const planted = proposed === null ? schema.document : withoutCorrections(schema.document);
    const stream = createStream(seed, 'faults');
    const controls: Control[] = [];
    for (const row of rows) {
      let turn = 0;
      const made = plantFault(planted, facts, cells.get(row) ?? [], (bound) =>
        drawInteger(stream, row, bound, turn++),
      );
      if (made === null) continue;
      const truth = { type: 'assay.control', version: 1, kind: 'seeded', fault: made.fault } as const;
      controls.push({ kind: 'seeded', runId: batch.runId, row, cells: made.cells, truth });
    }
    return controls;
  });
}

/**
 * Rows that measure who answers, before they have places; or, with their places, those that were chosen before an
 * interruption: what experts decided since changes nothing.
 */
export async function chooseControls(
  deps: Deps,
  run: JobRun<'batch.build'>,
  asked: Asked,
): Promise<{ controls: Control[]; places: number[] | null }> {
  const { actor, signal } = run;
  const { batch, manifest, schema, chosen } = asked;
  const shares = batchControls.parse(batch.controls ?? {});
  const sizes = {
    gold: Math.ceil(shares.gold * chosen.length),
    seeded: Math.ceil(shares.seeded * chosen.length),
  };
  if (sizes.gold + sizes.seeded === 0) return { controls: [], places: [] };
  const known = await query(deps, actor, (t) => t.controls.items(batch.id));
  if (known.length > 0) {
    const controls = known.map(({ kind, runId, row, cells, truth }) => ({
      kind,
      runId,
      row,
      cells: controlCellsDocument.parse(cells),
      truth: controlTruth.parse(truth),
    }));
    return { controls, places: known.map(({ item }) => item) };
  }
  const selection = batchSelection.parse(batch.selection);
  const { seed } = selection;
  const found = await query(deps, actor, (t) =>
    goldRows(
      t,
      { projectId: batch.projectId, labelSchemaId: schema.id, schema: schema.document, manifest },
      'control',
    ),
  );
  const gold = sizes.gold === 0 ? [] : await chooseGold(deps, asked, found, seed, sizes.gold, signal);
  const seeded = sizes.seeded === 0 ? [] : await chooseSeeded(deps, asked, selection, sizes.seeded, signal);
  const controls = shuffled(createStream(seed, 'order of controls'), [...gold, ...seeded]);
  return { controls, places: null };
}

/** Keeps controls with the places that they were given. */
export async function storeControls(
  t: Repositories,
  batchId: string,
  controls: readonly Control[],
  places: readonly number[],
): Promise<void> {
  await t.controls.addItems(
    batchId,
    controls.map((each, i) => ({
      ...each,
      item: places[i] as number,
      cells: asJson(each.cells),
      truth: asJson(each.truth),
    })),
  );
}

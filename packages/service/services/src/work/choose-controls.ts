import {
  type BatchSelection,
  batchControls,
  batchSelection,
  type ControlTruth,
  type LabelSchema,
  type TableManifest,
} from '@assay/contracts';
import type { ControlItemRow } from '@assay/db';
import { faultFactsOf, placeControls, plantFault } from '@assay/domain';
import { createStream, drawInteger, drawSubset, shuffled } from '@assay/random';
import type { CellValue } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import type { BatchRow } from './batch-record.ts';
import { chooseRows } from './choose-rows.ts';
import { type GoldRow, goldRows } from './gold-rows.ts';
import { pickRows } from './pick-rows.ts';

/** Rows by which it is said what the columns of a run are like. */
const ROWS_OF_FACTS = 2_000;

type Control = Omit<ControlItemRow, 'item' | 'cells' | 'truth'> & { cells: CellValue[]; truth: ControlTruth };

type Asked = {
  batch: BatchRow;
  manifest: TableManifest;
  schema: { id: string; document: LabelSchema };
  chosen: readonly number[];
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
  const apart = found.gold.filter((each) => !overlaps(each));
  const rest = found.gold.filter(overlaps);
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
      controls.push({ kind: 'gold', runId, row, cells: cells.get(row) ?? [], truth });
    }
  }
  return controls;
}

/** Rows in which a fault is planted: of those that match the batch and are not asked about, while there are any. */
async function chooseSeeded(
  deps: Deps,
  { batch, manifest, schema, chosen }: Asked,
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
    );
    const apart = matching.filter((row) => !isAsked.has(row));
    const rows = [
      ...draw(apart, size, seed, 'seeded'),
      ...draw(
        [...chosen].sort((a, b) => a - b),
        Math.max(0, size - apart.length),
        seed,
        'seeded of the batch',
      ),
    ];
    const sample = draw(matching, ROWS_OF_FACTS, seed, 'facts');
    const cells = await pickRows(reader, [...rows, ...sample], signal);
    const facts = faultFactsOf(
      manifest.columns,
      sample.map((row) => cells.get(row) ?? []),
    );
    const stream = createStream(seed, 'faults');
    const controls: Control[] = [];
    for (const row of rows) {
      let turn = 0;
      const planted = plantFault(schema.document, facts, cells.get(row) ?? [], (bound) =>
        drawInteger(stream, row, bound, turn++),
      );
      if (planted === null) continue;
      const truth = { type: 'assay.control', version: 1, kind: 'seeded', fault: planted.fault } as const;
      controls.push({ kind: 'seeded', runId: batch.runId, row, cells: planted.cells, truth });
    }
    return controls;
  });
}

/**
 * The control items of a batch with their places. They are chosen once: what was chosen before an interruption stays,
 * whatever experts decided since.
 */
export async function controlsOf(
  deps: Deps,
  run: JobRun<'batch.build'>,
  asked: Asked,
): Promise<ControlItemRow[]> {
  const { actor, signal } = run;
  const { batch, manifest, schema, chosen } = asked;
  const shares = batchControls.parse(batch.controls ?? {});
  const sizes = {
    gold: Math.ceil(shares.gold * chosen.length),
    seeded: Math.ceil(shares.seeded * chosen.length),
  };
  if (sizes.gold + sizes.seeded === 0) return [];
  const known = await query(deps, actor, (t) => t.controls.items(batch.id));
  if (known.length > 0) return known;
  await run.progress({ stage: 'controls', done: 0, total: sizes.gold + sizes.seeded });
  const selection = batchSelection.parse(batch.selection);
  const { seed } = selection;
  const found = await query(deps, actor, (t) =>
    goldRows(t, { projectId: batch.projectId, labelSchemaId: schema.id, schema: schema.document, manifest }),
  );
  const gold = sizes.gold === 0 ? [] : await chooseGold(deps, asked, found, seed, sizes.gold, signal);
  const seeded = sizes.seeded === 0 ? [] : await chooseSeeded(deps, asked, selection, sizes.seeded, signal);
  const all = shuffled(createStream(seed, 'order of controls'), [...gold, ...seeded]);
  const isAsked = new Set(chosen);
  const asksAgain = gold.filter(({ runId, row }) => runId === batch.runId && isAsked.has(row)).length;
  const places = placeControls(
    chosen.length - asksAgain,
    all.length,
    createStream(seed, 'places of controls'),
  );
  const items = all.map((control, i) => ({ ...control, item: places[i] as number }));
  return query(deps, actor, async (t) => {
    await t.controls.addItems(
      batch.id,
      items.map((each) => ({ ...each, cells: asJson(each.cells), truth: asJson(each.truth) })),
    );
    return t.controls.items(batch.id);
  });
}

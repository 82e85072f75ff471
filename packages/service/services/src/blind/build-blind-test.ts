import { blindTest, SPLIT_BYTES } from '@assay/contracts';
import { type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readSplit } from '../generation/read-split.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { asJson } from '../sources/source-record.ts';
import { requireBatch } from '../work/batch-record.ts';
import { openBatch } from '../work/open-batch.ts';
import { controlSampleKey } from '../work/sample-key.ts';
import { drawBlindRows } from './draw-blind-rows.ts';
import { refusalToShow, shownHalves } from './shown-source.ts';

/** Draws the rows of a blind test and opens it. Rows that were drawn before an interruption stay. */
export async function buildBlindTest(deps: Deps, run: JobRun<'batch.build'>): Promise<JsonValue> {
  const { actor } = run;
  const { batchId } = run.job.payload;
  await run.progress({ stage: 'choosing', done: 0, total: null });
  const { batch, blind, halves, known } = await query(deps, actor, async (t) => {
    const batch = await requireBatch(t, batchId);
    const shown = await shownHalves(t, batch, deps.clock.now());
    if (!shown.ok) throw refusalToShow(shown.reasons);
    const known = await t.controls.items(batchId);
    return { batch, blind: blindTest.parse(batch.blind), halves: shown.found, known };
  });
  if (known.length === 0) {
    const isTune = await readSplit(deps, halves.real.split.key, SPLIT_BYTES.tune);
    const real = Array.from({ length: halves.real.manifest.rows }, (_, row) => row).filter(isTune);
    // Kept nowhere: whoever knew it could draw the rows again.
    const seed = Buffer.from(deps.randomBytes(32)).toString('hex');
    const drawn = drawBlindRows(seed, blind.size, real, halves.made.rows);
    await query(deps, actor, async (t) => {
      await t.controls.addItems(
        batchId,
        drawn.map(({ origin, row }, item) => ({
          item,
          kind: 'blind',
          runId: batch.runId,
          row,
          cells: [],
          truth: asJson({ type: 'assay.control', version: 1, kind: 'blind', origin }),
        })),
      );
      // A task says nothing of where its row lies: its number there would tell.
      const tasks = drawn.map((_, item) => {
        return { row: item, key: controlSampleKey(batchId, item), control: 'blind', likelihood: null };
      });
      await t.batches.addTasks(batchId, batch.overlap, 0, tasks);
    });
  }
  const items = blind.size;
  await run.progress({ stage: 'tasks', done: items, total: items });
  await openBatch(deps, run, batch, { items, labelModel: null, details: { samples: items } });
  return { samples: items };
}

import type { Batch } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';
import { type RunRows, samplesOfRun } from '../versions/sample-root.ts';
import type { ExportPlan } from './export-plan.ts';
import { type LabelsOf, labelsInTurn } from './labels-in-turn.ts';

/** Samples on their way out, as they lie in a batch of a run's rows. */
export type OutgoingPart = {
  run: RunRows;
  batch: Batch;
  samples: readonly { at: number; row: number; key: string }[];
  /** Of each sample. */
  labels: LabelsOf;
};

/** What an export holds, part by part, in the order of runs and rows. */
export async function* partsOf(
  deps: Deps,
  plan: ExportPlan,
  signal: AbortSignal,
): AsyncGenerator<OutgoingPart> {
  const labels = labelsInTurn(deps, plan, signal);
  try {
    for (const run of plan.runs) {
      if (run.manifest.chunks.length === 0) continue;
      for await (const { batch, samples } of samplesOfRun(deps, run, signal)) {
        yield { run, batch, samples, labels: await labels.of(run, samples) };
      }
    }
  } finally {
    await labels.close();
  }
}

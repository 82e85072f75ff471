import type { Deps } from '../frame/deps.ts';
import type { RunRows } from '../versions/sample-root.ts';
import { type Entry, streamEntries } from '../versions/version-entries.ts';
import type { ExportPlan } from './export-plan.ts';

/** Canonical JSON of the final labels of each sample. */
export type LabelsOf = readonly (readonly string[])[];

/** Rows of a run, and the labels of each. */
export type LabelledRows = { rows: readonly number[]; labels: LabelsOf };

const NONE: readonly string[] = [];

/**
 * Takes labels out of all of them as samples come, in the order of runs and rows. Those of rows that are passed over
 * (because they are lost) are passed over, too.
 */
export function labelsInTurn(deps: Deps, plan: ExportPlan, signal: AbortSignal) {
  const stream = streamEntries(deps, plan.labels, 'the final labels', signal);
  let held: readonly Entry[] = [];
  let at = 0;
  /** The first entry of a run at a row or behind it. */
  const seek = async (run: number, row: number): Promise<Entry | null> => {
    for (;;) {
      for (; at < held.length; at += 1) {
        const entry = held[at] as Entry;
        if (entry.run > run) return null;
        if (entry.run === run && entry.row >= row) return entry;
      }
      const { value, done } = await stream.next();
      if (done === true) return null;
      [held, at] = [value, 0];
    }
  };
  const take = async (run: number, row: number): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (let entry = await seek(run, row); entry?.row === row; entry = await seek(run, row)) {
      texts.push(entry.text ?? '');
      at += 1;
    }
    return texts;
  };
  return {
    /** Of each of these samples. */
    of: async ({ number }: RunRows, samples: readonly { row: number }[]): Promise<LabelsOf> => {
      const labels: (readonly string[])[] = [];
      for (const { row } of samples) {
        const entry = held[at];
        const isBehind =
          entry !== undefined && (entry.run > number || (entry.run === number && entry.row > row));
        labels.push(isBehind ? NONE : await take(number, row));
      }
      return labels;
    },
    /** The next samples of a run that have any, from a row on and before another: as many as are held. */
    within: async ({ number }: RunRows, from: number, end: number): Promise<LabelledRows | null> => {
      const first = await seek(number, from);
      if (first === null || first.row >= end) return null;
      const rows: number[] = [];
      const labels: string[][] = [];
      for (; at < held.length; at += 1) {
        const { run, row, text } = held[at] as Entry;
        if (run !== number || row >= end) return { rows, labels };
        if (rows.at(-1) !== row) {
          rows.push(row);
          labels.push([]);
        }
        labels.at(-1)?.push(text ?? '');
      }
      // Those of the last may go on behind what is held.
      labels.at(-1)?.push(...(await take(number, rows.at(-1) ?? from)));
      return { rows, labels };
    },
    close: () => stream.return(undefined),
  };
}

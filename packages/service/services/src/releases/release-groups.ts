import type { VersionManifest } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { imageColumn } from '@assay/domain';
import { z } from 'zod';

const counted = z.object({ test: z.number().int() });

/** Runs of a version that were made from the same rows: one report of the final validation. */
export type ReleaseGroup = {
  sourceId: string;
  sourceName: string;
  sourceVersionId: string;
  number: number;
  splitId: string;
  testRows: number;
  runs: VersionManifest['runs'];
};

/**
 * The runs of a version by the version of a source and the split that they were made by. An imported run that names no
 * split is compared by the one that is active: it has seen none of the rows. `unreferenced` are the others' numbers; runs
 * of pictures are in neither.
 */
export async function releaseGroups(
  t: Repositories,
  manifest: VersionManifest,
): Promise<{ groups: ReleaseGroup[]; unreferenced: number[] }> {
  const groups = new Map<string, ReleaseGroup>();
  const unreferenced: number[] = [];
  for (const run of manifest.runs) {
    const { source } = run;
    // Pictures are not compared row by row: what is measured of them is in checks of their own.
    if (run.samples === 0 || imageColumn(run.columns) !== null) continue;
    const split =
      source === null
        ? null
        : source.split === null
          ? await t.sources.activeSplit(source.versionId)
          : ((await t.sources.splits(source.versionId)).find((each) => each.id === source.split?.id) ?? null);
    if (source === null || split === null) {
      unreferenced.push(run.number);
      continue;
    }
    const key = `${source.versionId} ${split.id}`;
    const known = groups.get(key);
    if (known !== undefined) known.runs.push(run);
    else
      groups.set(key, {
        sourceId: source.id,
        sourceName: source.name,
        sourceVersionId: source.versionId,
        number: source.number,
        splitId: split.id,
        testRows: counted.parse(split.counts).test,
        runs: [run],
      });
  }
  return { groups: [...groups.values()], unreferenced };
}

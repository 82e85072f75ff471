import {
  AssayError,
  imageSet,
  importedRun,
  type Licence,
  type SampleOrigin,
  type TableManifest,
  tableManifest,
  type VersionRun,
  verdict,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { z } from 'zod';
import { statusOf } from '../runs/run-record.ts';
import { termsOf } from '../sources/source-record.ts';

const counted = z.object({ fit: z.number(), tune: z.number(), test: z.number() });

type RunRow = NonNullable<Awaited<ReturnType<Repositories['runs']['getAny']>>>;

/** The runs whose rows become a version: judged and found good, in the order in which they were made. */
export async function requireRunsOfVersion(
  t: Repositories,
  projectId: string,
  runIds: readonly string[],
): Promise<{ row: RunRow; manifest: TableManifest }[]> {
  const found: { row: RunRow; manifest: TableManifest }[] = [];
  for (const runId of runIds) {
    const row = await t.runs.get(runId);
    if (row === null || row.projectId !== projectId) {
      throw new AssayError('not-found', 'There is no such run in this project.', { field: 'runIds' });
    }
    const status = statusOf(row);
    if (status !== 'READY' || row.manifest === null) {
      throw new AssayError(
        'not-ready',
        status === 'BLOCKED'
          ? `Run ${row.number} was blocked by its gates, and its rows go into no version.`
          : `Run ${row.number} has not passed its gates yet.`,
        {
          field: 'runIds',
          kept: 'No version was made.',
          next:
            status === 'BLOCKED'
              ? 'Choose runs that passed, or judge its report by another policy.'
              : 'Wait for its report, or choose other runs.',
        },
      );
    }
    found.push({ row, manifest: tableManifest.parse(row.manifest) });
  }
  return found.sort((a, b) => a.row.number - b.row.number);
}

export function originOf(row: { kind: string; imageSet: unknown }): SampleOrigin {
  if (row.kind === 'images') {
    const { origin } = imageSet.parse(row.imageSet);
    // Made elsewhere, as an imported table is.
    return origin === 'synthetic' ? 'imported-synthetic' : origin;
  }
  return row.kind === 'imported' ? 'imported-synthetic' : 'synthetic';
}

/** What a run was made from, as a version keeps it. */
export async function lineageOf(
  t: Repositories,
  row: RunRow,
  manifest: TableManifest,
  samples: number,
): Promise<VersionRun> {
  const recipeName =
    row.recipeVersionId === null
      ? undefined
      : (await t.recipes.versionNames([row.recipeVersionId])).get(row.recipeVersionId);
  const source = row.sourceId === null ? null : await t.sources.getAny(row.sourceId);
  const sourceVersion = row.sourceVersionId === null ? null : await t.sources.version(row.sourceVersionId);
  const model = row.modelId === null ? null : await t.models.get(row.modelId);
  const split =
    sourceVersion === null || row.splitId === null
      ? undefined
      : (await t.sources.splits(sourceVersion.id)).find((each) => each.id === row.splitId);
  const [report] = await t.reports.ofRuns([row.id]);
  const imported = row.imported === null ? null : importedRun.parse(row.imported).provenance.generator;
  return {
    runId: row.id,
    number: row.number,
    name: row.name,
    origin: originOf(row),
    seed: row.seed,
    rows: manifest.rows,
    samples,
    columns: manifest.columns,
    chunks: manifest.chunks,
    recipe:
      row.recipeId === null || row.recipeVersionId === null || recipeName === undefined
        ? null
        : {
            id: row.recipeId,
            name: recipeName.name,
            versionId: row.recipeVersionId,
            number: recipeName.number,
          },
    source:
      source === null || sourceVersion === null
        ? null
        : {
            id: source.id,
            name: source.name,
            versionId: sourceVersion.id,
            number: sourceVersion.number,
            licence: licenceName(termsOf(source).licence),
            split: split === undefined ? null : { id: split.id, ...counted.parse(split.counts) },
          },
    model: model === null ? null : { id: model.id, method: model.method, engineVersion: model.engineVersion },
    generator:
      imported === null
        ? null
        : 'value' in imported
          ? imported.value
          : `as its column ${imported.column} says`,
    report:
      report === undefined ? null : { id: report.id, verdict: verdict.nullable().parse(report.verdict) },
  };
}

function licenceName(licence: Licence | null): string | null {
  if (licence === null) return null;
  return licence.name.kind === 'spdx' ? licence.name.id : licence.name.name;
}
